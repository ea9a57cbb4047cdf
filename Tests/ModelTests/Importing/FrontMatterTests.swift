import Model
import Testing

@Suite("Metadata above an article")
struct FrontMatterTests {
  @Test("English lines")
  func english() throws {
    let article = try imported(
      """
      Title: Talks in Baghdad
      Date: 2020-08-18
      Source: Reuters
      URL: https://example.org/talks
      Author: Ann Lee

      The talks went on.
      """)
    #expect(article.title == "Talks in Baghdad")
    #expect(article.titleRange == TextRange(7, 23))
    #expect(article.statedDay == "2020-08-18")
    #expect(article.source == "Reuters")
    #expect(article.url == "https://example.org/talks")
    #expect(article.paragraphs(.body) == ["The talks went on."])
    #expect(article.paragraphs(.boilerplate).count == 4)
  }

  @Test("Arabic lines")
  func arabic() throws {
    let article = try imported(
      "العنوان: محادثات في بغداد\nالمصدر : رويترز\nتاريخ النشر: ١٨ آب ٢٠٢٠\n\nاستمرت المحادثات.")
    #expect(article.title == "محادثات في بغداد")
    #expect(article.source == "رويترز")
    #expect(article.statedDay == "2020-08-18")
    #expect(article.paragraphs(.body) == ["استمرت المحادثات."])
  }

  @Test("Between fences, with quotes, whatever the keys")
  func fenced() throws {
    let article = try imported(
      "---\ntitle: \"Talks: day two\"\nweight: 3\ndate: 2020-08-18T10:00:00Z\n---\n\nThey went on.")
    #expect(article.title == "Talks: day two")
    #expect(article.statedDay == "2020-08-18")
    #expect(article.paragraphs(.body) == ["They went on."])
  }

  @Test("The title above the text may be followed by a date line before the text")
  func titleAfter() throws {
    let article = try imported("Source: AP\nDate: 18/08/2020\n\nTalks in Baghdad\n\nThey went on.")
    #expect(article.source == "AP")
    #expect(article.title == "Talks in Baghdad")
    #expect(article.statedDay == "2020-08-18")
  }

  @Test("A source or address below the text")
  func below() throws {
    let article = try imported("The talks went on.\nThey will go on.\nالمصدر: وكالة رويترز\n")
    #expect(article.source == "وكالة رويترز")
    #expect(article.paragraphs(.body).count == 2)
  }

  @Test(
    "Headlines and sentences with a colon are not metadata",
    arguments: [
      "Source: Chelsea close in on striker from Madrid", "Iraq: talks go on", "Trump: I will go",
      "الكاظمي: لن نتوقف", "Update: the talks",
    ])
  func headlines(line: String) throws {
    let article = try imported("\(line)\n\nThe talks went on.")
    #expect(article.title == line)
    #expect(article.source == nil)
  }

  @Test("A fence without end is text")
  func openFence() throws {
    let article = try imported("---\ntitle: x\n\nText goes here.")
    #expect(article.paragraphs(.body).contains("Text goes here."))
    #expect(article.paragraphs.allSatisfy { $0.role == .body })
  }

  @Test("Above nothing, they are a title and what belongs to it, or the text")
  func alone() throws {
    let titled = try imported("Title: Talks\nDate: 2020-08-18")
    #expect(titled.title == "Talks")
    #expect(titled.statedDay == "2020-08-18")
    let untitled = try imported("Source: Reuters\nAuthor: Ann Lee")
    #expect(!untitled.paragraphs(.body).isEmpty)
  }
}
