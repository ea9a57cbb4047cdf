import Foundation

/// What a person wrote about an article or a name.
public struct Note: Hashable, Sendable {
  /// What a note is about.
  public enum Subject: Hashable, Sendable {
    /// An article.
    case article(ArticleID)
    /// The entity that has a name: notes speak of names, as judgements do, since names outlive the
    /// numbers of entities.
    case name(JudgedName)
  }

  /// What it is about.
  public var subject: Subject
  /// Its text, of one line or several; an empty one is no note.
  public var text: String

  /// Makes a note.
  public init(_ text: String, on subject: Subject) {
    (self.subject, self.text) = (subject, text)
  }

  /// How many scalars a note has at most.
  public static let limit = 1 << 16

  /// A text as a note keeps it: harmless for the screen, without spaces at the ends of its lines and
  /// empty lines around it.
  ///
  /// - Throws: ``TooLong``.
  public static func cleaned(_ text: String) throws(TooLong) -> String {
    let clean = String(
      String.UnicodeScalarView(CleanText(cleaning: Array(text.unicodeScalars)).scalars))
    var lines = clean.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var scalars = line.unicodeScalars
      while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
      return String(String.UnicodeScalarView(scalars.map { $0 == "\t" ? " " : $0 }))
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let kept = lines.drop(while: \.isEmpty).joined(separator: "\n")
    let length = kept.unicodeScalars.count
    guard length <= limit else { throw TooLong(length: length) }
    return kept
  }

  /// A note is longer than notes may be.
  public struct TooLong: Error, Hashable, Sendable, CustomStringConvertible, LocalizedError {
    /// How many scalars it has.
    public var length: Int

    /// A sentence for the person at the terminal.
    public var description: String {
      "A note has at most \(Note.limit) characters, and this one \(length). Shorten it."
    }

    /// The same sentence.
    public var errorDescription: String? { description }
  }
}

/// All that is noted of one article or entity, as one text to be edited.
///
/// An entity whose names were merged has the notes of all of them; what is written in their place is a
/// note on the first.
public struct NoteDraft: Hashable, Sendable {
  /// The notes; the first is the one that is written.
  let notes: [Note]

  /// The text so far.
  public var text: String {
    notes.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The change that puts a text in the place of the one so far.
  public func change(to text: String) -> UserChange {
    guard text != self.text, let first = notes.first else { return .notes([]) }
    return .notes(
      [Note(text, on: first.subject)] + notes.dropFirst().map { Note("", on: $0.subject) })
  }
}
