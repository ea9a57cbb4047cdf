/// The direction in which a paragraph is read.
public enum TextDirection: String, Hashable, Sendable, Codable {
  /// Left to right, as English.
  case leftToRight = "ltr"
  /// Right to left, as Arabic.
  case rightToLeft = "rtl"
}
