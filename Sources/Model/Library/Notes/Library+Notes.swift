import GRDB

extension Library {
  /// What is noted of an article, to be edited.
  public func noteDraft(of article: ArticleID) throws -> NoteDraft {
    try read { db in
      let text = try NoteStore(db: db).text(of: article) ?? ""
      return NoteDraft(notes: [Note(text, on: .article(article))])
    }
  }

  /// What is noted of an entity, to be edited; nothing can be where it is gone.
  public func noteDraft(of entity: EntityID) throws -> NoteDraft {
    let notes = try notes(of: entity)
    if !notes.isEmpty { return NoteDraft(notes: notes) }
    return NoteDraft(
      notes: try judgedName(of: entity).map { [Note("", on: .name($0))] } ?? [])
  }

  /// The notes on the names of an entity, in the order in which they were written.
  public func notes(of entity: EntityID) throws -> [Note] {
    try read { try NoteStore(db: $0).notes(of: entity) }
  }

  /// The entities whose names have notes, with these.
  ///
  /// - Complexity: O(*n*) in the number of notes.
  public func notedEntities() throws -> [EntityID: [Note]] {
    try read { try NoteStore(db: $0).entities { _ in true } }
  }
}
