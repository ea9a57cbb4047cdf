/// Tells at little cost which clusters of a library a new one might be, of those that a key of sound leads
/// to: in a library of common names these are many, and few of them agree in all words.
public struct ClusterComparison {
  /// A name with what comparing it needs.
  private struct Subject {
    var person: PersonName?
    var spelled: SpelledName
  }

  private let tables: LinkingTables
  private var memory = WordMatchMemory(bits: 15)
  /// The names that were taken apart.
  private var subjects: [String: Subject] = [:]

  init(tables: LinkingTables) {
    self.tables = tables
  }

  /// Whether two clusters might be one person; what is not a person's full name is not looked at, and
  /// might be.
  mutating func mayBeOne(_ new: Cluster, _ known: Cluster) -> Bool {
    guard new.kind == .person, known.kind == .person, !new.isLone, !known.isLone,
      known.known == nil
    else { return true }
    return new.names.contains { x in
      x.personWords > 1
        && known.names.contains { y in y.personWords > 1 && mayBeOne(x.form, y.form) }
    }
  }

  private mutating func mayBeOne(_ left: NameForm, _ right: NameForm) -> Bool {
    let (x, y) = (subject(left.text), subject(right.text))
    guard let person = x.person, let other = y.person else { return true }
    guard person.script != other.script else { return person.isCompatible(with: other) }
    let (latin, arabic) = person.script == .latin ? (x, y) : (y, x)
    let score = tables.matcher.score(
      latin.spelled, arabic.spelled, kind: .person, memory: &memory)
    return LibraryResolver.isLookedAt(score)
  }

  private mutating func subject(_ text: String) -> Subject {
    if let own = subjects[text] { return own }
    let parsed = tables.name(text)
    let own = Subject(
      person: parsed.person,
      spelled: tables.matcher.speller.spell(parsed.text, in: parsed.script))
    subjects[text] = own
    return own
  }
}
