/// Finds the people whose surname a lone name may be, and lone names that may be one, in both scripts.
///
/// Names are indices of a list that the index is made with; what is found for one is kept, since the
/// same few surnames come again and again.
struct LoneNameIndex {
  /// A name, and the entity that has it.
  struct Entry {
    var entity: Int
    var name: Int
  }

  /// Some names, found by their last words.
  private struct List {
    var entries: [Entry] = []
    var index = SoundIndex()
    /// The scripts that each entity has names in.
    var scripts: [Int: Set<Script>] = [:]
    /// The entities that were found for a name before.
    var found: [Int: [Int]] = [:]
  }

  private let matcher: NameMatcher
  private let names: [ParsedName]
  private var spelled: [Int: SpelledName] = [:]
  private var full = List()
  private var lone = List()

  /// Prepares to index some of `names`, which are compared by `matcher`.
  init(names: [ParsedName], matcher: NameMatcher) {
    self.names = names
    self.matcher = matcher
  }

  /// Indexes people's full names, in place of those before.
  mutating func indexFullNames(_ entries: [Entry]) { full = list(of: entries) }

  /// Indexes lone names, in place of those before.
  mutating func indexLoneNames(_ entries: [Entry]) { lone = list(of: entries) }

  private mutating func list(of entries: [Entry]) -> List {
    var sounds: [SoundIndex.Entry] = []
    var scripts: [Int: Set<Script>] = [:]
    for (place, entry) in entries.enumerated() {
      sounds.add(keys(of: entry.name), of: place)
      scripts[entry.entity, default: []].insert(names[entry.name].script)
    }
    return List(entries: entries, index: SoundIndex(sounds), scripts: scripts)
  }

  /// Whether an entity has a full name in the script of a lone one, which then tells more than how its other
  /// name sounds: «سعيد» and «صيد» are both Saied.
  func hasFullName(_ entity: Int, inScriptOf name: Int) -> Bool {
    full.scripts[entity]?.contains(names[name].script) == true
  }

  /// The entities that have a full name whose last word is a lone name, ascending.
  mutating func entities(for name: Int) -> [Int] {
    if let found = full.found[name] { return found }
    let found = found(name, in: full) { [matcher] in matcher.isShortForm($0) }
    full.found[name] = found
    return found
  }

  /// The entities whose lone name sounds like another, ascending.
  mutating func loneNames(like name: Int) -> [Int] {
    if let found = lone.found[name] { return found }
    let found = found(name, in: lone) { [matcher] in matcher.isMatch($0, kind: .person) }
    lone.found[name] = found
    return found
  }

  /// The entities under a name's keys that have a name with the same last word: a variant of it in its
  /// own script, one whose score fits in the other.
  private mutating func found(
    _ name: Int, in list: List, where fits: (NameScore) -> Bool
  ) -> [Int] {
    var verdicts: [Int: Bool] = [:]
    var entities: Set<Int> = []
    for key in keys(of: name) {
      for place in list.index.distinctiveItems(key) {
        let entry = list.entries[Int(place)]
        guard !entities.contains(entry.entity),
          names[entry.name].script == names[name].script
            || list.scripts[entry.entity]?.contains(names[name].script) != true
        else { continue }
        let verdict = verdicts[entry.name] ?? isOne(name, entry.name, where: fits)
        verdicts[entry.name] = verdict
        if verdict { entities.insert(entry.entity) }
      }
    }
    return entities.sorted()
  }

  private mutating func isOne(
    _ left: Int, _ right: Int, where fits: (NameScore) -> Bool
  ) -> Bool {
    let script = names[left].script
    if script == names[right].script {
      guard let x = names[left].person, let y = names[right].person else { return false }
      return WordVariants.areVariants(x.last, y.last, script: script)
    }
    guard let x = spelled(left), let y = spelled(right) else { return false }
    switch script {
    case .latin: return fits(matcher.score(x, y, kind: .person))
    case .arabic: return fits(matcher.score(y, x, kind: .person))
    case .other: return false
    }
  }

  private mutating func spelled(_ name: Int) -> SpelledName? {
    if let known = spelled[name] { return known }
    guard let person = names[name].person else { return nil }
    let text = person.words.joined(separator: " ")
    let result = matcher.speller.spell(text, in: names[name].script)
    guard !result.words.isEmpty else { return nil }
    spelled[name] = result
    return result
  }

  /// The phonetic keys of a name's last word.
  mutating func keys(of name: Int) -> [UInt64] {
    guard let spelled = spelled(name) else { return [] }
    return spelled.words[spelled.last].phoneticKeys(in: names[name].script)
  }
}
