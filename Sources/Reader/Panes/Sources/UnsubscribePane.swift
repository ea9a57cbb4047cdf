import Model

/// Asks what becomes of the articles of a source that is taken off the list.
struct UnsubscribePane: FootPane {
  /// The source.
  let row: SourceRow

  /// The letter that keeps the articles, and the one that removes them.
  private static let letters = (keeps: Unicode.Scalar("k"), removes: Unicode.Scalar("d"))

  var contexts: [KeyContext] { [.letter] }

  func foot(in state: State, columns: Int) -> Grid? {
    let cancel = state.key(for: .cancel, in: contexts).map { ", \($0) cancels" } ?? ""
    let articles = row.articles == 1 ? "its article" : "its \(row.articles.grouped) articles"
    return .remark(
      "Unsubscribe: \(Self.letters.keeps) keeps \(articles), \(Self.letters.removes) deletes them "
        + "(not the starred and noted)\(cancel)", columns: columns)
  }

  func run(_ call: CommandCall, in state: inout State) -> [Effect]? {
    state[UnsubscribePane.self] = nil
    return []
  }

  func type(_ key: Key, in state: inout State) -> [Effect]? {
    state[UnsubscribePane.self] = nil
    switch key.typed {
    case Self.letters.keeps?: return [.asking(Unsubscribe(row: row, removesArticles: false))]
    case Self.letters.removes?: return [.asking(Unsubscribe(row: row, removesArticles: true))]
    default: return []
    }
  }

  /// Asks about the source of a row.
  static func ask(_ row: SourceRow?, in state: inout State) -> [Effect] {
    guard let row else { return [] }
    guard !row.isGroup else {
      state.notice = Notice(
        text: "\(row.name) is several sources; unsubscribe from them one by one")
      return []
    }
    state.push(UnsubscribePane(row: row))
    return []
  }
}

/// Takes a source off the list, with its articles or without them.
private struct Unsubscribe: Question {
  /// The source.
  var row: SourceRow
  /// Whether its articles go too.
  var removesArticles: Bool

  func answer(from desk: LibraryDesk) throws -> Int? {
    try row.targets.reduce(0) {
      try $0 + desk.unsubscribe(from: $1, withArticles: removesArticles)
    }
  }

  func take(_ answer: Int, in state: inout State) -> [Effect] {
    let articles =
      removesArticles
      ? "\(answer == 1 ? "1 article" : "\(answer.grouped) articles") removed" : "its articles stay"
    state.notice = Notice(text: "Unsubscribed from \(row.name); \(articles)")
    return answer > 0 ? state.takeChange() : SourcesPane.refetch(in: &state)
  }
}
