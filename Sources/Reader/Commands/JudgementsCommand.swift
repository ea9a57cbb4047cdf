import ArgumentParser
import Foundation
import Model

/// `reader judgements`: what the reader decided about names, as a file.
struct JudgementsCommand: ParsableCommand {
  /// What is done with the file.
  enum Action: String, ExpressibleByArgument, CaseIterable {
    case export
    case `import`
  }

  static let configuration = CommandConfiguration(
    commandName: "judgements",
    abstract: "Export and import what you decided about names.",
    usage: """
      reader judgements export [--library FILE] [FILE]
      reader judgements import [--library FILE] FILE
      """,
    discussion: """
      What you decide about names (same, different, rename, hide ...) is kept apart from the articles \
      and holds for those that come later. The file has one decision a line, as JSON. Imported ones \
      are added to the library's; where both decide the same thing, the file's holds.
      """)

  @OptionGroup var libraryFile: LibraryFile

  @Argument(help: ArgumentHelp("What to do: export or import.", valueName: "ACTION"))
  var action: Action

  @Argument(
    help: ArgumentHelp("The file; export prints without one.", valueName: "FILE"),
    completion: .file(), transform: PathArgument.read)
  var file: String?

  func validate() throws {
    if action == .import, file == nil {
      throw ValidationError("Name the file to import: reader judgements import FILE")
    }
  }

  func run() throws {
    let library = try libraryFile.open()
    switch (action, file) {
    case (.export, let file): try export(library.judgements(), to: file)
    case (.import, let file?):
      let judgements = try JudgementFile.judgements(at: URL(filePath: file))
      let made = try library.judge(JudgementChange(adding: judgements)).removing.count
      try StandardOutput.write("\(made) taken, \(judgements.count - made) known already\n")
    case (.import, nil): break
    }
  }

  private func export(_ judgements: [Judgement], to file: String?) throws {
    let text = try JudgementFile.text(of: judgements)
    guard let file, file != "-" else { return try StandardOutput.write(text) }
    do {
      try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      throw JudgementFile.Unwritable(path: file)
    }
  }
}
