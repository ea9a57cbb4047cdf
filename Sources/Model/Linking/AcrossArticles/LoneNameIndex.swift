/// Finds the people whose surname a lone name may be, and lone names that may be one, in both scripts.
///
/// Names are indices of a list that the index is made with; what is found for one is kept, since the
/// same few surnames come again and again.
struct LoneNameIndex {
  /// A name that was added, and whose it is.
  private struct Entry {
    var entity: Int
    var name: Int
  }

  private let matcher: NameMatcher
  private let names: [ParsedName]
  private var spelled: [Int: SpelledName] = [:]
  private var full: [UInt64: [Entry]] = [:]
  private var lone: [UInt64: [Entry]] = [:]
  private var foundFull: [Int: [Int]] = [:]
  private var foundLone: [Int: [Int]] = [:]

  /// More names than this under one key are not looked at: they tell nothing apart.
  private static let longestList = 400

  /// Makes an empty index of some of `names`, which compares them with `matcher`.
  init(names: [ParsedName], matcher: NameMatcher) {
    self.names = names
    self.matcher = matcher
  }

  /// Adds a person's full name.
  mutating func addFullName(_ name: Int, entity: Int) {
    for key in keys(of: name) { full[key, default: []].append(Entry(entity: entity, name: name)) }
  }

  /// Adds a lone name.
  mutating func addLoneName(_ name: Int, entity: Int) {
    for key in keys(of: name) { lone[key, default: []].append(Entry(entity: entity, name: name)) }
  }

  /// The entities that have a full name whose last word is a lone name, ascending.
  mutating func entities(for name: Int) -> [Int] {
    if let found = foundFull[name] { return found }
    let found = found(name, in: full) { [matcher] in matcher.isShortForm($0) }
    foundFull[name] = found
    return found
  }

  /// The entities whose lone name sounds like another, ascending.
  mutating func loneNames(like name: Int) -> [Int] {
    if let found = foundLone[name] { return found }
    let found = found(name, in: lone) { [matcher] in matcher.isMatch($0, kind: .person) }
    foundLone[name] = found
    return found
  }

  /// The entities under a name's keys that have a name with the same last word: a variant of it in its
  /// own script, one whose score fits in the other.
  private mutating func found(
    _ name: Int, in index: [UInt64: [Entry]], where fits: (NameScore) -> Bool
  ) -> [Int] {
    var verdicts: [Int: Bool] = [:]
    var entities: Set<Int> = []
    for key in keys(of: name) {
      let entries = index[key] ?? []
      guard entries.count <= Self.longestList else { continue }
      for entry in entries where !entities.contains(entry.entity) {
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
    let result: SpelledName
    switch names[name].script {
    case .latin: result = matcher.speller.spell(latin: text)
    case .arabic: result = matcher.speller.spell(arabic: text, clitics: false)
    case .other: return nil
    }
    guard !result.words.isEmpty else { return nil }
    spelled[name] = result
    return result
  }

  /// The phonetic keys of a name's last word.
  private mutating func keys(of name: Int) -> [UInt64] {
    guard let spelled = spelled(name) else { return [] }
    return spelled.words[spelled.last].phoneticKeys(in: names[name].script)
  }
}
