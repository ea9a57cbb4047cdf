/// Finds the people whose surname a lone name may be, and lone names that may be one, in both scripts.
struct LoneNameIndex {
  /// A name that was added.
  private struct Entry {
    var entity: Int
    var name: ParsedName
    var spelled: SpelledName
  }

  private let matcher: NameMatcher
  private var full: [UInt64: [Entry]] = [:]
  private var lone: [UInt64: [Entry]] = [:]

  /// More names than this under one key are not looked at: they tell nothing apart.
  private static let longestList = 400

  /// Makes an empty index that compares names with `matcher`.
  init(matcher: NameMatcher) {
    self.matcher = matcher
  }

  /// Adds a person's full name.
  mutating func addFullName(_ name: ParsedName, entity: Int) {
    add(name, entity: entity, to: \.full)
  }

  /// Adds a lone name.
  mutating func addLoneName(_ name: ParsedName, entity: Int) {
    add(name, entity: entity, to: \.lone)
  }

  private mutating func add(
    _ name: ParsedName, entity: Int, to list: WritableKeyPath<LoneNameIndex, [UInt64: [Entry]]>
  ) {
    guard let spelled = spelled(name) else { return }
    for key in keys(name, spelled) {
      self[keyPath: list][key, default: []].append(
        Entry(entity: entity, name: name, spelled: spelled))
    }
  }

  /// The entities that have a full name whose last word is a lone name, ascending.
  func entities(for name: ParsedName) -> [Int] {
    guard let person = name.person, let spelled = spelled(name) else { return [] }
    return found(name, spelled, in: full) { entry in
      if entry.name.script == name.script {
        return entry.name.person.map {
          WordVariants.areVariants($0.last, person.last, script: name.script)
        } ?? false
      }
      return score(spelled, entry.spelled, script: name.script).map(matcher.isShortForm) ?? false
    }
  }

  /// The lone names that sound alike, ascending.
  func loneNames(like name: ParsedName) -> [Int] {
    guard let person = name.person, let spelled = spelled(name) else { return [] }
    return found(name, spelled, in: lone) { entry in
      if entry.name.script == name.script {
        return entry.name.person.map {
          WordVariants.areVariants($0.last, person.last, script: name.script)
        } ?? false
      }
      return score(spelled, entry.spelled, script: name.script).map {
        matcher.isMatch($0, kind: .person)
      } ?? false
    }
  }

  private func found(
    _ name: ParsedName, _ spelled: SpelledName, in index: [UInt64: [Entry]],
    where isFit: (Entry) -> Bool
  ) -> [Int] {
    var entities: Set<Int> = []
    for key in keys(name, spelled) {
      let entries = index[key] ?? []
      guard entries.count <= Self.longestList else { continue }
      for entry in entries where !entities.contains(entry.entity) && isFit(entry) {
        entities.insert(entry.entity)
      }
    }
    return entities.sorted()
  }

  private func score(_ own: SpelledName, _ other: SpelledName, script: Script) -> NameScore? {
    switch script {
    case .latin: matcher.score(own, other, kind: .person)
    case .arabic: matcher.score(other, own, kind: .person)
    case .other: nil
    }
  }

  private func spelled(_ name: ParsedName) -> SpelledName? {
    guard let person = name.person else { return nil }
    let text = person.words.joined(separator: " ")
    let spelled: SpelledName
    switch name.script {
    case .latin: spelled = matcher.speller.spell(latin: text)
    case .arabic: spelled = matcher.speller.spell(arabic: text, clitics: false)
    case .other: return nil
    }
    return spelled.words.isEmpty ? nil : spelled
  }

  /// The phonetic keys of a name's last word.
  private func keys(_ name: ParsedName, _ spelled: SpelledName) -> [UInt64] {
    let word = spelled.words[spelled.last]
    if name.script == .latin {
      return PhoneticKey.keys(latin: word.spellings[0].sounds)
        + word.translations.keys.flatMap { PhoneticKey.keys(arabic: ArabicSounds.symbols(of: $0)) }
    }
    return word.spellings.flatMap { PhoneticKey.keys(arabic: $0.sounds) }
  }
}
