import ArgumentParser
import Foundation
import Model

/// The articles a command works on: PATHs that are read for it alone, or the library.
struct ArticleInput: ParsableArguments {
  @OptionGroup var library: LibraryFile

  @Argument(help: PathArgument.help, completion: .file(), transform: PathArgument.read)
  var paths: [String] = []

  @OptionGroup var links: LinkOption

  @Flag(
    name: .long, help: "Read names in PATHs quickly, which finds fewer; for many articles.")
  var quick = false

  func validate() throws {
    guard !paths.contains("-") || isatty(STDIN_FILENO) == 0 else {
      throw ValidationError("- is standard input, and that is the terminal; pipe an article in.")
    }
  }

  /// The order in which the articles stand.
  var order: ArticleOrder { paths.isEmpty ? .newestFirst : .path }

  /// Reads the PATHs, or opens the library.
  ///
  /// What could not be read is said on standard error, and `isComplete` is then false.
  func open() throws -> (library: Library, isComplete: Bool) {
    guard !paths.isEmpty else { return (try library.open(), true) }
    let library = try Library.inMemory()
    let job = ImportJob(
      library: library, tagger: try NewsTagger(isCareful: !quick), resolver: try NewsResolver(),
      reader: .configured, followsLinks: links.follow)
    let report = try job.run(paths: paths) { _ in }
    for failure in report.failures { StandardError.write("reader: \(failure)") }
    if !report.failures.isEmpty, try library.articleCount() == 0 { throw ExitCode(1) }
    return (library, report.failures.isEmpty)
  }
}
