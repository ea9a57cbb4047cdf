import Model

/// Handing the article, or a part of it, to other programs; always the logical text.
extension State {
  mutating func handOut(_ command: Command) -> [Effect] {
    guard let reading else {
      notice = Notice(text: "No article is open")
      return []
    }
    switch command {
    case .copy: return copy(from: reading)
    case .browse: return browse(reading.content.article)
    case .edit: return edit(reading.content.article)
    default:
      mode = .command(CommandPrompt(kind: .shell))
      return []
    }
  }

  private mutating func copy(from reading: Reading) -> [Effect] {
    let article = reading.content.article
    if let index = reading.content.mentionIndex(at: reading.cursor) {
      let name = article.text[reading.content.mentions[index].mention.range]
      notice = Notice(text: "Copied \(name)")
      return [.copy(name)]
    }
    guard let paragraph = article.paragraphs.first(where: { $0.range.contains(reading.cursor) })
    else { return [] }
    notice = Notice(text: "Copied the paragraph")
    return [.copy(article.text[paragraph.range])]
  }

  private mutating func browse(_ article: Article) -> [Effect] {
    guard let url = article.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
      notice = Notice(text: "The article states no web address")
      return []
    }
    return [.run(.browser(url: url))]
  }

  private mutating func edit(_ article: Article) -> [Effect] {
    guard article.origin.path != "-" else {
      notice = Notice(text: "The article came from standard input; there is no file to edit")
      return []
    }
    return [.run(.editor(path: article.origin.path))]
  }

  /// Hands the article's text to a shell command.
  mutating func pipe(to command: String) -> [Effect] {
    guard let reading, !command.isEmpty else { return [] }
    return [.run(.shell(command: command, input: reading.content.article.text.string + "\n"))]
  }
}
