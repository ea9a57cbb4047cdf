import Model

/// The room of the list on the screen, and how much of it each article takes: its title on one line or
/// more, its source and time, and over the first of a day that day.
struct ListFrame: Sendable {
  /// The rows of the pane.
  var height: Int
  /// The columns of the pane.
  var columns: Int
  /// The most lines of a title.
  var titleLines: Int
  /// Whether days stand over their first articles.
  var showsDays: Bool
  /// How titles are laid out.
  var options: LayoutOptions

  /// From this many rows on, the day of the first article on screen stays over it.
  private static let repeatsDayFrom = 12
  /// The fewest rows that an article takes.
  static let fewestRows = 2
  /// The columns for marks on the left and the one that stays free on the right.
  private static let border = 3

  /// The most articles that there may be room for.
  var mostArticles: Int { max(1, height / Self.fewestRows) }

  /// The columns of titles.
  var titleColumns: Int { max(1, columns - Self.border) }

  /// The lines of an article's title; what the last one has no room for is cut off.
  func title(of article: ArticleSummary) -> [LayoutLine] {
    let scalars = ScalarText(article.title).scalars[...]
    let direction = article.language.direction(of: article.title)
    func line(_ part: ArraySlice<Unicode.Scalar>) -> LayoutLine {
      TextLayout.singleLine(part, width: titleColumns, direction: direction, options: options)
    }
    // No scalar takes more columns than it has bytes in UTF-8, so that short titles are not broken.
    guard titleLines > 1, article.title.utf8.count > titleColumns else { return [line(scalars)] }
    let lines = TextLayout(
      scalars, width: titleColumns, direction: direction, options: options
    ).lines
    guard lines.count > titleLines else { return lines }
    let kept = lines.prefix(titleLines - 1)
    return kept + [line(scalars[(kept.last?.range.upperBound ?? 0)...])]
  }

  /// Whether an article is the first of its day, as far as the rows at hand tell.
  func startsDay(_ row: Int, in list: ArticleListing) -> Bool {
    guard showsDays, let article = list.rows[row] else { return false }
    if row == 0 { return article.statedDay != nil }
    return list.rows[row - 1].map { $0.statedDay != article.statedDay } ?? false
  }

  /// Whether the day of the article at the top stands over it though it began further up.
  func repeatsDay(over row: Int, in list: ArticleListing) -> Bool {
    showsDays && height >= Self.repeatsDayFrom && list.rows[row]?.statedDay != nil
      && !startsDay(row, in: list)
  }

  /// How many rows of the screen an article takes; one that is not at hand counts as short.
  func rows(of row: Int, in list: ArticleListing) -> Int {
    guard let article = list.rows[row] else { return Self.fewestRows }
    return title(of: article).count + 1 + (startsDay(row, in: list) ? 1 : 0)
  }

  /// The first article from which on there is room for all up to `row`, and for that one whole.
  func top(showing row: Int, in list: ArticleListing) -> Int {
    var top = max(0, row)
    var used = rows(of: top, in: list)
    while top > 0 {
      used += rows(of: top - 1, in: list)
      guard used + (repeatsDay(over: top - 1, in: list) ? 1 : 0) <= height else { break }
      top -= 1
    }
    return top
  }

  /// How many articles of a list there is room for from its top on; at least one.
  func articles(in list: ArticleListing) -> Int {
    var used = repeatsDay(over: list.top, in: list) ? 1 : 0
    var row = list.top
    while row < list.count {
      used += rows(of: row, in: list)
      guard used <= height else { break }
      row += 1
    }
    return max(1, row - list.top)
  }
}

extension ArticleSummary {
  /// The day that it states, counted from 1970; `nil` where it states none.
  fileprivate var statedDay: Int64? {
    guard let date, date.origin == .stated else { return nil }
    return Int64((Double(date.seconds) / 86_400).rounded(.down))
  }
}
