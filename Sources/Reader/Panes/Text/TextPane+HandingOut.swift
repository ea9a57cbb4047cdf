import Model

/// Handing the article, or a part of it, to other programs; always the logical text.
extension TextPane {
  /// Copies, or opens in a program, what the cursor is on.
  static func handOut(_ call: CommandCall, in state: inout State) -> [Effect] {
    guard let reading = state.reading else {
      state.notice = Notice(text: "No article is open")
      return []
    }
    let programs = state.settings.programs
    let article = reading.content.article
    switch call.command {
    case .copy: return copy(from: reading, in: &state)
    case .browse:
      guard let url = article.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
        state.notice = Notice(text: "The article states no web address")
        return []
      }
      return [.run(.browser(url: url, program: programs.browser))]
    case .edit:
      guard article.origin.path != "-" else {
        state.notice = Notice(
          text: "The article came from standard input; there is no file to edit")
        return []
      }
      return [
        .run(
          .editor(
            path: article.origin.path, line: article.origin.line, program: programs.editor))
      ]
    case .pager: return [.run(.pager(text: article.text.string, program: programs.pager))]
    case .lookUp:
      return send(wordUnderCursor(of: reading), to: programs.dictionary, "dictionary", in: &state)
    default:
      let paragraph = article.paragraphs.first { $0.range.contains(reading.cursor) }
      return send(
        paragraph.map { article.text[$0.range] }, to: programs.translator, "translator",
        keptWith: reading.content.summary.id, isAgain: call.words == "again", in: &state)
    }
  }

  private static func copy(from reading: Reading, in state: inout State) -> [Effect] {
    let article = reading.content.article
    if let index = reading.content.mentionIndex(at: reading.cursor) {
      let name = article.text[reading.content.mentions[index].mention.range]
      state.notice = Notice(text: "Copied \(name)")
      return [.copy(name)]
    }
    guard let paragraph = article.paragraphs.first(where: { $0.range.contains(reading.cursor) })
    else { return [] }
    state.notice = Notice(text: "Copied the paragraph")
    return [.copy(article.text[paragraph.range])]
  }

  /// Copies the sentence of the mention under the cursor, else some paragraphs, with where they are from.
  static func cite(paragraphs count: Int?, in state: inout State) -> [Effect] {
    guard let reading = state.reading else {
      state.notice = Notice(text: "No article is open")
      return []
    }
    let article = reading.content.article
    if count == nil, let index = reading.content.mentionIndex(at: reading.cursor) {
      let mention = reading.content.mentions[index].mention.range
      state.notice = Notice(text: "Copied the sentence with its source")
      return [.copy(Quotation(ofSentenceAround: mention, in: article).text)]
    }
    let quotation = Quotation(from: reading.cursor, paragraphs: count ?? 1, in: article)
    guard let quotation else { return [] }
    let what = count ?? 1 > 1 ? "paragraphs with their" : "paragraph with its"
    state.notice = Notice(text: "Copied the \(what) source")
    return [.copy(quotation.text)]
  }

  /// Sends text to the standard input of a program of the configuration.
  private static func send(
    _ text: String?, to program: String, _ setting: String, keptWith article: ArticleID? = nil,
    isAgain: Bool = false, in state: inout State
  ) -> [Effect] {
    guard !program.isEmpty else {
      state.notice = Notice(
        text: "No \(setting) is configured; set programs.\(setting) in the configuration",
        tone: .alert)
      return []
    }
    guard let text else {
      state.notice = Notice(text: "The cursor is on no text")
      return []
    }
    return state.run(
      ShellCommand(script: program, input: text + "\n", isForPart: true, keptWith: article),
      isAgain: isAgain)
  }
}
