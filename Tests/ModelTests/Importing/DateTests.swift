import Foundation
import Model
import Testing

@Suite("The date is the one that the file states")
struct DateTests {
  @Test(
    "A line of its own below the title",
    arguments: [
      "2020-08-18", "2020/8/18", "18/08/2020", "18.8.2020", "8/18/2020", "18 August 2020",
      "18 Aug. 2020", "August 18, 2020", "Aug 18 2020", "Tuesday, 18th of August, 2020",
      "Published: 18 August 2020", "Last updated on Tue Aug 18, 2020 at 10:35 PM GMT",
      "2020-08-18T10:35:20Z", "Tue, 18 Aug 2020 10:35:20 +0000", "18 أغسطس 2020", "١٨ آب ٢٠٢٠",
      "الثلاثاء 18 أغسطس/آب 2020", "الثلاثاء، 18 أغسطس (آب) 2020 م", "۱۸/۰۸/۲۰۲۰", "18 أوت 2020",
      "18 غشت 2020", "نشر في: الثلاثاء 18 آب 2020 - الساعة 10:35 ص", "آخر تحديث: 18 اغسطس 2020",
      "الثلاثاء 28 ذو الحجة 1441 هـ الموافق 18 أغسطس 2020", "Baghdad - 18 August 2020",
      "رويترز | 18-8-2020", "18-Aug-2020",
    ])
  func line(stated: String) throws {
    let article = try imported("Talks\n\n\(stated)\n\nThe talks went on.")
    #expect(article.statedDay == "2020-08-18")
    #expect(article.paragraphs(.body) == ["The talks went on."])
  }

  @Test(
    "Every month in English and Arabic",
    arguments: [
      "January", "Feb", "مارس", "نيسان", "ماي", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
      "نونبر", "كانون الأول",
    ])
  func months(name: String) throws {
    let names = [
      "January", "Feb", "مارس", "نيسان", "ماي", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
      "نونبر", "كانون الأول",
    ]
    let month = try #require(names.firstIndex(of: name)) + 1
    let article = try imported("Talks\n\n5 \(name) 2021\n\nThe talks went on.")
    #expect(article.statedDay == "2021-" + (month < 10 ? "0\(month)" : "\(month)") + "-05")
  }

  @Test("The start of an agency's report, and the last line")
  func agency() throws {
    let agency = try imported(
      "Talks\n\nBAGHDAD, Aug. 18, 2020 (Reuters) - The talks of 1 May 2019 went on.")
    #expect(agency.statedDay == "2020-08-18")
    #expect(agency.paragraphs(.body).count == 1)
    let arabic = try imported("بغداد، 18 آب 2020 (رويترز) - استمرت المحادثات.\nوستستمر.")
    #expect(arabic.statedDay == "2020-08-18")
    let last = try imported("The talks went on.\nThey will go on.\nPublished 18 August 2020")
    #expect(last.statedDay == "2020-08-18")
    #expect(last.paragraphs(.body).count == 2)
  }

  @Test(
    "A date in the text, or that is none, is not the article's",
    arguments: [
      "He died on 18 August 2020 in Baghdad.", "In 2020, 18 people died.", "31/02/2020",
      "18 August", "2020", "18/12/1441", "On August 18, 2020 the talks began and they went on.",
    ])
  func others(line: String) throws {
    let modified = Date(timeIntervalSince1970: 1_600_000_000)
    let article = try imported(
      "Talks\n\n\(line)\nThey met.\nThey went home.", modified: modified)
    #expect(article.date == ArticleDate(seconds: 1_600_000_000, origin: .modified))
  }

  @Test("Times and zones are honoured; a day without time is noon")
  func times() throws {
    func seconds(_ line: String) throws -> Int64? {
      try imported("Talks\n\n\(line)\n\nThe talks went on.").date?.seconds
    }
    // 1597708800 is 18 August 2020, 00:00 UTC.
    #expect(try seconds("2020-08-18") == 1_597_708_800 + 43_200)
    #expect(try seconds("2020-08-18T10:35:20.123Z") == 1_597_708_800 + 38_120)
    #expect(try seconds("2020-08-18T01:00:00+03:00") == 1_597_708_800 - 7200)
    #expect(try seconds("2020-08-18 12:30 AM") == 1_597_708_800 + 1800)
    #expect(try seconds("18 August 2020, 1:05 pm") == 1_597_708_800 + 47_100)
    #expect(try seconds("29 February 1900") == nil)
    #expect(try seconds("29 February 2000") == 951_825_600)
  }

  @Test("A file's time that no number can represent gives no date")
  func absurd() throws {
    let article = try imported("Text.", modified: Date(timeIntervalSince1970: .infinity))
    #expect(article.date == nil)
  }
}
