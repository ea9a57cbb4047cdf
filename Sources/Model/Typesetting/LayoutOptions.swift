/// What a reader may choose about how text is set.
public struct LayoutOptions: Hashable, Sendable {
  /// The digits in which numbers are drawn.
  public enum Digits: String, Hashable, Sendable, Codable, CaseIterable {
    /// As the text has them.
    case asWritten
    /// 0123456789 everywhere.
    case latin
    /// ٠١٢٣٤٥٦٧٨٩ in right-to-left paragraphs.
    case arabic
  }

  /// Whether Arabic vowel signs and marks of recitation are drawn.
  public var showTashkeel: Bool
  /// The digits in which numbers are drawn.
  public var digits: Digits
  /// Whether brackets in right-to-left text are drawn as their mirror images (UAX #9 L4); a
  /// terminal that mirrors by itself needs them as written.
  public var mirrored: Bool

  /// Makes options; without arguments, text is set as it is written.
  public init(showTashkeel: Bool = true, digits: Digits = .asWritten, mirrored: Bool = true) {
    self.showTashkeel = showTashkeel
    self.digits = digits
    self.mirrored = mirrored
  }
}

extension LayoutOptions.Digits {
  /// How a digit, or a sign that goes with digits, is drawn in a paragraph.
  func glyph(for scalar: Unicode.Scalar, rightToLeft: Bool) -> Unicode.Scalar {
    switch (self, scalar.value) {
    case (.latin, 0x660...0x669): Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30))
    case (.latin, 0x6F0...0x6F9): Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30))
    case (.latin, 0x66A): "%"
    case (.latin, 0x66B): "."
    case (.latin, 0x66C): ","
    case (.arabic, 0x30...0x39) where rightToLeft:
      Unicode.Scalar(UInt16(scalar.value - 0x30 + 0x660)) ?? scalar
    default: scalar
    }
  }
}
