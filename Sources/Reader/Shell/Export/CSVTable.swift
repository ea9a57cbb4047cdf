/// A table as RFC 4180 has it, safe to open in a spreadsheet.
struct CSVTable {
  /// The names of the columns.
  let columns: [String]
  /// The records, each with a field for every column.
  var records: [[String]] = []

  /// The table as text; with a mark, spreadsheets take it for UTF-8.
  func text(withMark: Bool = false) -> String {
    // RFC 4180 2.1: records are ended by CRLF.
    (withMark ? "\u{FEFF}" : "")
      + ([columns] + records).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field of the table.
  private static func cell(_ text: String) -> String {
    var text = text.displayable
    // What begins so is a formula to a spreadsheet.
    if let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) {
      text = "'" + text
    }
    // RFC 4180 2.6 and 2.7: line breaks, which a field of ours has none of, quotes and commas.
    guard text.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
