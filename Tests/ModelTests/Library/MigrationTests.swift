import Foundation
import GRDB
import Testing

@testable import Model

/// A library that version 0.1 made opens, with all that its reader did.
///
/// `Fixtures/library/0.1.sqlite` was made by that version of seven short articles; its reader decided on
/// five names, starred an article, set two marks, saved a search and read half an article.
@Suite struct MigrationTests {
  private let folder: TestFolder
  private let former: Former
  private let library: Library

  /// What version 0.1 stored of names.
  private struct Former {
    /// The entity of each local entity, by article; 0 where it is hidden.
    var entities: [Int64: [Int64]] = [:]
    /// The entities' numbers.
    var numbers: Set<Int64> = []

    init(_ db: Database) throws {
      numbers = try Int64.fetchSet(db, sql: "SELECT id FROM entity")
      for row in try Row.fetchAll(db, sql: "SELECT article, entities FROM link") {
        var reader = PackedReader(row[1] as Data)
        entities[row[0]] = try (0..<reader.readCount()).map { _ in
          let part = try reader.readSigned()
          return try Int64.fetchOne(
            db, sql: "SELECT entity FROM part WHERE id = ?", arguments: [part]) ?? part
        }
      }
    }
  }

  init() throws {
    folder = try TestFolder()
    let fixture = try #require(
      Bundle.module.url(
        forResource: "0.1", withExtension: "sqlite", subdirectory: "Fixtures/library"))
    try FileManager.default.createDirectory(
      at: folder.libraryFile.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: fixture, to: folder.libraryFile)
    let queue = try DatabaseQueue(path: folder.libraryFile.path)
    former = try queue.read(Former.init)
    try queue.close()
    library = try Library(at: folder.libraryFile)
  }

  private func article(_ number: Int) throws -> ArticleID {
    try #require(try library.articles(at: "/articles/\(number).txt").first)
  }

  /// The entity of each of an article's own entities; hidden ones are left out.
  private func linkedEntities(of id: Int64, _ db: Database) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: "SELECT clusters FROM link WHERE article = ?")
    guard let links = try Data.fetchOne(statement, arguments: [id]) else { return [] }
    let store = ClusterStore(db: db)
    return try ClusterStore.clusters(in: links).compactMap { try $0.flatMap(store.owner) }
  }

  /// The entities of all articles, each with its names.
  private func entities() throws -> [EntityID: [NameForm]] {
    var entities: [EntityID: [NameForm]] = [:]
    try library.forEachArticle { content, _ in
      for named in content.entities { entities[named.entity.id] = named.entity.names }
    }
    return entities
  }

  @Test func `shows names at once, as they were joined`() throws {
    for (article, entities) in former.entities {
      #expect(
        try library.read { try linkedEntities(of: article, $0) }
          == entities.filter { $0 != 0 })
    }
    #expect(try Set(entities().keys.map(\.rawValue)) == former.numbers)
    // "Pelletier" was an entity that had no row of its own.
    let lone = try #require(try entities().first { $0.value.first?.text == "Pelletier" }?.key)
    #expect(try library.judgedName(of: lone)?.article != nil)
    #expect(try library.check().isEmpty)
  }

  @Test func `keeps what the reader did`() throws {
    #expect(try library.judgements().count == 5)
    let starred = try library.summaries(in: 0..<9, order: .path).filter(\.isStarred)
    #expect(try starred.map(\.id) == [article(3)])
    #expect(try library.mark("a") == PlaceMark(article: article(2), position: 40))
    #expect(try library.lastPlace() == PlaceMark(article: article(5), position: 12))
    #expect(
      try library.savedSearches() == [SavedSearch(name: "harbour", query: "harbour lang:en")])
    #expect(try library.position(of: article(1)) == 30)
    let kept = try library.read { try Int64.fetchAll($0, sql: "SELECT digest FROM kept_reading") }
    #expect(kept == [-77])
  }

  @Test func `takes notes, of which version 0.1 had none`() throws {
    #expect(try library.found("is:noted").isEmpty)
    let id = try article(2)
    _ = try library.apply(.notes([Note("Ask", on: .article(id))]))
    #expect(try library.summaries(of: [id]).map(\.note) == ["Ask"])
  }

  @Test func `joins names again afterwards, with the numbers that they had`() throws {
    let before = try entities()
    #expect(try library.isUnsettled())
    try EntityStore(library: library, resolver: LinkingFixture.resolver.get()).settle()
    #expect(try !library.isUnsettled())
    #expect(try entities() == before)
    #expect(try library.check().isEmpty)
  }
}
