import GRDB

extension Library {
  /// All judgements, the latest last.
  public func judgements() throws -> [Judgement] {
    try read { try JudgementStore(db: $0).all() }
  }

  /// Carries out a change of the judgements, and gives back the change that undoes it.
  ///
  /// It holds at once, for the entities that the names are of; every later import keeps to it. What is
  /// said of where names stand holds once ``CarefulReading`` has read the articles concerned again. Of
  /// judgements on one subject the last one holds, and what it took the place of comes back with the
  /// inverse.
  ///
  /// - Throws: ``LibraryError``.
  /// - Complexity: O(*n*) in the articles of those entities.
  @discardableResult
  public func judge(_ change: JudgementChange) throws -> JudgementChange {
    var change = change
    change.adding = change.adding.compactMap(\.cleaned)
    return try write { db in
      let inverse = try JudgementStore(db: db).apply(change)
      try JudgementStore(db: db).noteSpans(inverse.adding + inverse.removing)
      let names = Set((inverse.adding + inverse.removing).flatMap(\.names))
      guard !names.isEmpty else { return inverse }
      let judgements = try JudgementStore(db: db).all()
      let seeds = try names.flatMap { try ClusterStore(db: db).clusters(named: $0) }
      let neighbourhood = try Neighbourhood(of: seeds, judgements: judgements + inverse.adding, db)
      try EntityWriter(db: db).regroup(neighbourhood, under: judgements)
      try db.execute(sql: "UPDATE tally SET generation = generation + 1")
      return inverse
    }
  }

  /// The name by which to judge an entity: that of its weightiest cluster, for that article alone where it
  /// is a lone name.
  public func judgedName(of entity: EntityID) throws -> JudgedName? {
    try read { db in
      try ClusterStore(db: db).clusters(of: entity.rawValue).max {
        ($0.cluster.mentionCount, $1.cluster.id) < ($1.cluster.mentionCount, $0.cluster.id)
      }.flatMap { try Self.judgedName(of: $0, db) }
    }
  }

  /// The judgement that merges two entities.
  public func merging(_ left: EntityID, _ right: EntityID) throws -> JudgementChange {
    guard left != right, let x = try judgedName(of: left), let y = try judgedName(of: right) else {
      return JudgementChange()
    }
    return JudgementChange(adding: [.same(x, y)])
  }

  /// The change that takes back what merged an entity by hand: the latest of what the reader said is the
  /// same.
  public func unmerging(_ entity: EntityID) throws -> JudgementChange {
    try read { db in
      let names = try Set(
        ClusterStore(db: db).clusters(of: entity.rawValue).map { NameOfKind($0.cluster) })
      let latest = try JudgementStore(db: db).all().last { judgement in
        guard case .same(let left, let right) = judgement else { return false }
        return names.contains(NameOfKind(left)) && names.contains(NameOfKind(right))
      }
      return JudgementChange(removing: latest.map { [$0] } ?? [])
    }
  }

  /// The articles in which a change of judgements may move names.
  public func articles(concernedBy change: JudgementChange) throws -> [ArticleID] {
    try read { db in
      try (change.removing + change.adding).flatMap {
        try JudgementStore(db: db).articles(concernedBy: $0)
      }.map(ArticleID.init(rawValue:))
    }
  }

  /// The digest of an article's text, by which judgements speak of it.
  public func digest(of article: ArticleID) throws -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT digest FROM article WHERE id = ?"),
        arguments: [article.rawValue])
    }
  }

  /// The judgements that split one name of an entity from all its others.
  public func splitting(_ name: String, from entity: EntityID) throws -> JudgementChange {
    try read { db in
      let clusters = try ClusterStore(db: db).clusters(of: entity.rawValue)
      let names = try clusters.compactMap { try Self.judgedName(of: $0, db) }
      let key = JudgedName(kind: .person, text: name).key
      let apart = names.filter { $0.key == key }
      let rest = names.filter { $0.key != key }
      return JudgementChange(
        adding: apart.flatMap { left in rest.map { .different(left, $0) } })
    }
  }

  /// The judgements that an entity's mentions name nothing, in one article or everywhere.
  public func hiding(
    _ entity: EntityID, in article: ArticleID? = nil
  ) throws -> JudgementChange {
    try read { db in
      guard let article else {
        let clusters = try ClusterStore(db: db).clusters(of: entity.rawValue)
        return JudgementChange(
          adding: try clusters.compactMap { try Self.judgedName(of: $0, db) }.map(Judgement.hide))
      }
      guard let content = try Self.content(of: article.rawValue, db),
        let digest = try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT digest FROM article WHERE id = ?"),
          arguments: [article.rawValue])
      else { return JudgementChange() }
      var seen: Set<NameOfKind> = []
      let names = content.mentions.filter { $0.entity == entity }.map { linked in
        JudgedName(
          kind: linked.mention.kind, text: content.article.text[linked.mention.range],
          article: digest)
      }
      return JudgementChange(
        adding: names.filter { seen.insert(NameOfKind($0)).inserted }.map(Judgement.hide))
    }
  }

  /// The entity that a name is of, the weightiest where several have it.
  public func entity(named name: JudgedName) throws -> EntityID? {
    try read { try Self.entity(named: name, $0) }
  }

  static func entity(named name: JudgedName, _ db: Database) throws -> EntityID? {
    try ClusterStore(db: db).clusters(named: name).filter { $0.entity != nil }.max {
      ($0.cluster.mentionCount, $1.cluster.id) < ($1.cluster.mentionCount, $0.cluster.id)
    }.flatMap(\.entity).map(EntityID.init(rawValue:))
  }

  static func judgedName(of stored: StoredCluster, _ db: Database) throws -> JudgedName? {
    guard
      let best = stored.cluster.names.first(where: {
        JudgedName(kind: stored.cluster.kind, text: $0.form.text).key == stored.cluster.key
      }) ?? stored.cluster.names.first
    else { return nil }
    var name = JudgedName(kind: stored.cluster.kind, text: best.form.text)
    if stored.cluster.isLone, let article = try stored.postings().first {
      name.article = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT digest FROM article WHERE id = ?"), arguments: [article])
    }
    return name
  }
}
