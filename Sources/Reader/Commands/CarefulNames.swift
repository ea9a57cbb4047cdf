import ArgumentParser
import Foundation
import Model

/// `--careful`: the careful reading of names, by commands that then wait for it.
struct CarefulNames: ParsableArguments {
  @Flag(
    name: .long,
    help: "Read all names carefully now, not in the background when the library is open.")
  var careful = false

  /// Reads the names of all articles that wait for it where that was asked for, on all cores, and shows
  /// how far it is.
  func read(in library: Library) throws {
    guard careful else { return }
    let job = CarefulReading(
      library: library, tagger: try NewsTagger(isCareful: true), resolver: try NewsResolver())
    try InterruptibleTask.run {
      var line = ProgressLine()
      defer { line.clear() }
      let cores = ProcessInfo.processInfo.activeProcessorCount
      try job.run(
        threads: cores,
        progress: {
          line.show("names read carefully in \($0.articles) articles, \($0.waiting) left")
        })
    } interrupted: {
      ProgressLine.interrupt("Stopping; what was read stays.")
    }
    let left = try library.hastyCount()
    guard left > 0 else { return }
    StandardError.write(
      "reader: stopped; the names of \(left) articles are read carefully when the library is open.")
    throw ExitCode(InterruptibleTask.stoppedStatus)
  }
}
