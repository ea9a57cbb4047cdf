import GRDB

/// Keeps notes: those on articles by number, those on names by the name.
///
/// Every name that has a note is read to find one: people write hundreds, and a folded name that was
/// stored would be another after a change of the folding.
struct NoteStore {
  let db: Database

  /// A note on a name, with its number.
  private struct NameNote {
    var number: Int64
    var name: JudgedName
    var text: String
  }

  /// Writes a note in the place of the one on its subject, and gives that one back; `nil` where nothing
  /// changes.
  ///
  /// - Throws: ``Note/TooLong``.
  func write(_ note: Note) throws -> Note? {
    let text = try Note.cleaned(note.text)
    switch note.subject {
    case .article(let id):
      let before = try self.text(of: id) ?? ""
      guard text != before, try Library.isPresent(id, db) else { return nil }
      try db.cachedStatement(sql: "DELETE FROM article_note WHERE article = ?")
        .execute(arguments: [id.rawValue])
      if !text.isEmpty {
        try db.cachedStatement(sql: "INSERT INTO article_note (article, text) VALUES (?, ?)")
          .execute(arguments: [id.rawValue, text])
      }
      return Note(before, on: note.subject)
    case .name(let name):
      let former = try nameNotes().filter {
        NameOfKind($0.name) == NameOfKind(name) && $0.name.article == name.article
      }
      let before = former.first?.text ?? ""
      guard text != before else { return nil }
      for note in former {
        try db.cachedStatement(sql: "DELETE FROM name_note WHERE number = ?")
          .execute(arguments: [note.number])
      }
      if !text.isEmpty {
        try db.cachedStatement(
          sql: "INSERT INTO name_note (kind, name, article, text) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [name.kind.rawValue, name.text, name.article, text])
      }
      return Note(before, on: note.subject)
    }
  }

  /// The text of the note on an article.
  func text(of article: ArticleID) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM article_note WHERE article = ?"),
      arguments: [article.rawValue])
  }

  /// The articles that have a note whose text passes a test.
  func articles(where passes: (String) -> Bool) throws -> [ArticleID] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT article, text FROM article_note"))
    var found: [ArticleID] = []
    while let row = try rows.next() {
      if try passes(row.decode(atIndex: 1)) {
        found.append(ArticleID(rawValue: try row.decode(atIndex: 0)))
      }
    }
    return found
  }

  /// The notes on names whose text passes a test, by the entities that have the names.
  func entities(where passes: (String) -> Bool) throws -> [EntityID: [Note]] {
    var found: [EntityID: [Note]] = [:]
    for note in try nameNotes() where passes(note.text) {
      for entity in try bearers(of: note.name) {
        found[entity, default: []].append(Note(note.text, on: .name(note.name)))
      }
    }
    return found
  }

  /// The notes on the names of an entity, in the order in which they were written.
  func notes(of entity: EntityID) throws -> [Note] {
    let notes = try nameNotes()
    guard !notes.isEmpty else { return [] }
    let names = try Library.entity(entity, db)?.names.map(\.text) ?? []
    let clusters = try ClusterStore(db: db).clusters(of: entity.rawValue).map(\.cluster.key)
    let keys = Set(names.map { JudgedName(kind: .person, text: $0).key } + clusters)
    return try notes.filter {
      try keys.contains($0.name.key) && bearers(of: $0.name).contains(entity)
    }.map { Note($0.text, on: .name($0.name)) }
  }

  /// The entities that have a name, be they of another kind by now.
  private func bearers(of name: JudgedName) throws -> Set<EntityID> {
    for kind in [name.kind] + EntityKind.allCases.filter({ $0 != name.kind }) {
      let named = JudgedName(kind: kind, text: name.text, article: name.article)
      let clusters = try ClusterStore(db: db).clusters(named: named).filter { $0.entity != nil }
      let general = clusters.filter { name.article != nil || !$0.cluster.isLone }
      if !general.isEmpty { return Set(general.compactMap(\.entity).map(EntityID.init(rawValue:))) }
      if let entity = try Library.entity(named: named, db) { return [entity] }
    }
    return name.article == nil ? try bearers(of: name.key, in: name.text) : []
  }

  /// The entity that has a name which is none of its clusters' fullest: of several the most mentioned.
  private func bearers(of key: String, in name: String) throws -> Set<EntityID> {
    let words = FoldedWord.words(of: name)
    guard !words.isEmpty else { return [] }
    let ids = try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT rowid FROM name_index WHERE name_index MATCH ? LIMIT \(Self.mostBearers)"),
      arguments: [FTSPattern.phrase(words)])
    let entities = try ids.compactMap { try Library.entity(EntityID(rawValue: $0), db) }
      .filter { entity in
        entity.names.contains { JudgedName(kind: entity.kind, text: $0.text).key == key }
      }
    let best = entities.max { ($0.mentionCount, $1.id) < ($1.mentionCount, $0.id) }
    return best.map { [$0.id] } ?? []
  }

  /// How many entities with the words of a name are looked at.
  private static let mostBearers = 64

  private func nameNotes() throws -> [NameNote] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT number, kind, name, article, text FROM name_note ORDER BY number"))
    var notes: [NameNote] = []
    while let row = try rows.next() {
      guard let kind = EntityKind(rawValue: try row.decode(atIndex: 1)) else { continue }
      let name = try JudgedName(
        kind: kind, text: row.decode(atIndex: 2), article: row.decode(atIndex: 3))
      notes.append(
        try NameNote(number: row.decode(atIndex: 0), name: name, text: row.decode(atIndex: 4)))
    }
    return notes
  }

  // MARK: - Articles that change, go and come back

  /// Lets notes on names that are meant in one article alone follow it to another text.
  func follow(article id: Int64, to digest: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE name_note SET article = :digest WHERE article =
          (SELECT digest FROM article WHERE id = :id)
        """
    ).execute(arguments: ["id": id, "digest": digest])
  }

  /// Keeps the note on an article that is about to go.
  func keep(article id: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO kept_note (digest, text)
        SELECT digest, text FROM article_note JOIN article ON id = article WHERE article = ?
        """
    ).execute(arguments: [id])
  }

  /// Gives what was kept back to the articles that are there again and have no note since.
  func giveBack() throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO article_note (article, text)
        SELECT min(id), text FROM kept_note JOIN article USING (digest) GROUP BY digest;
        DELETE FROM kept_note WHERE digest IN (SELECT digest FROM article);
        """)
  }
}
