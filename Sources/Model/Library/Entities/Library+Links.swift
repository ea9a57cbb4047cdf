import GRDB

extension Library {
  /// The links between the names of an entity: why they are taken for one, the least sure first.
  public func links(of entity: EntityID) throws -> [EntityLink] {
    try read { db in
      try Self.links(of: entity.rawValue, db).filter { $0.reason == .judgement || $0.holds }
        .sorted {
          ($0.confidence, $0.left.text, $0.right.text)
            < ($1.confidence, $1.left.text, $1.right.text)
        }
    }
  }

  /// The links of an entity's names to others that were not made and of which the reader has not said
  /// anything, the surest first.
  public func proposals(of entity: EntityID) throws -> [EntityLink] {
    try read { db in
      try Self.links(of: entity.rawValue, db).filter { !$0.holds && $0.judgement == nil }
        .sorted {
          ($1.confidence, $0.left.text, $0.right.text)
            < ($0.confidence, $1.left.text, $1.right.text)
        }
    }
  }

  /// The proposed links of the whole library that the reader has not said anything of, the surest
  /// first.
  public func proposals(limit: Int) throws -> [EntityLink] {
    try read { db in
      let judged = try Self.judgedPairs(db)
      var proposals: [EntityLink] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT left, right, reason, confidence FROM cluster_link WHERE confidence < ?
          ORDER BY confidence DESC, left, right
          """, arguments: [Int(ClusterLink.bound * 1000)])
      while proposals.count < limit, let row = try rows.next() {
        guard let link = try Self.link(ClusterStore.LinkRow(row: row), judged, db), !link.holds,
          link.judgement == nil
        else { continue }
        proposals.append(link)
      }
      return proposals
    }
  }

  private static func links(of entity: Int64, _ db: Database) throws -> [EntityLink] {
    let store = ClusterStore(db: db)
    let judged = try judgedPairs(db)
    var rows: Set<ClusterStore.LinkRow> = []
    for cluster in try store.clusters(of: entity) {
      rows.formUnion(try store.links(of: cluster.cluster.id))
    }
    var links = try rows.compactMap { try link($0, judged, db) }
    links += try judgedLinks(of: entity, beside: links, db)
    return links
  }

  /// What the reader joined and no link did.
  private static func judgedLinks(
    of entity: Int64, beside links: [EntityLink], _ db: Database
  ) throws -> [EntityLink] {
    let known = Set(links.compactMap(\.judgement))
    let names = try Set(
      ClusterStore(db: db).clusters(of: entity).compactMap { try judgedName(of: $0, db) }
        .map(NameOfKind.init))
    return try JudgementStore(db: db).all().compactMap { judgement in
      guard case .same(let left, let right) = judgement, !known.contains(judgement),
        names.contains(NameOfKind(left)), names.contains(NameOfKind(right))
      else { return nil }
      return EntityLink(
        left: left, leftEntity: EntityID(rawValue: entity), right: right,
        rightEntity: EntityID(rawValue: entity), reason: .judgement, confidence: 1,
        judgement: judgement)
    }
  }

  private static func link(
    _ row: ClusterStore.LinkRow, _ judged: [String: Judgement], _ db: Database
  ) throws -> EntityLink? {
    let store = ClusterStore(db: db)
    guard let reason = LinkReason(rawValue: row.reason), let x = try store.cluster(row.left),
      let y = try store.cluster(row.right), let xEntity = x.entity, let yEntity = y.entity,
      let left = try judgedName(of: x, db), let right = try judgedName(of: y, db)
    else { return nil }
    return EntityLink(
      left: left, leftEntity: EntityID(rawValue: xEntity), right: right,
      rightEntity: EntityID(rawValue: yEntity), reason: reason, confidence: row.share,
      judgement: judged[Judgement.unsure(left, right).subject])
  }

  private static func judgedPairs(_ db: Database) throws -> [String: Judgement] {
    var pairs: [String: Judgement] = [:]
    for judgement in try JudgementStore(db: db).all() where judgement.names.count == 2 {
      pairs[judgement.subject] = judgement
    }
    return pairs
  }
}
