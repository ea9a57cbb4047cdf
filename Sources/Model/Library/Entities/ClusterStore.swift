import Foundation
import GRDB

/// Reads and writes clusters, what links them, and the entities that they are of.
struct ClusterStore {
  let db: Database

  /// A link as it is written.
  struct LinkRow: Hashable {
    var left: Int64
    var right: Int64
    var reason: String
    var confidence: Int
  }

  /// A key by which a cluster is found, as it is written.
  struct SoundRow: Hashable {
    var sound: Int64
    var cluster: Int64
  }

  // MARK: - Owners

  /// The entity that a cluster is of; `nil` where it is hidden.
  func owner(of cluster: Int64) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT entity FROM cluster WHERE id = ?")
    return try Int64?.fetchOne(statement, arguments: [cluster]) ?? nil
  }

  /// The kind of a cluster.
  func kind(of cluster: Int64) throws -> EntityKind? {
    let statement = try db.cachedStatement(sql: "SELECT kind FROM cluster WHERE id = ?")
    return try String.fetchOne(statement, arguments: [cluster]).flatMap(EntityKind.init)
  }

  /// The numbers of the clusters of an entity.
  func identifiers(of entity: Int64) throws -> Set<Int64> {
    try Int64.fetchSet(
      db.cachedStatement(sql: "SELECT id FROM cluster WHERE entity = ?"), arguments: [entity])
  }

  /// The clusters of an article's own entities; `nil` for those in doubt.
  static func clusters(in links: Data) throws -> [Int64?] {
    var reader = PackedReader(links)
    return try (0..<reader.readCount()).map { _ in
      let id = try reader.readSigned()
      return id == 0 ? nil : id
    }
  }

  /// The bytes of the clusters of an article's own entities.
  static func packed(_ clusters: some Collection<Int64?>) -> Data {
    var writer = PackedWriter()
    writer.write(clusters.count)
    for cluster in clusters { writer.writeSigned(cluster ?? 0) }
    return Data(writer.bytes)
  }

  // MARK: - Reading

  /// A cluster as it is written.
  func row(_ id: Int64) throws -> ClusterRow? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(ClusterRow.columns) FROM cluster WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map(ClusterRow.init(row:))
  }

  /// A cluster by its number.
  func cluster(_ id: Int64) throws -> StoredCluster? {
    try row(id).map { try StoredCluster($0) }
  }

  /// The clusters of an entity.
  func clusters(of entity: Int64) throws -> [StoredCluster] {
    try fetch("SELECT \(ClusterRow.columns) FROM cluster WHERE entity = ?", [entity])
  }

  /// The clusters that a judged name names.
  func clusters(named name: JudgedName) throws -> [StoredCluster] {
    guard let digest = name.article else {
      return try fetch(
        "SELECT \(ClusterRow.columns) FROM cluster WHERE key = ? AND kind = ?",
        [name.key, name.kind.rawValue])
    }
    return try articles(of: digest).flatMap { try clusters(in: $0) }
      .filter { NameOfKind($0.cluster) == NameOfKind(name) }
  }

  /// The articles of a digest; several where one text stands in several places of a visit.
  func articles(of digest: Int64) throws -> Set<Int64> {
    try Int64.fetchSet(
      db.cachedStatement(sql: "SELECT id FROM article WHERE digest = ?"), arguments: [digest])
  }

  /// The clusters that an article's own entities are.
  private func clusters(in article: Int64) throws -> [StoredCluster] {
    let statement = try db.cachedStatement(sql: "SELECT clusters FROM link WHERE article = ?")
    guard let links = try Data.fetchOne(statement, arguments: [article]) else { return [] }
    return try Set(Self.clusters(in: links).compactMap(\.self)).compactMap { try cluster($0) }
  }

  /// Clusters that a statement selects.
  func fetch(_ sql: String, _ arguments: StatementArguments) throws -> [StoredCluster] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
      .map(StoredCluster.init(row:))
  }

  /// The links of a cluster, made and proposed.
  func links(of cluster: Int64) throws -> [LinkRow] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT left, right, reason, confidence FROM cluster_link WHERE left = ?1
        UNION ALL SELECT left, right, reason, confidence FROM cluster_link WHERE right = ?1
        """)
    return try Row.fetchAll(statement, arguments: [cluster]).map(LinkRow.init(row:))
  }

  // MARK: - Writing

  /// Writes a cluster.
  func write(_ cluster: ClusterRow) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO cluster (\(ClusterRow.columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET
          entity = ?2, kind = ?3, key = ?4, known = ?5, isLone = ?6, names = ?7, articles = ?8
        """
    ).execute(arguments: [
      cluster.id, cluster.entity, cluster.kind, cluster.key, cluster.known, cluster.isLone,
      cluster.names, cluster.articles,
    ])
  }

  /// Removes a cluster.
  func delete(_ id: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM cluster WHERE id = ?").execute(arguments: [id])
  }

  /// Writes the entity that a cluster is of.
  func setOwner(_ entity: Int64?, of cluster: Int64) throws {
    try db.cachedStatement(sql: "UPDATE cluster SET entity = ? WHERE id = ?")
      .execute(arguments: [entity, cluster])
  }

  /// Writes a link.
  func write(_ link: LinkRow) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO cluster_link (left, right, reason, confidence) VALUES (?, ?, ?, ?)
        """
    ).execute(arguments: [link.left, link.right, link.reason, link.confidence])
  }

  /// Removes a link.
  func delete(_ link: LinkRow) throws {
    try db.cachedStatement(sql: "DELETE FROM cluster_link WHERE left = ? AND right = ?")
      .execute(arguments: [link.left, link.right])
  }

  /// Writes a key.
  func write(_ sound: SoundRow) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO cluster_sound (sound, cluster) VALUES (?, ?)"
    ).execute(arguments: [sound.sound, sound.cluster])
  }

  /// Removes a key.
  func delete(_ sound: SoundRow) throws {
    try db.cachedStatement(sql: "DELETE FROM cluster_sound WHERE sound = ? AND cluster = ?")
      .execute(arguments: [sound.sound, sound.cluster])
  }

  /// Writes the clusters of an article's own entities; the article may be gone by now.
  func write(_ links: Data, of article: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO link (article, clusters) SELECT id, ? FROM article WHERE id = ?
        """
    ).execute(arguments: [links, article])
  }
}

extension ClusterStore.LinkRow {
  /// Reads a link.
  init(row: Row) throws {
    try self.init(
      left: row.decode(atIndex: 0), right: row.decode(atIndex: 1), reason: row.decode(atIndex: 2),
      confidence: row.decode(atIndex: 3))
  }

  /// The link as it is written, of clusters that have some numbers.
  init(_ link: ClusterLink, _ id: (Int) -> Int64) {
    let (x, y) = (id(link.left), id(link.right))
    self.init(
      left: min(x, y), right: max(x, y), reason: link.reason.rawValue,
      confidence: Int((min(max(link.confidence, 0), 1) * 1000).rounded()))
  }

  /// How sure it is, from 0 to 1.
  var share: Double { Double(confidence) / 1000 }
  /// Whether it joins its clusters.
  var isMade: Bool { share >= ClusterLink.bound }
}

/// A name as it is looked up: folded, with its kind.
struct NameOfKind: Hashable {
  private let kind: EntityKind
  private let key: String

  /// The name of a judgement.
  init(_ name: JudgedName) {
    kind = name.kind
    key = name.key
  }

  /// The name of a cluster.
  init(_ cluster: Cluster) {
    kind = cluster.kind
    key = cluster.key
  }
}
