import Foundation
import Testing

@testable import Model

@Suite("UAX #9 as the Unicode files test it")
struct BidiConformanceTests {
  @Test("Every case of BidiTest.txt has its levels and its order")
  func classes() throws {
    var cases = 0
    var failures: [String] = []
    var levels: [UInt8?] = []
    var order: [Int] = []
    try UnicodeFile("BidiTest.txt").forEachLine { line in
      if line.starts(with: Array("@Levels:".utf8)) {
        levels = UnicodeFile.fields(line.dropFirst(8), separator: UnicodeFile.space)
          .map(UInt8.init(ascii:))
      } else if line.starts(with: Array("@Reorder:".utf8)) {
        order = UnicodeFile.fields(line.dropFirst(9), separator: UnicodeFile.space)
          .compactMap(Int.init(ascii:))
      } else if line.first != UInt8(ascii: "@") {
        let fields = UnicodeFile.fields(line, separator: UnicodeFile.semicolon)
        let classes = UnicodeFile.fields(fields[0], separator: UnicodeFile.space)
          .compactMap(BidiClass.init(name:))
        let directions = Int(ascii: fields[1]) ?? 0
        let choices: [TextDirection?] = [nil, .leftToRight, .rightToLeft]
        for (bit, direction) in choices.enumerated() where directions >> bit & 1 == 1 {
          cases += 1
          let paragraph = BidiParagraph(
            classes: classes, seen: BidiClassSet(classes), scalars: nil, direction: direction)
          let visual = paragraph.visualOrder(of: 0..<classes.count)
            .filter { !classes[$0].isRemoved }
          if visual != order || !Self.agree(paragraph, levels) {
            failures.append("\(classes) \(String(describing: direction))")
          }
        }
      }
    }
    print("BidiTest.txt: \(cases - failures.count) of \(cases) cases")
    #expect(cases == 770_241)
    #expect(failures.isEmpty, "\(failures.prefix(10))")
  }

  @Test("Every case of BidiCharacterTest.txt has its levels and its order")
  func characters() throws {
    var cases = 0
    var failures: [String] = []
    try UnicodeFile("BidiCharacterTest.txt").forEachLine { line in
      let fields = UnicodeFile.fields(line, separator: UnicodeFile.semicolon)
      let scalars = UnicodeFile.fields(fields[0], separator: UnicodeFile.space)
        .compactMap(Unicode.Scalar.init(hexadecimal:))
      let direction: TextDirection? =
        switch Int(ascii: fields[1]) {
        case 0: .leftToRight
        case 1: .rightToLeft
        default: nil
        }
      let levels = UnicodeFile.fields(fields[3], separator: UnicodeFile.space)
        .map(UInt8.init(ascii:))
      let order = UnicodeFile.fields(fields[4], separator: UnicodeFile.space)
        .compactMap(Int.init(ascii:))
      cases += 1
      let paragraph = BidiParagraph(scalars[...], direction: direction)
      let visual = paragraph.visualOrder(of: 0..<scalars.count).filter { levels[$0] != nil }
      if Int(paragraph.baseLevel) != Int(ascii: fields[2]) || visual != order
        || !Self.agree(paragraph, levels)
      {
        failures.append(String(decoding: line, as: UTF8.self))
      }
    }
    print("BidiCharacterTest.txt: \(cases - failures.count) of \(cases) cases")
    #expect(cases == 91_707)
    #expect(failures.isEmpty, "\(failures.prefix(10))")
  }

  private static func agree(_ paragraph: BidiParagraph, _ levels: [UInt8?]) -> Bool {
    let found = paragraph.lineLevels(of: 0..<paragraph.levels.count)
    return found.count == levels.count
      && zip(found, levels).allSatisfy { $1 == nil || $0 == $1 }
  }
}
