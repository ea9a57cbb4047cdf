import Model

/// What `reader watch` prints.
struct WatchReport {
  private let findings: WatchFindings
  private let passedOver: Int

  /// Makes the report of what was found of a list of which some entries were passed over.
  init(_ findings: WatchFindings, passedOver: Int) {
    self.findings = findings
    self.passedOver = passedOver
  }

  /// A remark on entries that were left out; empty where none was.
  static func note(passedOver: Int) -> String {
    switch passedOver {
    case 0: ""
    case 1: "; one entry is no person, place or organization and was passed over"
    default:
      "; \(passedOver.grouped) entries are no person, place or organization and were passed over"
    }
  }

  // MARK: - Text

  /// The report as text: counts first, then the articles of each name, what is in doubt apart.
  var text: String {
    var text =
      "\(findings.found.count.grouped) of \(findings.total.grouped) names found, "
      + "\(findings.doubtful.count.grouped) in doubt, \(findings.missing.grouped) not found"
      + "\(Self.note(passedOver: passedOver))\n"
    for (heading, own) in [("Found", findings.found), ("In doubt", findings.doubtful)]
    where !own.isEmpty {
      text += "\n\(heading)\n" + own.map(Self.count).joined()
    }
    for finding in findings.found { text += Self.section(finding, "") }
    for finding in findings.doubtful { text += Self.section(finding, ", in doubt") }
    return text
  }

  private static func count(_ finding: WatchFinding) -> String {
    let languages = Language.allCases.compactMap { language in
      finding.articleCounts[language].map { "\($0) \(ArticleCaption.name(of: language))" }
    }.joined(separator: ", ")
    return "  \(finding.articles)\t\(languages)\t\(label(finding.name))\n"
  }

  private static func section(_ finding: WatchFinding, _ remark: String) -> String {
    var text = "\n\(label(finding.name))\(remark)\n"
    for line in finding.lines {
      text += "  \(line.article.origin.label): \(line.article.title)\n"
      text += "    \(line.snippet.text)\n"
      text += "    \(line.spelling.displayable): \(why(line)), \(percent(line.match.confidence))\n"
    }
    let left = finding.articles - finding.lines.count
    if left > 0 { text += "  \(left) more; --limit \(finding.articles) prints all\n" }
    return text
  }

  private static func label(_ name: WatchedName) -> String {
    name.name + (name.id.map { " [\($0)]" } ?? "")
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// Why a mention was taken for the name, and what keeps it from being sure.
  private static func why(_ line: WatchLine) -> String {
    let match = line.match
    var parts: [String] = []
    // What the article has may be a shorter name, joined to the one that was compared.
    if line.spelling != match.spelling { parts.append("one with \(match.spelling.displayable)") }
    let other = match.listed == match.spelling ? "" : " as \(match.listed)"
    parts.append(match.reason.words + (match.reason == .sameName ? "" : other))
    return (parts + match.doubts.map(\.words)).joined(separator: "; ")
  }

  // MARK: - Tables

  /// The columns of the table.
  static let columns = [
    "id", "name", "found", "spelling", "why", "confidence", "language", "date", "source", "title",
    "path", "line", "start", "end", "text",
  ]

  /// The report as a table: a record for each article of each name.
  var csv: String {
    var table = CSVTable(columns: Self.columns)
    for (isDoubtful, own) in [(false, findings.found), (true, findings.doubtful)] {
      for finding in own {
        for line in finding.lines {
          let article = line.article
          table.records.append([
            finding.name.id ?? "", finding.name.name, isDoubtful ? "doubtful" : "sure",
            line.spelling, Self.why(line), Self.decimal(line.match.confidence),
            article.language.rawValue, article.date.flatMap(ArticleCaption.statedDay) ?? "",
            article.source ?? "", article.title, article.origin.path,
            article.origin.line.map(String.init) ?? "", String(line.range.lowerBound),
            String(line.range.upperBound), line.snippet.text,
          ])
        }
      }
    }
    return table.text()
  }

  private static func decimal(_ share: Double) -> String { String((share * 100).rounded() / 100) }

  // MARK: - JSON

  /// The report as a JSON document.
  struct JSON: Encodable {
    /// A name of the list that was found.
    struct Finding: Encodable {
      let id: String?
      let name: String
      let entities: [Int64]
      let articles: Int
      let articlesByLanguage: [String: Int]
      let lines: [Line]
    }

    /// An article that names it.
    struct Line: Encodable {
      let path: String
      let line: Int?
      let title: String
      let source: String?
      let date: String?
      let language: String
      let spelling: String
      let entity: Int64
      let why: String
      let confidence: Double
      let start: Int
      let end: Int
      let text: String
    }

    let total: Int
    let missing: Int
    let passedOver: Int
    let found: [Finding]
    let doubtful: [Finding]
  }

  /// The report as JSON; positions are those of the files' decoded text.
  var json: JSON {
    JSON(
      total: findings.total, missing: findings.missing, passedOver: passedOver,
      found: findings.found.map(Self.json), doubtful: findings.doubtful.map(Self.json))
  }

  private static func json(_ finding: WatchFinding) -> JSON.Finding {
    JSON.Finding(
      id: finding.name.id, name: finding.name.name,
      entities: finding.matches.map(\.entity.rawValue), articles: finding.articles,
      articlesByLanguage: Dictionary(
        uniqueKeysWithValues: finding.articleCounts.map { ($0.key.rawValue, $0.value) }),
      lines: finding.lines.map { line in
        JSON.Line(
          path: line.article.origin.path, line: line.article.origin.line,
          title: line.article.title, source: line.article.source,
          date: line.article.date.flatMap(ArticleCaption.statedDay),
          language: line.article.language.rawValue, spelling: line.spelling,
          entity: line.match.entity.rawValue, why: why(line),
          confidence: (line.match.confidence * 100).rounded() / 100,
          start: line.range.lowerBound, end: line.range.upperBound, text: line.snippet.text)
      })
  }
}

extension WatchMatch.Doubt {
  /// The doubt in words.
  fileprivate var words: String {
    switch self {
    case .openWord: "a word is left open"
    case .barely: "just passes"
    case .commonName: "many people have the name"
    case .loneName: "one word alone"
    }
  }
}
