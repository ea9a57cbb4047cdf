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
