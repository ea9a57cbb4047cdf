extension LibraryResolver {
  /// An entity by its name in one script.
  private struct Side {
    var root: Int
    /// The node that the name is of.
    var node: Int
    var kind: EntityKind
    /// The name: an index of ``names``.
    var name: Int
    var spelled: SpelledName
    /// The consonants that the words of a person's name may begin with.
    var initials: [UInt16]
    /// Its name in the other script, where it has one.
    var counterpart: Int?
    /// The well-known entity it is.
    var known: KnownEntity?
    /// Whether the library has it already, so that it is joined to what is new alone.
    var isStored: Bool
  }

  /// A Latin and an Arabic entity that may be one.
  private struct Pair {
    var latin: Int
    var arabic: Int
    var score: NameScore
    /// Whether the gazetteer has both as one place.
    var isListed = false
  }

  /// A pair this much better than its rivals needs no company.
  private static let margin: Float = 0.08
  /// A pair that agrees less is not proposed.
  private static let leastProposed: Float = 0.5
  /// How much evidence, in nats, a pair has at least.
  private static let leastEvidence: Float = 5

  /// Joins entities across scripts, one to one, the best pairs first.
  ///
  /// People come first: with them joined, the company of places and organizations tells more.
  mutating func joinScripts() {
    joinScripts { $0 == .person }
    joinScripts { $0 != .person }
  }

  private mutating func joinScripts(of isWanted: (EntityKind) -> Bool) {
    let sides = sides(of: isWanted)
    noteSounds(of: sides.latin, features(latin:))
    noteSounds(of: sides.arabic, features(arabic:))
    let pairs = candidates(sides.latin, sides.arabic)
    var company = company()
    assign(pairs, sides.latin, sides.arabic, company: &company)
  }

  // MARK: - Candidates

  private mutating func sides(
    of isWanted: (EntityKind) -> Bool
  ) -> (latin: [Side], arabic: [Side]) {
    let speller = tables.matcher.speller
    var latin: [Side] = []
    var arabic: [Side] = []
    for set in sets.sets() where !nodes[set[0]].isLone && isWanted(nodes[set[0]].kind) {
      let kind = nodes[set[0]].kind
      let known = set.compactMap { nodes[$0].known }.first
      let isStored = set.contains(where: isStored)
      let (latinName, latinNode) = bestName(of: set, in: .latin)
      let (arabicName, arabicNode) = bestName(of: set, in: .arabic)
      if let latinName {
        let spelled = speller.spell(latin: names[latinName].text)
        latin.append(
          Side(
            root: set[0], node: latinNode, kind: kind, name: latinName, spelled: spelled,
            initials: kind == .person ? spelled.initials(in: .latin) : [],
            counterpart: arabicName,
            known: known, isStored: isStored))
      }
      if let arabicName {
        let spelled = speller.spell(arabic: names[arabicName].text, clitics: false)
        arabic.append(
          Side(
            root: set[0], node: arabicNode, kind: kind, name: arabicName, spelled: spelled,
            initials: kind == .person ? spelled.initials(in: .arabic) : [],
            counterpart: latinName,
            known: known, isStored: isStored))
      }
    }
    return (latin, arabic)
  }

  /// Notes by what sounds names are found later; those of places and organizations of several words
  /// would be found by far too many.
  private mutating func noteSounds(of sides: [Side], _ features: (Side) -> [[UInt64]]) {
    for side in sides where side.kind == .person || side.spelled.words.count == 1 {
      let keys = features(side).joined()
      note(sounds: side.kind == .person ? Array(keys) : keys.map(SoundKey.word), of: side.node)
    }
  }

  /// The name that identifies the node of a set with the most mentions, among names in a script; of a
  /// well-known entity any of its fullest names there.
  ///
  /// An acronym is none: it neither sounds like a name of the other script nor stands for one.
  private func bestName(of set: [Int], in script: Script) -> (name: Int?, node: Int) {
    func isName(_ name: Int) -> Bool { names[name].script == script && !names[name].isAcronym }
    let own = set.filter { isName(nodes[$0].name) }.max {
      (nodes[$0].mentionCount, $1) < (nodes[$1].mentionCount, $0)
    }
    if let own { return (nodes[own].name, own) }
    var best: Int?
    var bearer = set[0]
    for node in set {
      for name in names(ofNode: node) where isName(name) {
        guard let other = best else {
          (best, bearer) = (name, node)
          continue
        }
        let isBetter =
          (names[other].fullness, names[name].text) < (names[name].fullness, names[other].text)
        if isBetter { (best, bearer) = (name, node) }
      }
    }
    return (best, bearer)
  }

  private func candidates(_ latin: [Side], _ arabic: [Side]) -> [Pair] {
    var entries: [SoundIndex.Entry] = []
    for (place, side) in latin.enumerated() {
      for keys in features(latin: side) { entries.add(keys, of: place) }
    }
    let index = SoundIndex(entries)
    var pairs: [Pair] = []
    var memory = WordMatchMemory(bits: 17)
    func note(_ candidate: Int, _ place: Int) -> Bool {
      let (score, isListed) = score(latin[candidate], arabic[place], &memory)
      guard Self.isLookedAt(score) else { return false }
      pairs.append(Pair(latin: candidate, arabic: place, score: score, isListed: isListed))
      return true
    }
    // Pairs of which the library has both are looked at as rivals of those that have something new.
    var stored: [(latin: Int, arabic: Int)] = []
    var ofNew: (latin: Set<Int>, arabic: Set<Int>) = ([], [])
    var tally = CandidateTally(count: latin.count)
    for (place, side) in arabic.enumerated() {
      for candidate in found(side, in: index, tally: &tally) {
        let other = latin[candidate]
        guard (other.kind == .person) == (side.kind == .person),
          other.counterpart == nil || side.counterpart == nil,
          other.known == nil || side.known == nil,
          SpelledName.mayAgree(other.initials, side.initials)
        else { continue }
        if other.isStored, side.isStored {
          stored.append((candidate, place))
        } else if note(candidate, place), other.isStored || side.isStored {
          ofNew.latin.insert(candidate)
          ofNew.arabic.insert(place)
        }
      }
    }
    for (candidate, place) in stored
    where ofNew.latin.contains(candidate) || ofNew.arabic.contains(place) {
      _ = note(candidate, place)
    }
    return pairs.sorted {
      ($1.score.ratio, $1.score.evidence, $0.latin, $0.arabic)
        < ($0.score.ratio, $0.score.evidence, $1.latin, $1.arabic)
    }
  }

  /// The Latin sides that share enough of an Arabic name's features: half of them, each weighing as much
  /// as it is rare, or its name in the gazetteer.
  private func found(
    _ side: Side, in index: SoundIndex, tally: inout CandidateTally
  ) -> [Int] {
    let features = features(arabic: side)
    var total: Float = 0
    for keys in features {
      tally.beginFeature()
      for key in keys { tally.find(index.items(key)) }
      let count = tally.foundCount
      guard features.count == 1 || side.kind == .person || count <= SoundIndex.longestList else {
        continue
      }
      let weight = side.kind == .person ? 1 : Rareness.weight(ofKeyFinding: count)
      total += weight
      tally.weigh(weight)
    }
    if side.kind == .place {
      tally.beginFeature()
      for key in tables.places.rows(for: names[side.name].key).compactMap(\.first) {
        tally.find(index.items(StableHash.of(key)))
      }
      tally.weigh(total + 1)
    }
    return tally.take(least: side.kind == .person ? 1 : total / 2)
  }

  /// How well two names agree; places that the gazetteer has as one agree fully.
  private func score(
    _ latin: Side, _ arabic: Side, _ memory: inout WordMatchMemory
  ) -> (NameScore, isListed: Bool) {
    var score = tables.matcher.score(
      latin.spelled, arabic.spelled, kind: arabic.kind, memory: &memory)
    if arabic.kind == .place, score.ratio < 0.9 {
      let latinKey = names[latin.name].key
      if tables.places.rows(for: names[arabic.name].key).contains(where: { $0.first == latinKey }) {
        score.ratio = 0.9
        score.evidence = max(score.evidence, 10)
        (score.openLatin, score.openArabic) = (0, 0)
        return (score, true)
      }
    }
    return (score, false)
  }

  /// The keys under which a name is found, one list for each way to find it.
  private func features(latin side: Side) -> [[UInt64]] {
    if side.kind == .person { return side.spelled.personKeys(in: .latin) }
    let words = side.spelled.words.filter { !$0.isParticle }
    let sounds = words.map { $0.phoneticKeys(in: .latin) }
    return [[StableHash.of(names[side.name].key)]]
      + zip(words, sounds).map { word, keys in
        keys + [StableHash.of(word.text)]
          + word.translations.keys.map(StableHash.of)
      }
  }

  private func features(arabic side: Side) -> [[UInt64]] {
    if side.kind == .person { return side.spelled.personKeys(in: .arabic) }
    let words = side.spelled.words.filter { !$0.isParticle }
    let sounds = words.map { $0.phoneticKeys(in: .arabic) }
    var features = zip(words, sounds).map { word, keys in keys + [StableHash.of(word.text)]
    }
    if side.kind == .place {
      let listed = tables.places.rows(for: names[side.name].key).compactMap(\.first)
      if !listed.isEmpty { features.append(listed.map(StableHash.of)) }
    }
    return features
  }

  // MARK: - Assignment

  private mutating func assign(
    _ pairs: [Pair], _ latin: [Side], _ arabic: [Side], company: inout Company
  ) {
    // A large library has a million pairs: they are kept once, and told by their places.
    var ofLatin = [[Int32]](repeating: [], count: latin.count)
    var ofArabic = [[Int32]](repeating: [], count: arabic.count)
    for (place, pair) in pairs.enumerated() {
      ofLatin[pair.latin].append(Int32(place))
      ofArabic[pair.arabic].append(Int32(place))
    }
    var (latin, arabic) = (latin, arabic)
    var proposed: [(pair: Int32, share: Double)] = []
    for (place, pair) in pairs.enumerated() {
      let (x, y) = (latin[pair.latin], arabic[pair.arabic])
      if x.isStored, y.isStored { continue }
      if x.counterpart != nil, y.counterpart != nil { continue }
      let isVariant = x.counterpart != nil || y.counterpart != nil
      // What no company could join is not asked for it: a large library has a million pairs.
      guard isPlausible(pair.score, isVariant: isVariant) else { continue }
      let near = ofLatin[pair.latin] + ofArabic[pair.arabic]
      let rivals = near.map { pairs[Int($0)] }.filter {
        !isVariant && ($0.latin != pair.latin || $0.arabic != pair.arabic)
          && latin[$0.latin].counterpart == nil && arabic[$0.arabic].counterpart == nil
          && $0.score.ratio > pair.score.ratio - Self.margin
      }
      let share = company.share(x.root, y.root)
      // Rivals count only against a pair that has company itself.
      let contested = share >= Self.commonShare ? rivals : []
      let best = contested.reduce(0) {
        max($0, company.share(latin[$1.latin].root, arabic[$1.arabic].root))
      }
      let reason = reason(pair, x, y, share: share, rivals: rivals.isEmpty ? nil : best)
      guard let reason, !isVariant || share >= Self.commonShare || areSpellings(x, y) else {
        if !isVariant, share >= Self.leastShare, pair.score.ratio >= Self.leastProposed {
          proposed.append((Int32(place), share))
        }
        continue
      }
      link(x.node, y.node, reason, Self.confidence(pair.score))
      latin[pair.latin].counterpart = x.counterpart ?? y.name
      arabic[pair.arabic].counterpart = y.counterpart ?? x.name
    }
    propose(
      proposed.sorted { ($1.share, $0.pair) < ($0.share, $1.pair) }
        .map { (pairs[Int($0.pair)], $0.share) }, latin, arabic)
  }

  /// From this share on common company speaks for a pair that its names alone do not settle.
  private static let commonShare = 0.2
  /// From this share on it speaks for names that say the same in other words.
  private static let leastShare = 0.1
  /// Names that sound alike need this much evidence, in nats, to be no chance; with company less.
  private static let leastSounding: Float = 17
  /// What a pair of the list of places needs of it.
  private static let leastListed: Float = 14
  /// How much the words of a person's name must tell, in nats, where no company speaks for it; and how much
  /// of that a whole share of common company is worth.
  private static let leastInformation = 12.8
  private static let informationOfCompany = 40.0
  private static let informationOfRatio = 100.0

  /// Whether names agree so well that they might be joined, or keep another pair from it.
  ///
  /// Of names made of common words there are millions of pairs that do not.
  static func isLookedAt(_ score: NameScore) -> Bool {
    score.ratio > leastProposed - margin && score.evidence >= leastEvidence
      && score.openLatin + score.openArabic <= 1
  }

  /// Whether names agree so well that company might settle that they are one.
  private func isPlausible(_ score: NameScore, isVariant: Bool) -> Bool {
    let open = score.openLatin + score.openArabic
    return score.ratio >= Self.leastProposed && (!isVariant || open == 0)
  }

  /// Why a pair is one entity; `nil` where that is not sure.
  ///
  /// What decides does not grow with the library: how well the names agree, what part of the company of the
  /// poorer one they share, how common their words are. The bounds were chosen on pairs of a library of
  /// Tunisian and world news that were read one by one. An organization whose name says what it is, as
  /// «جامعة أبوظبي» does, is never the place that it is named after.
  ///
  /// `rivals` is the largest share of pairs that agree about as well, where there are any.
  private func reason(
    _ pair: Pair, _ x: Side, _ y: Side, share: Double, rivals: Double?
  ) -> LinkReason? {
    let score = pair.score
    let hasCompany = share >= Self.commonShare
    if let rivals, !hasCompany || share <= rivals { return nil }
    let isWhole = score.openLatin == 0 && score.openArabic == 0
    if y.kind == .person {
      guard score.ratio >= 0.5, score.weakestWord >= 0.35, isWhole || hasCompany,
        score.openLatin == 0 || score.openArabic == 0
      else { return nil }
      if hasCompany, score.ratio >= 0.6 { return .company }
      // Names that agree less well have to tell more, and want some company too.
      guard isWhole, score.ratio >= 0.64 || share >= Self.leastShare else { return nil }
      let information =
        information(of: y.spelled) + Self.informationOfCompany * share
        - Self.informationOfRatio * Double(max(0, 0.65 - score.ratio))
      return information >= Self.leastInformation ? .sound : nil
    }
    guard isWhole, score.ratio >= 0.6, score.weakestWord >= 0.4 || hasCompany,
      hasCompany || !takesCompany(y)
    else { return nil }
    if x.kind != y.kind {
      let organization = x.kind == .organization ? x : y
      let saysSo = organization.spelled.words.contains { $0.designates == .organization }
      return hasCompany && score.sounding >= 13 && !saysSo ? .company : nil
    }
    if pair.isListed, share >= Self.leastShare || score.sounding >= Self.leastListed {
      return .gazetteer
    }
    if score.ratio >= 0.65, score.sounding >= Self.leastSounding { return .sound }
    // What is one country's is no other that is called so, however alike their company.
    if [x, y].contains(where: { $0.known?.isOfCountry == true }) { return nil }
    if hasCompany { return .company }
    return share >= Self.leastShare && score.ratio >= 0.75 && score.sounding >= 10 ? .company : nil
  }

  /// Whether a name means much else besides the well-known place or organization that it may be.
  private func takesCompany(_ side: Side) -> Bool {
    tables.aliases.readings(of: names[side.name], kind: side.kind).contains { !$0.company.isEmpty }
  }

  /// How much the words of an Arabic name of a person tell, in nats.
  private func information(of name: SpelledName) -> Double {
    name.words.reduce(0) { sum, word in
      guard !word.isParticle, !word.isInitial else { return sum }
      return sum + tables.information(ofWord: word.text)
    }
  }

  /// Whether the name that one side has in the other's script is but another spelling of the other's.
  private func areSpellings(_ x: Side, _ y: Side) -> Bool {
    switch (x.counterpart, y.counterpart) {
    case (let known?, nil): areAlike(known, y.name)
    case (nil, let known?): areAlike(known, x.name)
    default: false
    }
  }

  /// Notes the pairs that were not sure enough, where neither name has found its counterpart: for each name
  /// the one with most company, which alone is worth a question.
  private mutating func propose(
    _ pairs: [(pair: Pair, share: Double)], _ latin: [Side], _ arabic: [Side]
  ) {
    var asked: (latin: Set<Int>, arabic: Set<Int>) = ([], [])
    for (pair, share) in pairs
    where latin[pair.latin].counterpart == nil && arabic[pair.arabic].counterpart == nil {
      guard !asked.latin.contains(pair.latin), !asked.arabic.contains(pair.arabic) else { continue }
      asked.latin.insert(pair.latin)
      asked.arabic.insert(pair.arabic)
      let confidence = min(0.45, 0.15 + 0.3 * share + 0.15 * Double(pair.score.ratio))
      link(latin[pair.latin].node, arabic[pair.arabic].node, .company, confidence)
    }
  }

  /// How sure a link by sound is: names that just pass are right two times in three.
  private static func confidence(_ score: NameScore) -> Double {
    min(0.98, 0.65 + 0.6 * Double(max(0, score.ratio - 0.38)))
  }

  /// Whether two names of one script have the same words, as far as spelling goes.
  private func areAlike(_ left: Int, _ right: Int) -> Bool {
    haveWords(left, right, WordVariants.areAlike)
  }
}
