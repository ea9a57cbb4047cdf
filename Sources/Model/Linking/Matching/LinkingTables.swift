import Foundation

/// The tables that linking reads; opening them maps files and parses only the edit costs.
struct LinkingTables: Sendable {
  /// Names of well-known entities.
  let aliases: AliasTable
  /// Titles and nationalities, as they stand before people's names.
  let titles: SortedTable
  /// Latin keys of places, by their Arabic keys.
  let places: SortedTable
  /// English names of countries, by the keys of their names, adjectives and cities.
  let countries: SortedTable
  /// How much the words of Arabic names of people tell, in tenths of a nat; a rarer word than it has tells more.
  let commonNames: SortedTable
  /// Compares names across scripts.
  let matcher: NameMatcher
  /// The names that were taken apart lately.
  private let names = ParsedNameMemory()

  /// Opens the tables in a folder.
  init(folder: URL) throws {
    aliases = try AliasTable(contentsOf: folder.appending(path: "aliases.tsv"))
    titles = try SortedTable(contentsOf: folder.appending(path: "titles.tsv"))
    places = try SortedTable(contentsOf: folder.appending(path: "places.tsv"))
    countries = try SortedTable(contentsOf: folder.appending(path: "countries.tsv"))
    commonNames = try SortedTable(contentsOf: folder.appending(path: "common-names.tsv"))
    matcher = try NameMatcher(folder: folder)
  }

  /// What a word of people's names tells that is rarer than the table of common ones has, in nats.
  static let rarest = 10.5

  /// How much an Arabic word of a person's name tells, in nats; one that the table lacks is rare.
  func information(ofWord word: String) -> Double {
    let tenths = commonNames.rows(for: word).first?.first.flatMap(Double.init)
    return tenths.map { $0 / 10 } ?? Self.rarest
  }

  /// A name taken apart.
  func name(_ text: String) -> ParsedName { names.name(text, titles: titles) }
}
