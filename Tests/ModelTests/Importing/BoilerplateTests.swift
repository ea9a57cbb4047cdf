import Model
import Testing

@Suite("Text that a site adds around an article is separated")
struct BoilerplateTests {
  @Test(
    "Lines below the text",
    arguments: [
      "تم أضافة تعليقك سوف يظهر بعد المراجعة", "تم إرسال تعليقك بنجاح وسيتم نشره بعد الموافقة",
      "Your comment has been submitted and is awaiting moderation.", "Share this article",
      "Facebook Twitter WhatsApp Print", "فيسبوك تويتر واتساب", "شارك الخبر عبر فيسبوك", "شارك",
      "اقرأ أيضا: الكاظمي يصل واشنطن", "إقرأ أيضاً", "Read more: Al-Kazemi in Washington",
      "© 2020 The Daily News", "Copyright 2020 Daily News", "All rights reserved.",
      "الموقع 2020 - جميع الحقوق محفوظة", "Leave a comment", "اترك تعليقاً", "Comments (12)",
      "Subscribe to our newsletter", "We use cookies to make this site better.", "Advertisement",
      "لن يتم نشر عنوان بريدك الإلكتروني.", "Related stories", "أخبار ذات صلة", "تابعنا على تويتر",
    ])
  func below(line: String) throws {
    let article = try imported("The talks went on in Baghdad.\n\nThey will go on.\n\n\(line)\n")
    #expect(article.paragraphs(.boilerplate) == [line])
    #expect(article.paragraphs(.title) == ["The talks went on in Baghdad."])
    #expect(article.paragraphs(.body) == ["They will go on."])
  }

  @Test(
    "Lines that only look alike stay text",
    arguments: [
      "Iran's foreign ministry declined to comment on the review.",
      "The White House had no comment.",
      "ورفض المتحدث باسم الوزارة التعليق على الأمر.", "شارك في المؤتمر عشرون وزيرا.",
      "اشترك في الهجوم ثلاثة مسلحين.", "Share prices fell on Monday after the talks.",
      "Readers of the newspaper in Baghdad saw the pictures first.",
      "Twitter removed the account of the minister.", "وتابعنا أن الوزارة لم تصدر بيانا بعد.",
      "He will sign up players from abroad.", "The company printed 500 copies.",
      "وطلبت منه المراجعة والإضافة.", "Home prices in London rose again.",
    ])
  func text(line: String) throws {
    let article = try imported("The talks went on in Baghdad.\n\nThey will go on.\n\n\(line)\n")
    #expect(article.paragraphs(.boilerplate) == [])
    #expect(article.paragraphs(.body).last == line)
  }

  @Test("Several lines are set apart from the outside in, and amid the text only what is certain")
  func several() throws {
    let article = try imported(
      """
      Skip to content
      Advertisement

      Talks in Baghdad

      The talks went on.
      ADVERTISEMENT
      Read also: Another article about somebody else
      Menu
      They will go on.

      Share
      Comments
      """)
    #expect(article.title == "Talks in Baghdad")
    #expect(article.paragraphs(.body) == ["The talks went on.", "Menu", "They will go on."])
    #expect(article.paragraphs(.boilerplate).count == 6)
  }

  @Test("A text of such lines only is read as it is")
  func nothingElse() throws {
    let article = try imported("Share\nPrint\n")
    #expect(article.paragraphs(.boilerplate) == [])
    #expect(article.title == "Share")
  }
}
