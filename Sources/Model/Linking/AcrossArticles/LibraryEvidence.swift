/// Decides on doubtful names by what the other articles name clearly, in either language.
///
/// A name that is clear in as many articles as it is in doubt in is one. A name that is clear nowhere
/// is one where it sounds like a full name of the other script, or like a person's lone name in an
/// article on the same event. All of it is counted over the clear names of all articles, which doubtful
/// ones never add to: so the order of the articles makes no difference.
struct LibraryEvidence {
  /// What the clear records have of a name.
  private struct Support {
    /// The articles, ascending and none twice.
    var articles: [Int64] = []
    /// How often it is each kind.
    var kinds = KindCounts()
  }

  private let tables: LinkingTables
  private let records: [LocalEntityRecord]
  /// The keys of the names that were asked for.
  private var keys: [String: String] = [:]
  /// The clear names by key: those with a doubtful one of the same key.
  private var support: [String: Support] = [:]
  /// In how many articles each key is in doubt.
  private var doubts: [String: Int] = [:]

  /// Prepares to decide on the doubtful records among some.
  init(tables: LinkingTables, records: [LocalEntityRecord]) {
    self.tables = tables
    self.records = records
  }

  /// The kinds of the doubtful records that the clear ones speak for, by the records' indices.
  mutating func kinds() -> [Int: EntityKind] {
    count()
    var verdicts: [Int: EntityKind] = [:]
    var left: [Int] = []
    for index in records.indices where records[index].isDoubtful {
      if let kind = knownKind(of: records[index]) {
        verdicts[index] = kind
      } else {
        left.append(index)
      }
    }
    var sounds = SoundEvidence(tables: tables, records: records)
    verdicts.merge(sounds.kinds(of: left)) { own, _ in own }
    return verdicts
  }

  private mutating func key(_ text: String) -> String {
    if let key = keys[text] { return key }
    let key = NameKey.key(of: text)
    keys[text] = key
    return key
  }

  /// Counts where each doubtful name is clear and where it is in doubt.
  private mutating func count() {
    for record in records where record.isDoubtful {
      for name in record.names {
        let key = key(name.text)
        doubts[key, default: 0] += 1
        support[key] = Support()
      }
    }
    for record in records where !record.isDoubtful {
      for name in record.names where name.count > 0 {
        let key = key(name.text)
        guard support[key] != nil else { continue }
        support[key]?.articles.append(record.article)
        support[key]?.kinds[record.kind] += 1
      }
    }
    support = support.mapValues { known in
      var known = known
      known.articles = Set(known.articles).sorted()
      return known
    }
  }

  /// The kind that other articles give the name of a doubtful record, where they are enough.
  private mutating func knownKind(of record: LocalEntityRecord) -> EntityKind? {
    guard let text = record.names.first?.text else { return nil }
    let key = key(text)
    guard !key.isEmpty, let support = support[key] else { return nil }
    let others = support.articles.count - (support.articles.contains(record.article) ? 1 : 0)
    return others >= max(1, doubts[key] ?? 0) ? support.kinds.leading : nil
  }
}
