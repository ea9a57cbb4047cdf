import Model

/// Everything that can happen to the program: what the reader types and what effects bring back.
enum Message: Sendable {
  /// A key was typed.
  case key(Key)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// Text was pasted as a whole.
  case pasted(String)
  /// A command has printed what it does.
  case printed(ShellOutput)
  /// The command that runs is not wanted any more.
  case stopCommand
  /// The screen has another size.
  case resized(GridSize)
  /// What the terminal that shows the program can do.
  case terminal(drawsTashkeel: Bool)
  /// A question was answered.
  case answered(Reply)
  /// A question could not be answered, and why.
  case failed(Inquiry, Notice)
  /// A note was written in the editor.
  case noteWritten(NoteTarget, text: String)
  /// The configuration was read again.
  case configured(Configuration)
  /// Reading files goes on.
  case progress(ImportProgress)
  /// Names of articles were read again, carefully.
  case readAgain(CarefulReading.Progress)
  /// All files are read.
  case imported(ImportReport)
  /// Fetching the sources goes on.
  case fetching(String)
  /// Fetching the sources has ended; there may be nothing to say.
  case fetched(Notice?)
  /// Something for the reader to know.
  case notice(Notice)
}

/// Where to go in an article that is opened.
enum OpenTarget: Hashable, Sendable {
  /// Where the reader was last, or the start.
  case lastPlace
  /// An exact place.
  case place(Place)
  /// The first mention of an entity.
  case mention(of: EntityID)
  /// A search's hit; `nil` is the start.
  case hit(TextRange?)
}

/// A line for the reader at the foot of the screen.
struct Notice: Hashable, Sendable {
  /// How it is meant.
  enum Tone: Hashable, Sendable {
    case plain
    case alert
  }

  /// What it says.
  var text: String
  /// How it is meant.
  var tone = Tone.plain
}

/// What the program was asked to open.
enum Opening: Hashable, Sendable {
  /// Files, folders or standard input: nothing is kept.
  case paths([String])
  /// The library kept in a file.
  case library(String)
}

extension Settings.ListOrder {
  /// The order that it is for what was opened.
  func order(of opening: Opening) -> ArticleOrder {
    switch (self, opening) {
    case (.newest, _), (.auto, .library): .newestFirst
    case (.path, _), (.auto, .paths): .path
    case (.title, _): .title
    case (.source, _): .source
    }
  }
}
