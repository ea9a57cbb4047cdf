import Testing

@testable import Model

/// Dates as feeds write them.
@Suite struct FeedDateTests {
  /// The time of fetching in these tests: 1 January 2025.
  private static let now: Int64 = 1_735_689_600

  @Test(
    "A date is read however the site writes it",
    arguments: [
      ("Sun, 03 Mar 2024 10:30:00 +0300", 1_709_451_000),
      ("Sunday, 3 Mar 24 07:30 GMT", 1_709_451_000),
      ("2024-03-03T10:30:00.25+03:00", 1_709_451_000),
      ("20240303T073000Z", 1_709_451_000),
      ("Sun Mar  3 02:30:00 EST 2024", 1_709_451_000),
      ("Mar 3, 2024, 7:30 AM GMT", 1_709_451_000),
      ("Sun, 03 Mar 2024 10:30:00 GMT+03:00", 1_709_451_000),
      ("03-Mar-24 10:30 AST", 1_709_451_000),
      ("2024-063T07:30Z", 1_709_451_000),
      ("الأحد، ٣ آذار/مارس ٢٠٢٤ - ٠٧:٣٠ ص", 1_709_451_000),
      ("07:30 الأحد 3 / 3 / 2024", 1_709_451_000),
      ("3 تشرين الثاني 2023", 1_698_969_600),
      ("٣ نوفمبر ٢٠٢٣", 1_698_969_600), ("3 تشرين 2 2023", 1_698_969_600),
      ("3 تشرين ثاني 2023 مساءً", 1_698_969_600),
      ("10 جانفي 2024", 1_704_844_800),
      ("5 شتنبر 2023", 1_693_872_000),
      ("22 شعبان 1445 هـ", 1_709_424_000),
      ("1445/08/22", 1_709_424_000),
      ("الأحد 22 شعبان 1445 هـ الموافق 3 مارس 2024 م", 1_709_424_000),
      ("\u{200F}3\u{200F} مارس\u{200F} 2024", 1_709_424_000),
    ] as [(String, Int64)])
  func readsDates(text: String, seconds: Int64) {
    #expect(FeedDate(text, now: Self.now)?.seconds == seconds)
  }

  @Test(
    "A date of the Persian calendar is known by its month or by the feed's language",
    arguments: [
      ("۱۳ اسفند ۱۴۰۲", nil, 1_709_424_000), ("یکشنبه 13 اسفند 1402 - 10:30", "ar", 1_709_461_800),
      ("1402/12/13", "fa-IR", 1_709_424_000), ("13/12/1402", "fa", 1_709_424_000),
      ("31 فروردین 1399", "fa", 1_587_254_400), ("22 شعبان 1445", "fa", 1_709_424_000),
      ("2024/03/03", "fa", 1_709_424_000), ("1445/08/22", "ar", 1_709_424_000),
    ] as [(String, String?, Int64)])
  func readsPersianDates(text: String, language: String?, seconds: Int64) {
    #expect(FeedDate(text, now: Self.now, language: language)?.seconds == seconds)
  }

  @Test(
    "What programs write for no date, and what cannot be one, is none",
    arguments: [
      "", "yesterday", "Mon, 01 Jan 0001 00:00:00 +0000", "Thu, 01 Jan 1970 00:00:00 GMT",
      "Wed, 31 Dec 1969 16:00:00 PST", "Sun, 03 Mar 2124 10:30:00 +0300", "99 آذار 2024",
      "40 شعبان 1445", "2024-400", "999999999999999999999999-01-01",
    ])
  func refusesDates(text: String) {
    #expect(FeedDate(text, now: Self.now) == nil)
  }
}
