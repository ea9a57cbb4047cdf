import Foundation
import GRDB

/// A cluster as the library keeps it.
struct StoredCluster {
  /// The cluster; the articles' links say which records it has.
  var cluster: Cluster
  /// The articles that mention it, packed.
  var articles: Data
  /// The entity that it is of; `nil` where it is hidden.
  var entity: Int64?

  /// The articles that mention it, ascending.
  func postings() throws -> [Int64] { try Postings.articles(in: articles) }
}

/// A cluster as it is written.
struct ClusterRow: Hashable {
  var id: Int64
  var entity: Int64?
  var kind: String
  var key: String
  var known: String?
  var isLone: Bool
  var names: Data
  var articles: Data

  /// The columns that ``init(row:)`` reads.
  static let columns = "id, entity, kind, key, known, isLone, names, articles"

  /// Reads a row.
  init(row: Row) throws {
    id = try row.decode(atIndex: 0)
    entity = try row.decode(atIndex: 1)
    kind = try row.decode(atIndex: 2)
    key = try row.decode(atIndex: 3)
    known = try row.decode(atIndex: 4)
    isLone = try row.decode(atIndex: 5)
    names = try row.decode(atIndex: 6)
    articles = try row.decode(atIndex: 7)
  }

  /// Packs a cluster.
  init(_ cluster: Cluster, articles: Data, entity: Int64?) {
    (id, kind, key, known) = (cluster.id, cluster.kind.rawValue, cluster.key, cluster.known)
    (isLone, self.articles, self.entity) = (cluster.isLone, articles, entity)
    names = PackedClusterNames(kinds: cluster.kinds, names: cluster.names).data
  }
}

extension StoredCluster {
  /// The columns that ``init(row:)`` reads, without the articles.
  static let columnsWithoutArticles = "id, entity, kind, key, known, isLone, names, x''"

  /// Reads a cluster.
  init(row: Row) throws {
    try self.init(ClusterRow(row: row))
  }

  /// Unpacks a row.
  init(_ row: ClusterRow) throws {
    guard let kind = EntityKind(rawValue: row.kind) else { throw PackedReader.Damaged() }
    let packed = try PackedClusterNames(row.names)
    cluster = Cluster(
      id: row.id, kind: kind, key: row.key, known: row.known, isLone: row.isLone,
      names: packed.names, kinds: packed.kinds, members: [])
    (articles, entity) = (row.articles, row.entity)
  }
}

/// The names of a cluster and how often each kind was found, as they are stored.
struct PackedClusterNames {
  /// The number of mentions by the kind that they were tagged.
  var kinds: KindCounts
  /// The names.
  var names: [ClusterName]

  /// Creates them of a cluster's.
  init(kinds: KindCounts, names: [ClusterName]) {
    self.kinds = kinds
    self.names = names
  }

  /// Reads them.
  init(_ data: Data) throws {
    var reader = PackedReader(data)
    kinds = KindCounts()
    for _ in 0..<(try reader.readCount()) {
      let kind = try reader.readKind()
      kinds[kind] = try reader.readInt()
    }
    names = try Self.names(&reader)
  }

  /// Reads them as they were stored before each count had its kind beside it: those of three kinds.
  init(beforeKindCodes data: Data) throws {
    var reader = PackedReader(data)
    kinds = KindCounts()
    for kind in [EntityKind.person, .place, .organization] { kinds[kind] = try reader.readInt() }
    names = try Self.names(&reader)
  }

  private static func names(_ reader: inout PackedReader) throws -> [ClusterName] {
    try (0..<reader.readCount()).map { _ in
      ClusterName(
        form: NameForm(text: try reader.readString(), count: try reader.readInt()),
        words: try reader.readInt(), personWords: try reader.readInt())
    }
  }

  /// Adds the mentions of another cluster of the same name.
  mutating func add(_ cluster: Cluster) {
    for name in cluster.names {
      if let place = names.firstIndex(where: { $0.form.text == name.form.text }) {
        names[place].form.count += name.form.count
      } else {
        names.append(name)
      }
    }
    names.sort { ($1.form.count, $0.form.text) < ($0.form.count, $1.form.text) }
    kinds += cluster.kinds
  }

  /// Their bytes.
  var data: Data {
    var writer = PackedWriter()
    let found = EntityKind.allCases.filter { kinds[$0] > 0 }
    writer.write(found.count)
    for kind in found {
      writer.write(byte: kind.code)
      writer.write(kinds[kind])
    }
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
