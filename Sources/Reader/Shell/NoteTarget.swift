import Model

/// What a note is written on.
enum NoteTarget: Hashable, Sendable {
  /// An article.
  case article(ArticleID)
  /// An entity, by one of its names.
  case entity(EntityID)

  /// What is noted of it so far.
  func draft(in library: Library) throws -> NoteDraft {
    switch self {
    case .article(let article): try library.noteDraft(of: article)
    case .entity(let entity): try library.noteDraft(of: entity)
    }
  }
}

/// Writes a note in the place of all that was noted.
struct WriteNote: Question {
  /// What it is on.
  var target: NoteTarget
  /// Its text; an empty one removes the note.
  var text: String

  var isChange: Bool { true }

  func answer(from desk: LibraryDesk) throws -> ChangeMade? {
    let text = try Note.cleaned(text)
    let change = try target.draft(in: desk.library).change(to: text)
    return ChangeMade(change: change, inverse: try desk.library.apply(change))
  }

  func take(_ answer: ChangeMade, in state: inout State) -> [Effect] {
    state.take(answer, .command)
  }
}

/// A note that is to be written in the editor.
struct NoteToEdit: Hashable, Sendable {
  /// What it is on.
  var target: NoteTarget
  /// The text so far.
  var text: String
  /// The editor of the configuration.
  var program: String
}
