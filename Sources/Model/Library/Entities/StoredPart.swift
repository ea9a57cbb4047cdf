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
    let mentioned = try PackedPartNames(row[6])
    part = ResolvedPart(
      id: row[0], kind: kind, key: row[3], known: row[4], isLone: row[5], names: mentioned.names,
      kinds: mentioned.kinds, members: [])
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

/// The names of a part and how often each kind was found, as they are stored.
struct PackedPartNames {
  /// How many mentions were tagged each kind, in the order of the kinds.
  var kinds: [Int]
  /// The names.
  var names: [PartName]

  /// Takes them from a part.
  init(_ part: ResolvedPart) {
    kinds = part.kinds
    names = part.names
  }

  /// Reads them.
  init(_ data: Data) throws {
    var reader = PackedReader(data)
    kinds = try EntityKind.allCases.map { _ in try reader.readInt() }
    names = try (0..<reader.readCount()).map { _ in
      PartName(
        form: NameForm(text: try reader.readString(), count: try reader.readInt()),
        words: try reader.readInt(), personWords: try reader.readInt())
    }
  }

  /// Adds the mentions of another part of the same name.
  mutating func add(_ part: ResolvedPart) {
    for name in part.names {
      if let place = names.firstIndex(where: { $0.form.text == name.form.text }) {
        names[place].form.count += name.form.count
      } else {
        names.append(name)
      }
    }
    names.sort { ($1.form.count, $0.form.text) < ($0.form.count, $1.form.text) }
    for (kind, count) in part.kinds.enumerated() { kinds[kind] += count }
  }

  /// Their bytes.
  var data: Data {
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
