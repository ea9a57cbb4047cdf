import GRDB

/// A table of a damaged library whose rows are saved.
struct SalvagedTable {
  /// What it is called.
  let name: String
  /// Its columns, the key first.
  let columns: [String]
  /// Whether the key is a number.
  var isNumbered = true

  /// The tables with what the reader did and decided.
  static let decisions = [
    SalvagedTable(
      name: "judgement",
      columns: [
        "number", "subject", "verdict", "kind", "name", "article", "otherKind", "otherName",
        "otherArticle",
      ]),
    SalvagedTable(name: "saved_search", columns: ["name", "query"], isNumbered: false),
    SalvagedTable(name: "mark", columns: ["letter", "article", "position"], isNumbered: false),
    SalvagedTable(name: "star", columns: ["article"]),
    SalvagedTable(
      name: "reading", columns: ["article", "isRead", "position"]),
    SalvagedTable(
      name: "kept_reading", columns: ["digest", "isRead", "position", "isStarred"]),
    SalvagedTable(name: "article_note", columns: ["article", "text"]),
    SalvagedTable(name: "kept_note", columns: ["digest", "text"]),
    SalvagedTable(name: "name_note", columns: ["number", "kind", "name", "article", "text"]),
    SalvagedTable(name: "kept_mark", columns: ["letter", "digest", "position"], isNumbered: false),
  ]

  /// The files; when each was read is left out, so that an import reads again what was lost.
  static let file = SalvagedTable(name: "file", columns: ["id", "path"])

  /// The heads of articles.
  static let article = SalvagedTable(
    name: "article",
    columns: ["id", "title", "language", "date", "dateOrigin", "age", "source", "digest"])

  /// The texts of articles.
  static let body = SalvagedTable(
    name: "body", columns: ["article", "url", "layout", "text"])

  /// Where articles were read from: all of it is in the table and in an index of it.
  static let places = [
    SalvagedTable(name: "place", columns: ["file", "line", "article"]),
    SalvagedTable(name: "place", columns: ["article", "file", "line"]),
  ]

  /// The statement that writes a row; one that contradicts another is left out.
  var insertion: String {
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return """
      INSERT OR IGNORE INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))
      """
  }

  /// Whether a row holds what it should, as far as can be seen.
  func isSound(_ row: Row) -> Bool {
    guard name == "body" else { return true }
    do {
      let text = ScalarText(try row.decode(String.self, atIndex: 3))
      _ = try ArticleStructure(row.decode(atIndex: 2), count: text.count)
      return true
    } catch {
      return false
    }
  }
}
