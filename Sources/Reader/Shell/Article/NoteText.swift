import Model

/// A note as it is shown, with its sign before it.
enum NoteText {
  /// The lines of a note, each paragraph in the direction of most of its letters.
  static func lines(of note: String, setting: TextSetting) -> [LayoutLine] {
    guard !note.isEmpty else { return [] }
    return "\(Note.sign) \(note)".split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      let text = ScalarText(String($0))
      return TextLayout(
        text.slice(text.range), width: setting.width,
        direction: setting.direction ?? TextDirection(mostLettersOf: [text.slice(text.range)]),
        options: setting.options
      ).lines
    }
  }
}

extension Note {
  /// The sign of a note.
  static let sign = "\u{270E}"
}

extension ArticleSummary {
  /// The signs of what the reader did with it: a star, a note.
  var marks: String { (isStarred ? "\u{2605}" : "") + (note == nil ? "" : Note.sign) }
}
