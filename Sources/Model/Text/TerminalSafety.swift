extension Unicode.Scalar {
  /// Whether a terminal would obey it instead of showing it: control characters, line ends and
  /// bidirectional controls.
  public var isObeyedByTerminals: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    case .format: properties.isBidiControl
    default: false
    }
  }
}

extension String {
  /// JSON with the escapes of RFC 8259 for whatever a terminal would obey, which leaves its meaning as
  /// it is; line feeds stay, since they stand between values only.
  public var withEscapesInJSON: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      guard scalar.isObeyedByTerminals, scalar != "\n" else {
        result.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        result += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars
      }
    }
    return String(result)
  }
}
