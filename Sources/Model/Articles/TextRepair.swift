/// What was wrong with a text as its file has it, and was mended when it was read.
public struct TextRepair: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Creates a set of repairs.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// UTF-8 was read as Windows-1252 and encoded again.
  public static let utf8ReadAsWestern = TextRepair(rawValue: 1 << 0)
  /// UTF-8 was read as Windows-1256 and encoded again.
  public static let utf8ReadAsArabic = TextRepair(rawValue: 1 << 1)
  /// Windows-1256 or ISO 8859-6 was read as Latin-1 or Windows-1252 and encoded again.
  public static let arabicReadAsWestern = TextRepair(rawValue: 1 << 2)
  /// The lines stood in visual order, as they are drawn from left to right.
  public static let visualOrder = TextRepair(rawValue: 1 << 3)
  /// Lam and alef had changed places where they are drawn as one.
  public static let lamAlef = TextRepair(rawValue: 1 << 4)
}
