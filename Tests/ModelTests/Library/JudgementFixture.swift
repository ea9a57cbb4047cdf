import Foundation
import GRDB

@testable import Model

/// A library with articles whose names are known, for tests of judgements.
final class JudgementFixture {
  let folder: TestFolder
  let library: Library
  private let tagger: FakeTagger

  /// Imports articles; `people`, `places` and `organizations` are the names found in them.
  init(
    _ articles: [String], people: [String] = [], places: [String] = [],
    organizations: [String] = []
  ) throws {
    folder = try TestFolder()
    library = try Library(at: folder.libraryFile)
    var names: [String: EntityKind] = [:]
    for name in people { names[name] = .person }
    for name in places { names[name] = .place }
    for name in organizations { names[name] = .organization }
    tagger = FakeTagger(names: names)
    for (index, text) in articles.enumerated() { try add(text, number: index) }
    try fill()
  }

  /// Adds an article to the folder.
  func add(_ text: String, number: Int) throws {
    try folder.write("Title \(number)\n\n\(text)\n", to: "\(number).txt", day: number)
  }

  /// Imports what is new or changed; `provisionally`, new names are joined to the known ones alone.
  func fill(provisionally: Bool = false) throws {
    _ = try job(provisionally: provisionally).run(paths: [folder.articles])
  }

  /// Joins all names again if some were joined provisionally.
  func settle() throws {
    try job(provisionally: false).settle()
  }

  /// Reads the articles again that wait for it.
  func readAgain() throws {
    try CarefulReading(
      library: library, tagger: tagger, resolver: LinkingFixture.resolver.get()
    ).run()
  }

  /// Makes everything anew that is made of the articles.
  func reindex() throws {
    try ReindexJob(library: library, tagger: tagger, resolver: LinkingFixture.resolver.get()).run()
  }

  /// The names in each article, in the order of import.
  func names() throws -> [[String]] {
    var names: [[String]] = []
    try library.forEachArticle { content, _ in
      names.append(content.mentions.map { content.article.text[$0.mention.range] })
    }
    return names
  }

  private func job(provisionally: Bool) throws -> ImportJob {
    var job = ImportJob(
      library: library, tagger: tagger, resolver: try LinkingFixture.resolver.get())
    if provisionally { job.policy = EntityStore.Policy(small: 1, share: 1) }
    return job
  }

  /// Joins all names again, as if every article had changed.
  func resolveAnew() throws {
    try EntityStore(library: library, resolver: LinkingFixture.resolver.get()).joinAll()
  }

  /// The entities, each as its names in order, in the order of the entities' numbers.
  func entities() throws -> [EntityID: [String]] {
    var entities: [EntityID: [String]] = [:]
    try library.forEachArticle { content, _ in
      for named in content.entities {
        entities[named.entity.id] = named.entity.names.filter { $0.count > 0 }.map(\.text)
      }
    }
    return entities
  }

  /// The entity that has a name.
  func entity(_ name: String) throws -> EntityID? {
    try entities().filter { $0.value.contains(name) }.keys.min()
  }

  /// Everything that is stored of entities.
  func stored() throws -> [[String]] {
    try library.read { db in
      try ["entity", "cluster", "cluster_link", "cluster_sound", "doubt", "link"].flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2").map { row in
          [table] + row.map { "\($0.0)=\($0.1)" }
        }
      }
    }
  }
}

extension Library {
  /// Makes one judgement.
  @discardableResult
  func judge(_ judgement: Judgement) throws -> JudgementChange {
    try judge(JudgementChange(adding: [judgement]))
  }
}
