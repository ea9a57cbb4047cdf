import CXML

/// The references of HTML to characters: `&nbsp;`, `&#233;`, `&#xE9;`.
enum CharacterReference {
  /// The scalar that a reference stands for, without its "&" and ";"; `nil` where it stands for none.
  static func scalar(of name: some StringProtocol) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else {
      return htmlEntityLookup(String(name)).flatMap { Unicode.Scalar($0.pointee.value) }
    }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20 || value == 0x09 || value == 0x0A else { return nil }
    // HTML 13.2.5.80: references to C1 controls mean Windows-1252.
    if (0x80...0x9F).contains(value) { return SingleByteTables.windows1252[Int(value)] }
    return Unicode.Scalar(value)
  }

  /// The longest name of a character, in scalars.
  static let longestName = 40

  /// A text with its references resolved; what stands for no character stays as it is.
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "&",
        let end = scalars[index...].prefix(longestName).firstIndex(of: ";"), end > index + 1,
        let scalar = scalar(of: String(String.UnicodeScalarView(scalars[index + 1..<end])))
      {
        result.append(scalar)
        index = end + 1
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }
}
