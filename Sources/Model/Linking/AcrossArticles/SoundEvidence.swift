/// Finds clear names of the other script that doubtful ones sound like.
struct SoundEvidence {
  /// A clear name.
  private struct Candidate {
    var kind: EntityKind
    var text: String
    var spelled: SpelledName
    /// How many words it has.
    var length: Int
    /// The articles that have it.
    var articles: [Int64]
  }

  /// A name that is in more articles than this tells nothing of an event.
  private static let mostArticles = 50
  /// How well a full name must agree.
  private static let leastRatio: Float = 0.5
  /// How well a lone name must agree.
  private static let leastLoneRatio: Float = 0.6
  /// How much evidence a lone name must give.
  private static let leastLoneEvidence: Float = 7
  /// How many names two articles on one event share at least.
  private static let leastShared = 3

  private let tables: LinkingTables
  private let records: [LocalEntityRecord]
  private var candidates: [Candidate] = []
  /// The candidates by the keys of their last words, and of their first.
  private var index = SoundIndex()
  private var neutral: [String: String] = [:]
  private var names: [Int64: Set<String>] = [:]

  /// Prepares to look through the clear names among some records.
  init(tables: LinkingTables, records: [LocalEntityRecord]) {
    self.tables = tables
    self.records = records
  }

  /// The kinds of the clear names that doubtful records sound like, by the records' indices.
  mutating func kinds(of doubtful: [Int]) -> [Int: EntityKind] {
    guard !doubtful.isEmpty else { return [:] }
    var found: [String: [Int]] = [:]
    for record in doubtful {
      guard let text = records[record].names.first?.text else { continue }
      found[text, default: []].append(record)
    }
    collect(scripts: Set(found.keys.map { Script(of: $0) }))
    var result: [Int: EntityKind] = [:]
    var lone: [(record: Int, candidate: Int)] = []
    for text in found.keys.sorted() {
      for (candidate, isFull) in matches(of: text) {
        for record in found[text] ?? [] where result[record] == nil {
          if isFull {
            result[record] = candidates[candidate].kind
          } else {
            lone.append((record, candidate))
          }
        }
      }
    }
    gatherNames(of: lone)
    for (record, candidate) in lone where result[record] == nil {
      if isOnSameEvent(records[record].article, candidates[candidate].articles) {
        result[record] = candidates[candidate].kind
      }
    }
    return result
  }

  // MARK: - Clear names

  /// Notes the clear names that are in another script than some doubtful one.
  private mutating func collect(scripts: Set<Script>) {
    var articles: [String: [EntityKind: Set<Int64>]] = [:]
    for record in records where !record.isDoubtful {
      for name in record.names where name.count > 0 && name.script != .other {
        let other: Script = name.script == .arabic ? .latin : .arabic
        guard scripts.contains(other) else { continue }
        articles[name.text, default: [:]][record.kind, default: []].insert(record.article)
      }
    }
    var entries: [SoundIndex.Entry] = []
    for text in articles.keys.sorted() {
      for kind in EntityKind.allCases {
        guard let places = articles[text]?[kind], let spelled = spelled(text) else { continue }
        let number = candidates.count
        let length = spelled.words.count { !$0.isParticle }
        candidates.append(
          Candidate(
            kind: kind, text: text, spelled: spelled, length: length,
            articles: places.count > Self.mostArticles ? [] : places.sorted()))
        entries.add(keys(of: spelled, script: Script(of: text)), of: number)
      }
    }
    index = SoundIndex(entries)
  }

  private func spelled(_ text: String) -> SpelledName? {
    let spelled = tables.matcher.speller.spell(text, in: Script(of: text))
    return spelled.words.isEmpty ? nil : spelled
  }

  private func keys(of name: SpelledName, script: Script) -> Set<UInt64> {
    Set(name.words[name.last].phoneticKeys(in: script))
      .union(name.words[name.first].phoneticKeys(in: script))
  }

  // MARK: - Doubtful names

  /// The clear names that a doubtful one sounds like, the best first, and whether it is a full name.
  private func matches(of text: String) -> [(candidate: Int, isFull: Bool)] {
    let script = Script(of: text)
    guard script != .other, let name = spelled(text) else { return [] }
    let length = name.words.count { !$0.isParticle }
    var tried: Set<Int> = []
    var found: [(candidate: Int, ratio: Float, isFull: Bool)] = []
    for key in keys(of: name, script: script) {
      for number in index.distinctiveItems(key).lazy.map(Int.init)
      where tried.insert(number).inserted {
        let other = candidates[number]
        guard Script(of: other.text) != script else { continue }
        let score =
          script == .arabic
          ? tables.matcher.score(other.spelled, name, kind: other.kind)
          : tables.matcher.score(name, other.spelled, kind: other.kind)
        guard score.openLatin == 0, score.openArabic == 0 else { continue }
        if length > 1, other.length > 1, score.ratio >= Self.leastRatio,
          tables.matcher.isMatch(score, kind: other.kind), score.weakestWord >= 0.3
        {
          found.append((number, score.ratio, true))
        } else if length == 1, other.kind == .person, score.ratio >= Self.leastLoneRatio,
          score.evidence >= Self.leastLoneEvidence
        {
          found.append((number, score.ratio, false))
        }
      }
    }
    return found.sorted { ($1.ratio, $0.candidate) < ($0.ratio, $1.candidate) }
      .map { ($0.candidate, $0.isFull) }
  }

  // MARK: - Events

  /// Gathers the names of the articles that are to be compared.
  private mutating func gatherNames(of pairs: [(record: Int, candidate: Int)]) {
    var wanted: Set<Int64> = []
    for (record, candidate) in pairs where !candidates[candidate].articles.isEmpty {
      wanted.insert(records[record].article)
      wanted.formUnion(candidates[candidate].articles)
    }
    guard !wanted.isEmpty else { return }
    for record in records where !record.isDoubtful && wanted.contains(record.article) {
      guard let name = record.names.first?.text else { continue }
      names[record.article, default: []].insert(neutral(name, kind: record.kind))
    }
  }

  /// Whether an article has names in common with one of the others.
  private func isOnSameEvent(_ article: Int64, _ others: [Int64]) -> Bool {
    guard let own = names[article] else { return false }
    return others.contains {
      $0 != article && own.intersection(names[$0] ?? []).count >= Self.leastShared
    }
  }

  /// A name in a form that is the same in both languages where the tables tell.
  private mutating func neutral(_ text: String, kind: EntityKind) -> String {
    if let known = neutral[text] { return known }
    let name = tables.name(text)
    var form = name.key
    if let reading = tables.aliases.readings(of: name, kind: kind).first {
      form = NameKey.key(of: reading.entity.name)
    } else if name.script == .arabic, let row = tables.places.rows(for: name.key).first,
      let place = row.first
    {
      form = place
    }
    neutral[text] = form
    return form
  }
}
