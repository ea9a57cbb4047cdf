/// Finds watched names among the names of entities: an index of the list, asked with one entity after
/// another.
///
/// A list is indexed rather than the library, since it is the smaller of the two, and the library's names
/// pass by but once.
struct WatchMatcher: Sendable {
  /// A name of the list.
  private struct Entry: Sendable {
    /// The watched name that has it: an index.
    var watched: Int
    var subject: NameComparison.Subject
  }

  /// A watched name that an entity may be.
  struct Found: Hashable {
    /// The watched name: an index.
    var watched: Int
    /// Why.
    var match: WatchMatch
  }

  private let comparison: NameComparison
  private let kinds: [EntityKind?]
  private let entries: [Entry]
  /// The entries by the hash of their folded name, and of the well-known entity that they stand for.
  private let byName: SoundIndex
  /// The entries by the sound of any two words as people, and of single words as others.
  private let ofPeople: SoundIndex
  private let ofOthers: SoundIndex

  /// Indexes a list.
  ///
  /// Complexity: O(*n* log *n*) in the number of names.
  init(_ names: [WatchedName], comparison: NameComparison) {
    self.comparison = comparison
    kinds = names.map(\.kind)
    var entries: [Entry] = []
    var byName: [SoundIndex.Entry] = []
    var ofPeople: [SoundIndex.Entry] = []
    var ofOthers: [SoundIndex.Entry] = []
    for (watched, name) in names.enumerated() {
      for text in name.names {
        let subject = comparison.subject(text)
        let place = entries.count
        entries.append(Entry(watched: watched, subject: subject))
        for kind in EntityKind.allCases where name.kind == nil || name.kind == kind {
          byName.add(Self.nameKeys(of: subject, kind: kind, comparison), of: place)
        }
        if name.kind == nil || name.kind == .person {
          ofPeople.add(Self.personKeys(of: subject), of: place)
        }
        if name.kind != .person {
          ofOthers.add(Set(Self.wordKeys(of: subject).joined()), of: place)
        }
      }
    }
    self.entries = entries
    self.byName = SoundIndex(byName)
    self.ofPeople = SoundIndex(ofPeople)
    self.ofOthers = SoundIndex(ofOthers)
  }

  /// What ``matches(of:_:)`` counts and remembers in, one for each thread.
  struct Workspace {
    fileprivate var tally: CandidateTally
    fileprivate var memory = WordMatchMemory(bits: 17)
  }

  /// A workspace for this list.
  func workspace() -> Workspace { Workspace(tally: CandidateTally(count: entries.count)) }

  /// The watched names that an entity may be, each with its best match.
  func matches(of entity: Entity, _ work: inout Workspace) -> [Found] {
    var best: [Int: (agreement: NameAgreement, match: WatchMatch)] = [:]
    for form in entity.names {
      let found = comparison.subject(form.text, of: [entity.kind])
      for place in candidates(for: found, kind: entity.kind, &work.tally) {
        let entry = entries[place]
        guard kinds[entry.watched] == nil || kinds[entry.watched] == entity.kind,
          let agreement = comparison.agreement(
            entry.subject, found, kind: entity.kind, memory: &work.memory)
        else { continue }
        if let known = best[entry.watched]?.agreement, !agreement.isBetter(than: known) { continue }
        best[entry.watched] = (
          agreement,
          WatchMatch(
            entity: entity.id, spelling: form.text, listed: entry.subject.parsed.text,
            reason: agreement.reason, confidence: agreement.confidence, doubts: agreement.doubts)
        )
      }
    }
    return best.sorted { $0.key < $1.key }.map { Found(watched: $0.key, match: $0.value.match) }
  }

  /// The entries that a name may be, ascending.
  private func candidates(
    for name: NameComparison.Subject, kind: EntityKind, _ tally: inout CandidateTally
  ) -> [Int] {
    var found = Set(
      Self.nameKeys(of: name, kind: kind, comparison).flatMap { byName.items($0) }.map(Int.init))
    if kind == .person {
      for key in Self.personKeys(of: name) { found.formUnion(ofPeople.items(key).map(Int.init)) }
      return found.sorted()
    }
    // Half of the words' weight, each weighing as much as it is rare.
    var total: Float = 0
    for keys in Self.wordKeys(of: name) {
      tally.beginFeature()
      for key in keys { tally.find(ofOthers.items(key)) }
      guard tally.foundCount <= SoundIndex.longestList else { continue }
      let weight = Rareness.weight(ofKeyFinding: tally.foundCount)
      total += weight
      tally.weigh(weight)
    }
    found.formUnion(tally.take(least: max(total / 2, .leastNonzeroMagnitude)))
    return found.sorted()
  }

  /// The keys under which equal names are found, and names of one well-known entity or place.
  private static func nameKeys(
    of subject: NameComparison.Subject, kind: EntityKind, _ comparison: NameComparison
  ) -> [UInt64] {
    let name = subject.parsed
    var keys = [StableHash.of(name.key)]
    if kind == .person, let person = name.person {
      keys.append(StableHash.of(person.words.joined(separator: " ")))
    }
    if let known = subject.known[kind] { keys.append(StableHash.of("= \(known.name)")) }
    if kind == .place, name.script == .arabic {
      keys += comparison.tables.places.rows(for: name.key).compactMap(\.first).map(StableHash.of)
    }
    return keys
  }

  /// The keys of a person's name by sound; none of a lone name, which a fuller one is not found by.
  private static func personKeys(of subject: NameComparison.Subject) -> Set<UInt64> {
    subject.isLone ? [] : subject.spelled.closePersonKeys(in: subject.parsed.script)
  }

  /// The keys of each word of another name, by sound and by what translates it.
  private static func wordKeys(of subject: NameComparison.Subject) -> [[UInt64]] {
    let script = subject.parsed.script
    return subject.spelled.words.filter { !$0.isParticle }.map { word in
      word.phoneticKeys(in: script) + [StableHash.of(word.text)]
        + word.translations.keys.map(StableHash.of)
    }
  }
}
