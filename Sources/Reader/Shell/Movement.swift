/// How a command moves the cursor of a pane.
enum Movement: Hashable, Sendable {
  /// By rows.
  case by(Int)
  /// By the rows of pages or of parts of one.
  case page(Int)
  /// To a row, counted from 0; a number past the end is the last row.
  case to(Int)
  /// To a place by percentage.
  case percent(Int)
  /// Scrolls by rows; the cursor moves only where it would leave the pane.
  case scroll(Int)

  /// The row of a list of `count` rows that it leads to from another, where scrolling moves the
  /// cursor as far.
  func row(from row: Int, of count: Int) -> Int {
    let last = max(0, count - 1)
    let target =
      switch self {
      case .by(let rows), .page(let rows), .scroll(let rows): row.clampedSum(rows)
      case .to(let row): row
      case .percent(let percent): percent * last / 100
      }
    return min(max(0, target), last)
  }
}

extension CommandCall {
  /// How the command moves the cursor of a pane that shows `height` rows; `nil` where it does not.
  func movement(height: Int) -> Movement? {
    let times = count ?? 1
    func pages(_ share: Double) -> Movement {
      let page = share.magnitude < 1 ? height : height - 1
      let rows = share * Double(times) * Double(max(1, page))
      return .page(Int(rows.rounded(.awayFromZero)))
    }
    switch command {
    case .lineDown: return .by(times)
    case .lineUp: return .by(-times)
    case .scrollDown: return .scroll(times)
    case .scrollUp: return .scroll(-times)
    case .pageDown: return pages(1)
    case .pageUp: return pages(-1)
    case .halfPageDown: return pages(0.5)
    case .halfPageUp: return pages(-0.5)
    case .first: return .to(times - 1)
    case .last: return .to(count.map { $0 - 1 } ?? .max)
    case .percent: return .percent(min(max(0, count ?? 0), 100))
    default: return nil
    }
  }
}
