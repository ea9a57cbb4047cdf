/// The little of roff, the language of manual pages, that ours is written in.
enum Roff {
  /// Text as roff shows it unchanged, wherever it stands on a line.
  ///
  /// What roff would take for markup, or set as a typographic sign that cannot be pasted into a
  /// shell, is escaped; so is everything beyond ASCII.
  static func text(_ string: String) -> String {
    var result = ""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "\"": result += "\\(dq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\n", "\t": result += " "
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    // A line that opens with a full stop would be a request.
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  /// Text in bold.
  static func bold(_ string: String) -> String {
    "\\fB\(text(string))\\fR"
  }

  /// Text in italics, which terminals show underlined.
  static func italic(_ string: String) -> String {
    "\\fI\(text(string))\\fR"
  }

  /// A section's heading.
  static func section(_ title: String) -> String {
    ".SH \"\(text(title))\""
  }

  /// A heading within a section.
  static func subsection(_ title: String) -> String {
    ".SS \"\(text(title))\""
  }

  /// A term with what is said of it, indented below it; both are roff already.
  static func item(_ term: String, _ lines: [String]) -> [String] {
    [".TP", term] + (lines.isEmpty ? ["\\&"] : lines)
  }

  /// Paragraphs of plain text; a block of indented lines stays as it is, as an example.
  ///
  /// - Parameters:
  ///   - string: The text, with empty lines between paragraphs.
  ///   - opensSection: Whether a heading is right above, which makes the space itself.
  static func paragraphs(_ string: String, opensSection: Bool = false) -> [String] {
    var lines: [String] = []
    for block in blocks(of: string) {
      if !(lines.isEmpty && opensSection) { lines.append(".PP") }
      if block.allSatisfy({ $0.hasPrefix("  ") }) {
        if lines.last == ".PP" { lines.removeLast() }
        lines += [".PP", ".RS 4", ".EX"] + block.map { text(String($0.drop { $0 == " " })) }
        lines += [".EE", ".RE"]
      } else {
        lines += block.map { text(String($0)) }
      }
    }
    return lines
  }

  private static func blocks(of string: String) -> [[Substring]] {
    string.split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map(Array.init)
  }
}
