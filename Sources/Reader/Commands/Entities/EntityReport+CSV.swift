import Model

extension EntityReport {
  /// The columns of the table.
  static let columns = [
    "id", "kind", "name", "arabic", "aliases", "mentions", "articles", "confidence",
  ]

  /// The report as a table (RFC 4180): a header, then a line for each entity, most mentioned first.
  var csv: String {
    var lines = [Self.columns]
    for row in sorted {
      lines.append([
        String(row.entity.id.rawValue), row.entity.kind.rawValue, row.name,
        row.entity.name(in: .arabic) ?? "", row.aliases.map(\.text).joined(separator: " | "),
        String(row.mentions), String(row.articles), String(row.confidence),
      ])
    }
    // RFC 4180 2.1: records are ended by CRLF.
    return lines.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A field of the table.
  static func cell(_ text: String) -> String {
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
