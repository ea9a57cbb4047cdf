import Foundation
import Model
import Testing

@Suite("Wrapped lines are joined to paragraphs, others are not")
struct WrappedTextTests {
  @Test("Paragraphs that a program wrapped are whole again, and lead back to their lines")
  func wrapped() throws {
    let data = try fixture("wrapped.txt")
    let article = try imported(data)
    #expect(article.title == "Council hears owners of shops")
    let body = article.paragraphs(.body)
    #expect(body.count == 3)
    #expect(body[0].hasPrefix("The council of the old town met on Monday evening to hear what the"))
    #expect(body[0].hasSuffix("and most of the owners who spoke were in favour of it."))
    let file = Array(String(decoding: data, as: UTF8.self).unicodeScalars)
    for word in ["river,", "engineers", "Sunday."] {
      let range = try #require(find(word, in: article.text))
      let original = article.offsets.original(range)
      #expect(String(String.UnicodeScalarView(file[original.range])) == word)
    }
  }

  @Test("Lines that end with CR LF and spaces, or are indented, join with one space")
  func indented() throws {
    let lines = [
      "    The council of the old town met on Monday evening to hear what",
      "the new bridge will mean for the shops along the river, and most of",
      "the owners who spoke were in favour of it, which nobody had thought",
      "they would be.",
      "    Others feared that the cars would come back to the narrow streets",
      "of the town.",
    ]
    let article = try imported(lines.joined(separator: "  \r\n"))
    let body = article.paragraphs(.body)
    #expect(body.count == 2)
    #expect(
      body[0].hasSuffix(
        "to hear what the new bridge will mean for the shops along the river, and most of the owners who spoke were in favour of it, which nobody had thought they would be."
      ))
    #expect(body[1].hasSuffix("the narrow streets of the town."))
  }

  @Test("Wrapped Arabic is joined as well")
  func arabic() throws {
    let lines = [
      "غادر رئيس مجلس الوزراء العراقي مصطفى الكاظمي العاصمة بغداد متوجها إلى",
      "الولايات المتحدة الأمريكية على رأس وفد حكومي تلبية لدعوة رسمية وسيلتقي",
      "هناك الرئيس الأمريكي وعددا من المسؤولين في واشنطن لبحث العلاقات بين",
      "البلدين وتعزيز التعاون المشترك.",
    ]
    #expect(try imported(lines.joined(separator: "\n")).paragraphs(.body).count == 1)
  }

  @Test("Words that a hyphen splits at a line end are whole; compounds keep theirs")
  func hyphens() throws {
    let lines = [
      "The min-", "isters met in the old town to talk about the state-",
      "owned bank, and the pa\u{AD}",
      "per says that the state has owned a well-known part of the well-", "known house.",
    ]
    let article = try imported(lines.joined(separator: "\n"))
    #expect(
      article.text.string.contains(
        "The ministers met in the old town to talk about the state-owned bank, and the paper"))
    #expect(article.text.string.contains("of the well-known house"))
    #expect(
      try imported("the cap\u{AD} ital of the north").text.string == "the capital of the north")
    #expect(try imported("- one\n- two -\nthree").paragraphs(.body).count == 3)
  }

  @Test(
    "Poems, lists, short paragraphs and long ones keep their lines",
    arguments: [
      """
      I met a traveller from an antique land,
      Who said: two vast and trunkless legs
      Stand in the desert near them
      On the sand, half sunk
      A shattered visage lies, whose frown
      """,
      """
      - The council of the old town met on Monday evening to hear
      - What the new bridge will mean for the shops along the river
      - Most of the owners who spoke were in favour of it at the end
      - Others feared that the cars would come back to the old town
      """,
      """
      He left on Sunday.
      She stayed.
      They met again in the spring, in the town where both were born.
      Nobody knew.
      It was late.
      """,
    ])
  func notWrapped(text: String) throws {
    let lines = text.split(separator: "\n").map(String.init)
    #expect(try imported(text).paragraphs(.body) == lines)
  }

  @Test("The seeds keep their paragraphs")
  func seeds() throws {
    let seeds = URL(filePath: #filePath).appending(path: "../../../../seeds").standardizedFileURL
    let english = try imported(
      Data(contentsOf: seeds.appending(path: "000_3aa98af2db902616.txt")))
    #expect(english.paragraphs.count == 17)
    #expect(english.language == .english)
    #expect(english.titleRange == nil)
    let arabic = try imported(Data(contentsOf: seeds.appending(path: "004_09cea5a0bb106c21.txt")))
    #expect(arabic.paragraphs.count == 12)
    #expect(arabic.language == .arabic)
    #expect(arabic.titleRange == nil)
    #expect(arabic.paragraphs(.boilerplate) == ["تم أضافة تعليقك سوف يظهر بعد المراجعة"])
    #expect(arabic.offsets == OffsetMap())
  }
}
