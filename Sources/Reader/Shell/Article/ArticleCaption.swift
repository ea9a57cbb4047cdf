import Foundation
import Model

/// The words that say where an article is from and of when it is.
enum ArticleCaption {
  /// What stands under the title: source, author, date and language; the file only where no source is
  /// known.
  ///
  /// The controls keep what is Arabic from turning the date after it around.
  static func heading(of article: Article) -> (text: ScalarText, controls: LayoutControls) {
    let parts = [
      article.source, article.author, article.date.map(date), languageName(article.language),
      article.source == nil ? fileName(article.origin) : nil,
    ]
    var text: [Unicode.Scalar] = []
    var ranges: [TextRange] = []
    for part in parts + article.repairs.descriptions {
      guard let part, !part.isEmpty else { continue }
      if !text.isEmpty { text += " \u{B7} ".unicodeScalars }
      let start = text.count
      text += part.unicodeScalars
      if TextDirection(mostLettersOf: [text[start...]]) == .rightToLeft {
        ranges.append(TextRange(start, text.count))
      }
    }
    return (ScalarText(text), LayoutControls(isolating: ranges))
  }

  /// What stands beside a title among findings: language, day and source, as far as they are known; the
  /// file where none is.
  static func listLine(of summary: ArticleSummary) -> String {
    let language = summary.language == .undetermined ? nil : summary.language.rawValue
    let parts = [language, summary.date.flatMap(statedDay), summary.source].compactMap { $0 }
    return parts.isEmpty ? fileName(summary.origin) : parts.joined(separator: " \u{B7} ")
  }

  /// What stands under a title in the list: source and day, or the time of the day where that stands
  /// over the articles; the language where neither is known.
  ///
  /// They are drawn one by one, so that an Arabic source does not turn the digits after it around.
  static func shortParts(of summary: ArticleSummary, isUnderDay: Bool) -> [String] {
    let parts = [summary.source, summary.date.flatMap(isUnderDay ? statedTime : statedDay)]
      .compactMap { $0 }
    return parts.isEmpty ? [languageName(summary.language) ?? fileName(summary.origin)] : parts
  }

  /// The hour and minute that an article states, on the clock by which its day is told.
  private static func statedTime(_ date: ArticleDate) -> String? {
    let minutes = (date.seconds % 86_400 + 86_400) % 86_400 / 60
    // A day without a time is kept as its noon.
    guard date.origin == .stated, minutes > 0, minutes != 12 * 60 else { return nil }
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// The day as year, month and day; one that is only the file's is marked as such.
  static func date(_ date: ArticleDate) -> String {
    let time = Date(timeIntervalSince1970: TimeInterval(date.seconds))
    switch date.origin {
    case .stated: return time.formatted(.iso8601.year().month().day())
    case .modified:
      // A stated day is the article's own; when a file was changed is a moment, which has a day in
      // the reader's time zone.
      let style = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
      return "file \(time.formatted(style))"
    }
  }

  /// The day that an article states; `nil` for one that is only the file's.
  static func statedDay(_ date: ArticleDate) -> String? {
    date.origin == .stated ? self.date(date) : nil
  }

  /// The name of the file, with the line where a file holds many articles.
  static func fileName(_ origin: ArticleOrigin) -> String {
    guard origin.path != "-" else { return "standard input" }
    let name = URL(filePath: origin.path).lastPathComponent.displayable
    return origin.line.map { "\(name):\($0)" } ?? name
  }

  /// The name of a language, for counts of articles.
  static func name(of language: Language) -> String {
    languageName(language) ?? "other"
  }

  private static func languageName(_ language: Language) -> String? {
    switch language {
    case .arabic: return "Arabic"
    case .english: return "English"
    case .undetermined: return nil
    }
  }
}

extension ArticleOrigin {
  /// The path, with the line where a file holds many articles.
  var label: String { path.displayable + (line.map { ":\($0)" } ?? "") }
}

extension TextRepair {
  /// What was mended, a phrase for each repair.
  fileprivate var descriptions: [String] {
    let phrases: [(TextRepair, String)] = [
      (.utf8ReadAsWestern, "mended: UTF-8 taken for Windows-1252"),
      (.utf8ReadAsArabic, "mended: UTF-8 taken for Windows-1256"),
      (.arabicReadAsWestern, "mended: Windows-1256 taken for Latin-1"),
      (.visualOrder, "mended: lines in visual order"),
      (.lamAlef, "mended: lam and alef exchanged"),
    ]
    return phrases.filter { contains($0.0) }.map(\.1)
  }
}
