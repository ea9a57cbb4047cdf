import Foundation
import Model

@testable import Reader

/// Drives the program's state without a terminal: keys in, screens as text out.
struct ScreenDriver {
  /// The state driven.
  private(set) var state: State
  /// The effects that a terminal would have carried out, oldest first.
  private(set) var handedOut: [Effect] = []
  private let desk: LibraryDesk

  /// Opens files as `reader PATH ...` does.
  init(paths: [String], columns: Int, rows: Int, nameScript: Script = .latin) throws {
    let library = try Library.inMemory()
    let job = ImportJob(
      library: library, tagger: try NewsTagger(isCareful: true), resolver: try NewsResolver())
    let report = try job.run(paths: paths) { _ in }
    self.init(
      library: library, opening: .paths(paths), columns: columns, rows: rows,
      nameScript: nameScript)
    deliver(.imported(report))
  }

  /// Opens a library, as it was left if that is known.
  init(
    library: Library, opening: Opening, columns: Int, rows: Int, nameScript: Script = .latin,
    configuration: Configuration = Configuration(), visit: LastVisit? = nil,
    sources: SourceListFile = SourceListFile(path: "/no/such/sources.toml")
  ) {
    state = State(
      size: GridSize(rows: rows, columns: columns), opening: opening, nameScript: nameScript,
      configuration: configuration)
    visit?.restore(&state)
    desk = LibraryDesk(library: library, order: state.order, sources: sources)
    run(state.start())
  }

  /// The screen as text.
  var screen: String { Screen.grid(state).text }

  /// The screen's cells.
  var grid: Grid { Screen.grid(state) }

  /// The line at the foot of the screen.
  var foot: String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  /// The title of the article shown.
  var title: String? { state.reading?.content.summary.title }

  /// The text at the cursor: its mention, else its row.
  var textUnderCursor: String? {
    guard let reading = state.reading else { return nil }
    let range =
      reading.content.mentionIndex(at: reading.cursor).map {
        reading.content.mentions[$0].mention.range
      } ?? reading.layout.range(ofRow: reading.cursorRow)
    return range.map { reading.content.article.text[$0] }
  }

  /// Types keys by their names.
  mutating func press(_ names: String...) {
    for name in names {
      guard let key = Key(name: name) else {
        fatalError("no key is called \(name)")
      }
      deliver(.key(key))
    }
  }

  /// Types text, a key for each character.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { deliver(.key(.character(scalar))) }
  }

  /// Changes the size of the screen.
  mutating func resize(columns: Int, rows: Int) {
    deliver(.resized(GridSize(rows: rows, columns: columns)))
  }

  /// Takes in a message and everything that follows from it.
  mutating func deliver(_ message: Message) {
    run(state.update(message))
  }

  /// Reads names again at once, as the program does in the background.
  private mutating func readNames(concernedBy change: JudgementChange) {
    var progress: CarefulReading.Progress?
    try? CarefulReading(
      library: desk.library, tagger: NewsTagger(isCareful: true), resolver: NewsResolver(),
      only: desk.library.articles(concernedBy: change)
    ).run(progress: { progress = $0 })
    if let progress { deliver(.readAgain(progress)) }
  }

  private mutating func run(_ wanted: [Effect]) {
    for effect in wanted {
      guard case .ask(let inquiry) = effect else {
        handedOut.append(effect)
        if case .readNames(let change) = effect { readNames(concernedBy: change) }
        continue
      }
      desk.announce(inquiry)
      if let answer = desk.answer(to: inquiry) { deliver(answer) }
    }
  }
}

/// The articles that come with the project, for tests that open them.
enum Seeds {
  /// The folder of both.
  static let folder = Project.root.appending(path: "seeds").path

  /// The English one.
  static let english = folder + "/000_3aa98af2db902616.txt"

  /// The Arabic one.
  static let arabic = folder + "/004_09cea5a0bb106c21.txt"
}
