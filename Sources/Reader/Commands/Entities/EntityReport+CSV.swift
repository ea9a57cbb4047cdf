import Model

extension EntityReport {
  /// The columns of the table.
  static let columns = [
    "id", "kind", "name", "arabic", "aliases", "mentions", "articles", "confidence",
  ]

  /// The report as a table: a record for each entity, most mentioned first.
  var table: CSVTable {
    var table = CSVTable(columns: Self.columns)
    for row in sorted {
      table.records.append([
        String(row.entity.id.rawValue), row.entity.kind.rawValue, row.name,
        row.entity.name(in: .arabic) ?? "", row.aliases.map(\.text).joined(separator: " | "),
        String(row.mentions), String(row.articles), String(row.confidence),
      ])
    }
    return table
  }
}
