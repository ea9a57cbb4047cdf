import Foundation
import GRDB

extension ProvisionalJoining {
  /// What new articles add to parts and entities that the library knows.
  ///
  /// Some entities are in tens of thousands of articles; their lists are not read, only lengthened, and
  /// once for all new articles.
  struct Growth {
    private let db: Database
    private var parts: [Int64: GrownPart] = [:]
    private var entities: [Int64: GrownEntity] = [:]

    private struct GrownPart {
      var entity: Int64
      var names: PackedPartNames
      var articles: Data
      var more: [Int64] = []
    }

    private struct GrownEntity {
      var former: EntityRow
      var names: [NameForm]
      var more: [Int64] = []
    }

    /// Prepares to note what comes new.
    init(db: Database) {
      self.db = db
    }

    /// Adds the mentions of a part to those that it has; says `false` where the library does not know
    /// it.
    mutating func add(_ part: ResolvedPart, article: Int64) throws -> Bool {
      if parts[part.id] == nil {
        let statement = try db.cachedStatement(
          sql: "SELECT entity, names, articles FROM part WHERE id = ? AND kind = ? AND key = ?")
        let row = try Row.fetchOne(
          statement, arguments: [part.id, part.kind.rawValue, part.key])
        guard let row else { return false }
        parts[part.id] = GrownPart(
          entity: row[0], names: try PackedPartNames(row[1] as Data), articles: row[2])
      }
      guard let entity = parts[part.id]?.entity else { return false }
      parts[part.id]?.names.add(part)
      parts[part.id]?.more.append(article)
      if entity != 0 { try add(part.names.map(\.form), to: entity, article: article) }
      return true
    }

    /// Adds names and an article to an entity; the best names come first when all are joined anew.
    mutating func add(_ names: [NameForm], to entity: Int64, article: Int64) throws {
      if entities[entity] == nil {
        guard let former = try EntityRow.fetch(entity, db) else { return }
        var reader = PackedReader(former.names)
        entities[entity] = GrownEntity(former: former, names: try reader.readNames())
      }
      guard var grown = entities.removeValue(forKey: entity) else { return }
      for name in names {
        if let place = grown.names.firstIndex(where: { $0.text == name.text }) {
          grown.names[place].count += name.count
        } else {
          let last = grown.names.lastIndex { $0.script == name.script } ?? grown.names.count - 1
          grown.names.insert(name, at: last + 1)
        }
      }
      if grown.more.last != article { grown.more.append(article) }
      entities[entity] = grown
    }

    /// Writes what was noted, and notes anew.
    mutating func write() throws {
      for (id, part) in parts.sorted(by: { $0.key < $1.key }) {
        try db.cachedStatement(sql: "UPDATE part SET names = ?, articles = ? WHERE id = ?")
          .execute(arguments: [
            part.names.data, try Self.adding(part.more, to: part.articles), id,
          ])
      }
      for (_, grown) in entities.sorted(by: { $0.key < $1.key }) {
        var row = grown.former
        var writer = PackedWriter()
        writer.write(names: grown.names)
        row.names = Data(writer.bytes)
        row.articles = try Self.adding(grown.more, to: row.articles)
        try row.replace(grown.former, db)
      }
      parts = [:]
      entities = [:]
    }

    private static func adding(_ more: [Int64], to articles: Data) throws -> Data {
      if let longer = try Postings.appending(more, to: articles) { return longer }
      let all = try Set(Postings.articles(in: articles)).union(more)
      return Data(Postings.packed(all.sorted()))
    }
  }
}
