import Foundation
import FriBidiRun
import Model

// Levels, shaping and reordering of lines of 60 columns over 10 MB of an Arabic article, by
// TextLayout and by FriBidi in turns. TextLayout breaks lines by UAX #14 and measures cells as
// well, where FriBidi is given lines of 60 characters.

let width = 60
let size = 10_000_000
let rounds = 7

/// The paragraphs of as many copies of the article as make `size` bytes.
func paragraphs(of path: String) throws -> [[Unicode.Scalar]] {
  let data = try Data(contentsOf: URL(filePath: path))
  let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    .map { Array($0.unicodeScalars) }
  let copies = (size + data.count - 1) / max(1, data.count)
  return (0..<copies).flatMap { _ in lines }
}

/// The seconds that `work` takes.
func measure(_ work: () -> UInt64) -> (seconds: Double, sum: UInt64) {
  let start = DispatchTime.now().uptimeNanoseconds
  let sum = work()
  return (Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9, sum)
}

let path =
  CommandLine.arguments.dropFirst().first ?? "../seeds/004_09cea5a0bb106c21.txt"
let texts = try paragraphs(of: path)
let numbers = texts.map { $0.map(\.value) }
let scalars = texts.reduce(0) { $0 + $1.count }

var ours: [Double] = []
var theirs: [Double] = []
for _ in 0..<rounds {
  let layout = measure {
    texts.reduce(0) { sum, text in
      TextLayout(text[...], width: width).lines.reduce(sum) {
        $0 + UInt64($1.cells.first?.glyph.value ?? 0)
      }
    }
  }
  let fribidi = measure {
    numbers.reduce(0) { sum, text in
      sum + text.withUnsafeBufferPointer { fribidi_run($0.baseAddress, $0.count, width) }
    }
  }
  guard layout.sum > 0, fribidi.sum > 0 else {
    print("One of the two laid out nothing.")
    exit(1)
  }
  ours.append(layout.seconds)
  theirs.append(fribidi.seconds)
}

/// The median, and what it makes of scalars a second.
func line(_ name: String, _ seconds: [Double]) -> String {
  let median = seconds.sorted()[seconds.count / 2]
  let speed = Double(scalars) / median / 1e6
  return String(format: "%@ %.3f s, %.1f M scalars/s", name, median, speed)
}

print("\(scalars) scalars in \(texts.count) paragraphs, lines of \(width), median of \(rounds)")
print(line("TextLayout", ours))
print(line("FriBidi   ", theirs))
let ratio = theirs.sorted()[rounds / 2] / ours.sorted()[rounds / 2]
print(String(format: "TextLayout is %.2f times as fast as FriBidi", ratio))
