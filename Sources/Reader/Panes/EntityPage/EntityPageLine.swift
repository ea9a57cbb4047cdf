import Model

/// A line of an entity's page above its mentions.
enum EntityPageLine: Hashable, Sendable {
  /// Its best name in each script.
  case title
  /// What it is, how often and when it is named.
  case facts
  /// What some of its articles call it by office.
  case offices([String])
  /// A line of what is noted of its names.
  case note(LayoutLine)
  /// The heading of the proposed links, which says how to judge them.
  case question
  /// The heading of what follows.
  case heading(String)
  /// Its articles over time.
  case chart
  /// One of its names.
  case name(NameForm)
  /// A link of one of its names to another that may be the same.
  case proposal(EntityLink)
  /// Why two of its names are taken for one.
  case link(EntityLink)
  /// An entity that appears in the same articles.
  case companion(Companion)
  /// An article that names it.
  case article(ArticleSummary)
  /// How many more there are than are shown.
  case more(String)
  /// An empty line.
  case empty

  /// Whether the cursor can stand on it.
  var isSelectable: Bool {
    switch self {
    case .name, .proposal, .link, .chart, .companion, .article: true
    case .title, .facts, .offices, .note, .question, .heading, .more, .empty: false
    }
  }

  /// How many names of a script, companions, and articles of a language are shown.
  private static let nameLimit = 6
  private static let linkLimit = 6
  private static let companionLimit = 8
  private static let articleLimit = 3

  /// The lines of a page, its notes set as `setting` says.
  static func lines(of content: EntityPageContent, setting: TextSetting) -> [EntityPageLine] {
    let page = content.page
    var lines: [EntityPageLine] = [.title, .facts]
    if !content.offices.isEmpty { lines.append(.offices(content.offices)) }
    lines += content.notes.flatMap { NoteText.lines(of: $0.text, setting: setting) }
      .map(EntityPageLine.note)
    lines += [.empty, .heading("Names")]
    for script in [Script.latin, .arabic] {
      let names = page.entity.names.filter { $0.script == script && $0.count > 0 }
      lines += names.prefix(nameLimit).map(EntityPageLine.name)
      if names.count > nameLimit {
        lines.append(.more("\(names.count - nameLimit) more spellings"))
      }
    }
    if !content.proposals.isEmpty {
      lines += [.empty, .question]
      lines += content.proposals.prefix(linkLimit).map(EntityPageLine.proposal)
    }
    if !content.links.isEmpty {
      lines += [.empty, .heading("Why they are one")]
      lines += content.links.prefix(linkLimit).map(EntityPageLine.link)
    }
    if page.histogram.columns.count > 1 { lines += [.empty, .heading("Over time"), .chart] }
    if !page.companions.isEmpty {
      lines += [.empty, .heading("Appears with")]
      lines += page.companions.prefix(companionLimit).map(EntityPageLine.companion)
    }
    lines += [.empty, .heading("Articles \(page.articles.count)")]
    var shown = 0
    for language in Language.allCases {
      let some = content.articles.filter { $0.language == language }.prefix(articleLimit)
      lines += some.map(EntityPageLine.article)
      shown += some.count
    }
    if page.articles.count > shown {
      lines.append(.more("\(page.articles.count - shown) more; their mentions are below"))
    }
    return lines + [.empty, .heading("Mentions \(page.mentionCount)")]
  }
}
