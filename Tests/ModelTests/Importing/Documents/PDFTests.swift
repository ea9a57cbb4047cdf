import Foundation
import Testing

@testable import Model

/// Text on the pages of PDF documents.
struct PDFTests {
  /// A page as `pdftotext -bbox-layout` writes it: lines of words, each a letter wide per scalar.
  private func page(_ lines: [String], rightToLeft: Bool = false, top: Double = 100) -> PDFPage {
    var page = PDFPage(width: 400, height: 600)
    for (number, line) in lines.enumerated() {
      var left = rightToLeft ? 350 - 5 * Double(line.count) : 50
      var words: [PDFWord] = []
      for word in line.split(separator: " ") {
        let box = PageBox(
          left: left, top: top + 12 * Double(number), right: left + 5 * Double(word.count),
          bottom: top + 10 + 12 * Double(number))
        words.append(PDFWord(box: box, scalars: Array(word.unicodeScalars)))
        left = box.right + 5
      }
      guard let first = words.first else { continue }
      page.lines.append(
        PDFLine(box: words.reduce(first.box) { $0.union($1.box) }, words: words))
    }
    return page
  }

  private func text(_ visual: String, _ manner: VisualText.Manner = .init()) -> String {
    ScalarText(
      VisualText(Array(visual.unicodeScalars), isRightToLeft: true, manner: manner).scalars
    ).string
  }

  @Test func `a drawn line is read from the right, its numbers and Latin words from the left`() {
    #expect(text("2023 سرام 14") == "14 مارس 2023")
    #expect(text(".Reuters News 7 ةلاكو تلاق") == "قالت وكالة Reuters News 7.")
    #expect(text("%53.7 ةبسن") == "نسبة 53.7%")
    #expect(text("2025-2024") == "2024-2025")
    #expect(text("62(") == "(62")
    #expect(text("62)", .init(mirrorsBrackets: true)) == "(62")
  }

  @Test func `a turned ligature is told by the pairs that Arabic lacks, or by the lexicon`() {
    let lexicon: Set<String> = ["دولار", "الجميع", "خلال"]
    var repair = ArabicRepair(["االتحاد", "األمم"]) { lexicon.contains($0) }
    #expect(repair.repaired("االتحاد و األمم، 5 دوالر") == "الاتحاد و الأمم، 5 دولار")
    #expect(repair.repaired("عبد اهلل اجلميع خالل") == "عبد الله الجميع خلال")
    var straight = ArabicRepair(["الاتحاد", "حال"], isWord: nil)
    #expect(straight.repaired("حال الاتحاد") == "حال الاتحاد")
  }

  @Test func `presentation forms are letters`() {
    #expect("ﻻﻟﻲ".unicodeScalars.flatMap(ArabicRepair.letters) == Array("لالي".unicodeScalars))
  }

  @Test func `lines become paragraphs, and words cut by a hyphen are whole`() {
    let pages = [
      page([
        "The committee said again that extraordinarily compli-",
        "cated talks on a well-known matter go on.",
        "A new paragraph starts after a short line, and a well-",
        "known word keeps its own hyphen.",
      ])
    ]
    let known: Set<String> = ["complicated"]
    let blocks = PDFParagraphs(pages) { known.contains($0) }.blocks
    #expect(
      blocks.map(\.text) == [
        "The committee said again that extraordinarily complicated talks on a well-known matter go on.",
        "A new paragraph starts after a short line, and a well-known word keeps its own hyphen.",
      ])
  }

  @Test func `running heads and page numbers are dropped`() throws {
    let pages = (1...3).map { number in
      var page = page(["Story \(number == 2 ? "second" : "first") of the day."])
      page.lines += self.page(["The Gazette \(number)"], top: 20).lines
      page.lines += self.page(["\(number)"], top: 580).lines
      return page
    }
    let article = try PDFImporter().article(pages, [:], path: "a.pdf")
    #expect(!article.blocks.contains { $0.text.contains("Gazette") || $0.text == "2" })
  }

  @Test func `letters placed one by one make words`() {
    let drawn = page(["ةيبرع"], rightToLeft: true)
    var apart = drawn
    var left = 100.0
    apart.lines[0].words = "ةيبرع".unicodeScalars.map { scalar in
      left += 5.2
      let box = PageBox(left: left - 5, top: 100, right: left, bottom: 110)
      return PDFWord(box: box, scalars: [scalar])
    }
    #expect(PDFParagraphs([apart], isWord: nil).blocks.map(\.text) == ["عربية"])
  }

  @Test func `a document of unknown words is refused in a sentence`() {
    let blocks = [TextBlock(kind: .paragraph, text: String(repeating: "لاق ريزولا ", count: 50))]
    #expect(PDFQuality(blocks) { _ in false }.refusal?.contains("no clean Arabic text") == true)
    #expect(PDFQuality(blocks) { _ in true }.refusal == nil)
  }

  @Test func `a date has digits, and nothing else that is a number`() {
    #expect(PDFDate("D:20230314101500+02'00'")?.seconds == 1_678_781_700)
    #expect(PDFDate("D:20230314101500+\u{5146}\u{5146}'")?.seconds == 1_678_788_900)
    #expect(PDFDate(String(repeating: "\u{5146}", count: 14)) == nil)
  }

  @Test func `mutated layouts neither crash nor hang`() {
    let start = """
      <title>T</title>
      <page width="400" height="600">
      <block xMin="1" yMin="1" xMax="9" yMax="9">
      <word xMin="50.0" yMin="100.0" xMax="90.0" yMax="110.0">كلمة</word>
      <word xMin="95.0" yMin="100.0" xMax="120.0" yMax="110.0">text-</word>
      </block>
      </page>
      """
    var random = SeededRandom(seed: 5)
    for _ in 0..<1000 {
      var bytes = Array(start.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let pages = PDFLayout(bytes).pages
      _ = PDFParagraphs(pages, isWord: nil)
      _ = RunningLines(pages)
    }
  }
}
