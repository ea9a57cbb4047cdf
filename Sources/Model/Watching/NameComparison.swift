/// Compares names of lists with names of a library's entities, one pair at a time.
struct NameComparison: Sendable {
  /// A name with all that comparing it needs.
  struct Subject: Sendable {
    /// The name as the matcher takes it apart; empty in scripts that it does not know.
    var spelled: SpelledName
    /// The name within its script.
    var parsed: ParsedName
    /// The consonants that its words may begin with.
    var initials: [UInt16]
    /// The well-known entity that it stands for as a name of each kind, where it is one alone.
    var known: [EntityKind: KnownEntity]

    /// Whether one word of it alone counts as a person's name.
    var isLone: Bool { parsed.person?.isLone ?? true }
  }

  /// What names are compared with.
  let tables: LinkingTables

  /// Names of which all words agree this well, and each this well, are surely one.
  private static let sure: Float = 0.6
  private static let sureWord: Float = 0.4
  /// How much evidence, in nats, there must be in how others than people sound: words that translate each
  /// other are in the names of many.
  private static let leastSounding: Float = 17
  /// How much the words of a name tell at least, in nats, if it is not to be shared by many.
  private static let leastInformation = 11.0

  /// Takes a name apart, to be compared as a name of one of some kinds.
  func subject(_ text: String, of kinds: [EntityKind] = EntityKind.allCases) -> Subject {
    let parsed = tables.name(text)
    let spelled = tables.matcher.speller.spell(parsed.text, in: parsed.script)
    var known: [EntityKind: KnownEntity] = [:]
    for kind in kinds { known[kind] = self.known(parsed, kind) }
    return Subject(
      spelled: spelled, parsed: parsed, initials: spelled.initials(in: parsed.script), known: known)
  }

  /// How two names agree as names of a kind; `nil` where they are not one.
  func agreement(
    _ listed: Subject, _ found: Subject, kind: EntityKind, memory: inout WordMatchMemory
  ) -> NameAgreement? {
    guard var agreement = agreementByName(listed, found, kind: kind, &memory) else { return nil }
    guard kind == .person else { return agreement }
    if listed.isLone {
      agreement.doubts.append(.loneName)
    } else if information(of: listed, found) < Self.leastInformation {
      agreement.doubts.append(.commonName)
    }
    if !agreement.doubts.isEmpty { agreement.confidence = min(agreement.confidence, 0.6) }
    return agreement
  }

  /// How the best of a watched name's names agrees with a mention, and which of them it is.
  func best(
    of listed: [Subject], with mention: String, kind: EntityKind
  ) -> (place: Int, agreement: NameAgreement)? {
    let found = subject(mention, of: [kind])
    var memory = WordMatchMemory()
    var best: (place: Int, agreement: NameAgreement)?
    for (place, name) in listed.enumerated() {
      guard let agreement = agreement(name, found, kind: kind, memory: &memory),
        best.map({ agreement.isBetter(than: $0.agreement) }) ?? true
      else { continue }
      best = (place, agreement)
    }
    return best
  }

  private func agreementByName(
    _ listed: Subject, _ found: Subject, kind: EntityKind, _ memory: inout WordMatchMemory
  ) -> NameAgreement? {
    if let known = knownAgreement(listed, found, kind: kind) { return known }
    guard listed.parsed.script == found.parsed.script else {
      return acrossScripts(listed, found, kind: kind, &memory)
    }
    return kind == .person
      ? ofPeople(listed.parsed, found.parsed) : ofOthers(listed.parsed, found.parsed)
  }

  /// The agreement of equal names, and of two names of one well-known entity.
  private func knownAgreement(
    _ listed: Subject, _ found: Subject, kind: EntityKind
  ) -> NameAgreement? {
    if listed.parsed.key == found.parsed.key {
      return NameAgreement(reason: .sameName, confidence: 1)
    }
    if kind == .person, let x = listed.parsed.person, x == found.parsed.person {
      return NameAgreement(reason: .sameName, confidence: 0.99)
    }
    if let x = listed.known[kind], x == found.known[kind] {
      return NameAgreement(reason: .alias, confidence: 0.97)
    }
    guard kind == .place, areListed(listed.parsed, found.parsed) else { return nil }
    return NameAgreement(reason: .gazetteer, confidence: 0.95)
  }

