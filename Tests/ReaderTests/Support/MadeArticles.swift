import Foundation

/// Short articles without end, the same ones every time, each with a title of its own.
enum MadeArticles {
  /// The title of an article.
  static func title(_ number: Int) -> String { "Article \(number)" }

  /// Some articles as JSON lines.
  static func lines(_ numbers: Range<Int>) -> Data {
    let lines = numbers.map { number in
      let text =
        number % 3 == 0
        ? "وقال مصطفى الكاظمي يوم الاثنين في بغداد إن العدد هو \(number)."
        : "Mustafa Al-Kazemi said in Baghdad on Monday that the number was \(number)."
      return "{\"title\":\"\(title(number))\",\"text\":\"\(text)\"}\n"
    }
    return Data(lines.joined().utf8)
  }
}
