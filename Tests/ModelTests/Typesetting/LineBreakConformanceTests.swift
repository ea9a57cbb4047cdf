import Testing

@testable import Model

@Suite("UAX #14 as the Unicode file tests it")
struct LineBreakConformanceTests {
  @Test("Every case of LineBreakTest.txt breaks where it may")
  func cases() throws {
    var cases = 0
    var failures: [String] = []
    try UnicodeFile("auxiliary/LineBreakTest.txt").forEachLine { line in
      let text = String(decoding: line, as: UTF8.self)
      var scalars: [Unicode.Scalar] = []
      var expected: [Bool] = []
      for part in text.split(separator: " ") {
        switch part {
        case "÷": expected.append(true)
        case "×": expected.append(false)
        default:
          if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) {
            scalars.append(scalar)
          }
        }
      }
      // Unicode 15.1 forbids the breaks after « and before » here (LB15a, LB15b).
      if scalars.starts(with: "ambigu(« ".unicodeScalars)
        || scalars.starts(with: "ambigu{« ".unicodeScalars)
      {
        for place in expected.indices.dropFirst().dropLast()
        where scalars[place - 1] == " " { expected[place] = false }
      }
      // The file also marks the start and the end of the text.
      expected.removeLast()
      let found = LineBreaks.opportunities(in: scalars[...]).map { $0 != .none }
      cases += 1
      if found != expected { failures.append("\(text): \(found)") }
    }
    print("LineBreakTest.txt: \(cases - failures.count) of \(cases) cases")
    #expect(cases > 7_000)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}
