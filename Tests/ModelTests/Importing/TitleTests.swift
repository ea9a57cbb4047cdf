import Model
import Testing

@Suite("Titles are found, and nothing is there twice")
struct TitleTests {
  @Test("A short first line that an empty line follows is the title")
  func stated() throws {
    let article = try imported("Talks in Baghdad\n\nThe talks went on.\nThey will go on.\n")
    #expect(article.title == "Talks in Baghdad")
    #expect(article.paragraphs(.title) == ["Talks in Baghdad"])
    #expect(article.paragraphs(.body) == ["The talks went on.", "They will go on."])
    #expect(article.titleRange == TextRange(0, 16))
  }

  @Test("A title may have 120 characters and no more, whatever they are made of")
  func length() throws {
    let longest = String(repeating: "كَ", count: 120)
    #expect(try imported("\(longest)\n\nنص.").title == longest)
    let article = try imported("\(longest)ك\n\nنص.")
    #expect(article.paragraphs(.title) == [])
    #expect(article.paragraphs(.body).count == 2)
  }

  @Test("Without a title an excerpt replaces it and the paragraph stays")
  func excerpt() throws {
    let text =
      "Iraqi Prime Minister Mustafa Al-Kazemi confirmed that his country still needs US assistance, "
      + "stressing that it does not need troops.\nMore."
    let article = try imported(text)
    #expect(
      article.title
        == "Iraqi Prime Minister Mustafa Al-Kazemi confirmed that his country still needs US…")
    #expect(article.titleRange == nil)
    #expect(article.paragraphs(.body).joined(separator: "\n") == text)
  }

  @Test("An excerpt ends with a whole word, without the comma after it, and is cut if it must be")
  func excerptEnds() throws {
    let words = String(repeating: "كلمة، ", count: 30)
    let article = try imported(words)
    #expect(article.title.hasSuffix("كلمة…"))
    #expect(article.title.count <= 81)
    let endless = String(repeating: "x", count: 500)
    #expect(try imported(endless).title == String(repeating: "x", count: 80) + "…")
    #expect(try imported("Short text").title == "Short text")
  }

  @Test("A first line that text follows at once is text")
  func paragraphALine() throws {
    let article = try imported("غادر الكاظمي بغداد.\nوسيلتقي الرئيس.\n")
    #expect(article.titleRange == nil)
    #expect(article.paragraphs(.body) == ["غادر الكاظمي بغداد.", "وسيلتقي الرئيس."])
  }

  @Test("A lone line is text, even with empty lines after it")
  func loneLine() throws {
    let article = try imported("Only this\n\n\n")
    #expect(article.paragraphs(.body) == ["Only this"])
    #expect(article.title == "Only this")
  }

  @Test("Dates and authors between title and text do not hide the title")
  func notesBelow() throws {
    let article = try imported(
      "Talks in Baghdad\nBy Ann Lee\n18 August 2020\n\nThe talks went on.\n")
    #expect(article.title == "Talks in Baghdad")
    #expect(article.paragraphs(.boilerplate) == ["By Ann Lee", "18 August 2020"])
    #expect(article.paragraphs(.body) == ["The talks went on."])
    #expect(article.statedDay == "2020-08-18")
  }

  @Test("A Markdown heading is a title without its mark")
  func heading() throws {
    let article = try imported("# Talks in Baghdad\n\nThe talks went on.", path: "a.md")
    #expect(article.title == "Talks in Baghdad")
    #expect(article.titleRange == TextRange(2, 18))
  }

  @Test("A title that the text repeats is there once")
  func repeated() throws {
    let article = try imported("Title: Talks\n\nTalks\n\nThe talks went on.")
    #expect(article.paragraphs(.title) == ["Talks"])
    #expect(article.paragraphs(.body) == ["The talks went on."])
    #expect(article.paragraphs(.boilerplate) == ["Talks"])
  }

  @Test("Leading empty lines and white space around lines do not matter")
  func spaces() throws {
    let article = try imported("\u{FEFF}\n  \n\tTalks \n \u{A0}\n   The talks.  \n")
    #expect(article.title == "Talks")
    #expect(article.paragraphs(.body) == ["The talks."])
  }

  @Test("A sentence that breaks off is shown as it is")
  func brokenOff() throws {
    let article = try imported("الأول.\nناقش الجانبان عددا من القضايا ذات")
    #expect(article.paragraphs(.body).last == "ناقش الجانبان عددا من القضايا ذات")
  }
}
