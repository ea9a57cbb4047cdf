import Foundation
import GRDB
import Model

// A search typed letter by letter in a library, timed keystroke by keystroke, beside SQLite's FTS5
// alone over the same texts, which ranks its first 40 by bm25.

guard CommandLine.arguments.count == 2 else {
  print("usage: SearchBenchmark LIBRARY")
  exit(2)
}
let path = CommandLine.arguments[1]
let library = try Library(at: URL(filePath: path))

let beginning = ContinuousClock.now
try library.prepareSearch()
let preparing = Durations.milliseconds(ContinuousClock.now - beginning)
print("\(try library.articleCount()) articles; made ready in \(Durations.text(preparing)) ms")

let plain = try PlainIndex(of: path)
print("FTS5 alone: indexed in \(Durations.text(plain.seconds * 1000)) ms\n")
print("kind                     keys     p50     p95     max   FTS5 p50     p95     max    (ms)")

var all: [Double] = []
for kind in Typing.kinds {
  var ours: [Double] = []
  var theirs: [Double] = []
  for text in kind.texts {
    // What the search before left known is of other words.
    for keystroke in Typing.keystrokes(of: text) {
      ours.append(try Durations.measure { _ = try Typing.search(keystroke, in: library) })
      if let pattern = PlainIndex.pattern(of: keystroke) {
        theirs.append(try Durations.measure { try plain.search(pattern) })
      }
    }
  }
  all += ours
  print(Durations.row(kind.name, ours, theirs))
}
print(Durations.row("all", all, []))
