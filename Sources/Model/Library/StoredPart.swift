import Foundation
import GRDB

/// A part as the library keeps it.
struct StoredPart {
  /// The part; which records it has is told by the articles' links.
  var part: ResolvedPart
  /// Where it is mentioned, ascending.
  var articles: [Int64]
  /// Whose it is; 0 where it is hidden.
  var entity: Int64
}

extension StoredPart {
  /// The columns that ``init(row:)`` reads.
  static let columns = "id, entity, kind, key, known, isLone, names, articles"

  /// Reads a part.
  init(row: Row) throws {
    guard let kind = EntityKind(rawValue: row[2]) else { throw PackedReader.Damaged() }
    var reader = PackedReader(row[6])
    let kinds = try EntityKind.allCases.map { _ in try reader.readInt() }
    let names = try (0..<reader.readCount()).map { _ in
      PartName(
        form: NameForm(text: try reader.readString(), count: try reader.readInt()),
        words: try reader.readInt(), personWords: try reader.readInt())
    }
    part = ResolvedPart(
      id: row[0], kind: kind, key: row[3], known: row[4], isLone: row[5], names: names,
      kinds: kinds, members: [])
    articles = try Postings.articles(in: row[7])
    entity = row[1]
  }

  /// Reads the part that an entity is which has no others.
  init(entity id: Int64, kind: EntityKind, names: [NameForm], articles: [Int64]) {
    let count = names.reduce(0) { $0 + $1.count }
    part = ResolvedPart(
      id: id, kind: kind, key: JudgedName(kind: kind, text: names.first?.text ?? "").key,
      isLone: true,
      names: names.map { form in
        let key = NameKey.key(of: form.text, script: form.script)
        return PartName(form: form, words: key.split(separator: " ").count, personWords: 1)
      },
      kinds: EntityKind.allCases.map { $0 == kind ? count : 0 }, members: [])
    self.articles = articles
    entity = id
  }
}

extension ResolvedPart {
  /// The names' bytes.
  var packedNames: Data {
    var writer = PackedWriter()
    for count in kinds { writer.write(count) }
    writer.write(names.count)
    for name in names {
      writer.write(name.form.text)
      writer.write(max(0, name.form.count))
      writer.write(name.words)
      writer.write(name.personWords)
    }
    return Data(writer.bytes)
  }
}
