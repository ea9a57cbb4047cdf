import Testing

@testable import Model

@Suite("Numbers and days are the same in every language") struct FigureTests {
  private func numbers(_ text: String) -> Set<UInt64> {
    Set(FigureScanner.figures(in: ScalarText(text).scalars[...]).map(\.hash))
  }

  @Test(
    "In whatever digits and with whatever signs",
    arguments: [
      ("1,234,567 people", "١٬٢٣٤٬٥٦٧ شخص"), ("3.1 billion", "٣٫١ مليار"), ("3.10", "3,1"),
      ("800 dead", "۸۰۰ قتيل"), ("1,234.50", "1.234,5"), ("007", "٧"), ("0.5", "٠,٥"),
      ("on 18.8.2020", "18 8 2020"), ("no number", "لا رقم"),
    ])
  func same(left: String, right: String) {
    #expect(numbers(left) == numbers(right))
  }

  @Test(
    "Different numbers differ", arguments: [("12", "1.2"), ("1,234", "1.234.5"), ("3.1", "31")])
  func different(left: String, right: String) {
    #expect(numbers(left).isDisjoint(with: numbers(right)))
  }

  @Test("A longer number carries more information, a round one and a year less")
  func information() {
    let told = ["7", "42", "8470", "8000", "2018"].map { Figure(number: $0).information }
    #expect(told[0] < told[1] && told[1] < told[2])
    #expect(told[3] == told[0])
    #expect(told[4] < told[1])
    #expect(
      FigureScanner.figures(in: ScalarText(String(repeating: "9", count: 99)).scalars[...]).isEmpty)
  }

  private func sketch(_ text: String, _ language: Language) -> ArticleSketch {
    let text = ScalarText(text)
    return ArticleSketch(
      Article(
        origin: ArticleOrigin(path: "a"), text: text,
        paragraphs: [Paragraph(role: .body, range: text.range)], title: "", language: language),
      mentions: [])
  }

  @Test(
    "Months and days of the week are, with what Arabic writes before them",
    arguments: [
      ("on Monday", "والاثنين"), ("Sunday, January 5", "الأحد 5 كانون الثاني"),
      ("In May", "في أيار"), ("by September", "بحلول شهر سبتمبر"), ("three days", "ثلاثة أيام"),
      ("seven in 3 weeks", "٧ في ثلاث أسابيع"),
    ])
  func calendar(english: String, arabic: String) {
    let figures = sketch(english, .english).figures
    #expect(!figures.isEmpty)
    #expect(figures == sketch(arabic, .arabic).figures)
  }

  @Test(
    "Names sound alike in both scripts",
    arguments: [
      ("thomas", "توماس"), ("merkel", "ميركل"), ("johnson", "جونسون"), ("pompeo", "بومبيو"),
      ("nancy", "نانسي"),
    ])
  func sounds(latin: String, arabic: String) {
    let key = PhoneticKey.whole(of: latin, in: .latin)
    #expect(key != nil)
    #expect(key == PhoneticKey.whole(of: arabic, in: .arabic))
    #expect(PhoneticKey.whole(of: "palu", in: .latin) == nil)
  }

  @Test("English verbs are not months")
  func verbs() {
    #expect(sketch("they may march", .english).figures.isEmpty)
  }
}