  /// The well-known entity that a name stands for, where it is one alone.
  private func known(_ name: ParsedName, _ kind: EntityKind) -> KnownEntity? {
    let readings = tables.aliases.readings(of: name, kind: kind)
    guard let first = readings.first, !first.isGeneric,
      readings.allSatisfy({ $0.entity == first.entity })
    else { return nil }
    return first.entity
  }

  private func areListed(_ left: ParsedName, _ right: ParsedName) -> Bool {
    let (arabic, latin) = left.script == .arabic ? (left, right) : (right, left)
    guard arabic.script == .arabic, latin.script == .latin else { return false }
    return tables.places.rows(for: arabic.key).contains { $0.first == latin.key }
  }

  // MARK: - One script

  private func ofPeople(_ listed: ParsedName, _ found: ParsedName) -> NameAgreement? {
    guard let x = listed.person, let y = found.person, x.isCompatible(with: y) else { return nil }
    let hasInitial = (x.words + y.words).contains { $0.unicodeScalars.count == 1 }
    guard x.words.count == y.words.count, !hasInitial else {
      return NameAgreement(reason: .spelling, confidence: 0.6, doubts: [.openWord])
    }
    return NameAgreement(
      reason: .spelling, confidence: x.first == y.first && x.last == y.last ? 0.95 : 0.9)
  }

  private func ofOthers(_ listed: ParsedName, _ found: ParsedName) -> NameAgreement? {
    let (x, y) = (listed.words, found.words)
    // A single word is like too many others unless it sounds just the same.
    guard x.count == y.count, !listed.isAcronym, !found.isAcronym else { return nil }
    let areVariants = zip(x, y).allSatisfy { left, right in
      let pair = [String(left), String(right)]
      guard x.count > 1 else {
        let sounds = pair.map { WordVariants.normalized($0, script: listed.script) }
        return sounds[0].count > 3 && sounds[0] == sounds[1]
      }
      return WordVariants.areVariants(pair[0], pair[1], script: listed.script)
    }
    return areVariants ? NameAgreement(reason: .spelling, confidence: 0.9) : nil
  }

  // MARK: - Two scripts

  private func acrossScripts(
    _ listed: Subject, _ found: Subject, kind: EntityKind, _ memory: inout WordMatchMemory
  ) -> NameAgreement? {
    let (latin, arabic) =
      listed.parsed.script == .latin ? (listed, found) : (found, listed)
    guard latin.parsed.script == .latin, arabic.parsed.script == .arabic, !latin.parsed.isAcronym,
      kind != .person || SpelledName.mayAgree(latin.initials, arabic.initials)
    else { return nil }
    let score = tables.matcher.score(
      latin.spelled, arabic.spelled, kind: kind, memory: &memory)
    guard tables.matcher.isMatch(score, kind: kind) else { return nil }
    var agreement = NameAgreement(
      reason: .sound, confidence: min(0.98, 0.65 + 0.6 * Double(score.ratio - 0.38)))
    if score.openLatin + score.openArabic > 0 {
      // What is left open may stand beside the surname, not in its place.
      guard kind != .person || score.lastRatio.map({ $0 >= 0.4 }) == true else { return nil }
      agreement.doubts.append(.openWord)
    }
    let isClear = score.ratio >= Self.sure && score.weakestWord >= Self.sureWord
    if !isClear || kind != .person && score.sounding < Self.leastSounding {
      agreement.doubts.append(.barely)
    }
    return agreement
  }

  /// How much the words tell that two names of a person have in common, in nats; those of Arabic names
  /// are counted, and of a Latin name what its words translate to.
  private func information(of listed: Subject, _ found: Subject) -> Double {
    let arabic = [listed, found].first { $0.parsed.script == .arabic }
    return (arabic ?? found).spelled.words.reduce(0) { sum, word in
      guard !word.isParticle, !word.isInitial else { return sum }
      let spellings = arabic == nil ? Array(word.translations.keys) : [word.text]
      return sum + (spellings.map(tables.information(ofWord:)).min() ?? LinkingTables.rarest)
    }
  }
}
