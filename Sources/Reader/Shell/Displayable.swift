import Model

extension String {
  /// The text with `U+FFFD` for what a terminal would obey instead of showing: control characters,
  /// line ends and bidirectional controls.
  ///
  /// Articles are cleaned when they are read; the names of files are not. Bytes of a name that are not
  /// UTF-8 are escaped.
  var displayable: String {
    var result = String.UnicodeScalarView()
    for scalar in FileName.escaped(self).unicodeScalars {
      result.append(scalar.isObeyedByTerminals ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}

extension Int {
  /// The number in groups of three digits: 100,000.
  var grouped: String {
    var digits = Array(String(magnitude))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return (self < 0 ? "-" : "") + String(digits)
  }

  /// The number with what it counts, which takes an s unless it is one: 1 article, 12,000 articles.
  func counted(_ noun: String) -> String {
    self == 1 ? "1 \(noun)" : "\(grouped) \(noun)s"
  }
}
