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
  /// Another spelling of a name must agree this well with the counterpart of that name.
  private static let leastVariantRatio: Float = 0.5
  /// How many counterparts are proposed for a name.
  private static let mostProposals = 3
  /// How much common company settles a doubt.
  private static let support = 5.0

  /// Joins entities across scripts, one to one, the best pairs first.
  mutating func joinScripts() {
    let sides = sides()
    noteSounds(of: sides.latin, features(latin:))
    noteSounds(of: sides.arabic, features(arabic:))
    let pairs = candidates(sides.latin, sides.arabic)
    var company = company()
    assign(pairs, sides.latin, sides.arabic, company: &company)
  }

  // MARK: - Candidates

  private mutating func sides() -> (latin: [Side], arabic: [Side]) {
    let speller = tables.matcher.speller
    var latin: [Side] = []
    var arabic: [Side] = []
    for set in sets.sets() where !nodes[set[0]].isLone {
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
            counterpart: arabicName,
            known: known, isStored: isStored))
      }
      if let arabicName {
        let spelled = speller.spell(arabic: names[arabicName].text, clitics: false)
        arabic.append(
          Side(
            root: set[0], node: arabicNode, kind: kind, name: arabicName, spelled: spelled,
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
  private func bestName(of set: [Int], in script: Script) -> (name: Int?, node: Int) {
    let own = set.filter { names[nodes[$0].name].script == script }.max {
      (nodes[$0].mentionCount, $1) < (nodes[$1].mentionCount, $0)
    }
    if let own { return (nodes[own].name, own) }
    var best: Int?
    var bearer = set[0]
    for node in set {
      for name in names(ofNode: node) where names[name].script == script {
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
    func note(_ candidate: Int, _ place: Int) -> Bool {
      let (score, isListed) = score(latin[candidate], arabic[place])
      guard score.ratio >= 0.30, score.evidence >= 5 else { return false }
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
          other.known == nil || side.known == nil
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
  private func score(_ latin: Side, _ arabic: Side) -> (NameScore, isListed: Bool) {
    var score = tables.matcher.score(latin.spelled, arabic.spelled, kind: arabic.kind)
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
    let words = side.spelled.words.filter { !$0.isParticle }
    let sounds = words.map { $0.phoneticKeys(in: .latin) }
    if side.kind == .person { return pairs(sounds) + [whole(sounds)] }
    return [[StableHash.of(names[side.name].key)]]
      + zip(words, sounds).map { word, keys in
        keys + [StableHash.of(word.text)]
          + word.translations.keys.map(StableHash.of)
      }
  }

  private func features(arabic side: Side) -> [[UInt64]] {
    let words = side.spelled.words.filter { !$0.isParticle }
    let sounds = words.map { $0.phoneticKeys(in: .arabic) }
    if side.kind == .person { return pairs(sounds) + [whole(sounds)] }
    var features = zip(words, sounds).map { word, keys in keys + [StableHash.of(word.text)]
    }
    if side.kind == .place {
      let listed = tables.places.rows(for: names[side.name].key).compactMap(\.first)
      if !listed.isEmpty { features.append(listed.map(StableHash.of)) }
    }
    return features
  }

  /// The keys of a person's first and last word together.
  private func pairs(_ sounds: [[UInt64]]) -> [[UInt64]] {
    guard sounds.count > 1, let first = sounds.first, let last = sounds.last else { return [] }
    return [first.flatMap { x in last.map { PhoneticKey.pair(x, $0) } }]
  }

  /// The key of all words together, for names that one script writes as one word.
  private func whole(_ sounds: [[UInt64]]) -> [UInt64] {
    let all = sounds.reduce(UInt64(1)) { key, options in
      guard let first = options.first, key < 1 << 44 else { return key }
      var key = key
      for shift in stride(from: 12, through: 0, by: -4) {
        let sound = first >> UInt64(shift) & 0xF
        if sound != 0 { key = key << 4 | sound }
      }
      return key
    }
    return [all | 1 << 62]
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
    var proposed: [Int32] = []
    for (place, pair) in pairs.enumerated() {
      let (x, y) = (latin[pair.latin], arabic[pair.arabic])
      if x.isStored, y.isStored { continue }
      guard x.counterpart == nil, y.counterpart == nil else {
        if isVariant(pair, x, y) {
          link(x.node, y.node, .sound, Self.confidence(pair.score) * 0.9)
          latin[pair.latin].counterpart = x.counterpart ?? y.name
          arabic[pair.arabic].counterpart = y.counterpart ?? x.name
        }
        continue
      }
      let near = ofLatin[pair.latin] + ofArabic[pair.arabic]
      let rivals = near.map { pairs[Int($0)] }.filter {
        ($0.latin != pair.latin || $0.arabic != pair.arabic)
          && latin[$0.latin].counterpart == nil && arabic[$0.arabic].counterpart == nil
          && $0.score.ratio > pair.score.ratio - Self.margin
      }
      if tables.matcher.isMatch(pair.score, kind: y.kind), rivals.isEmpty {
        link(x.node, y.node, pair.isListed ? .gazetteer : .sound, Self.confidence(pair.score))
      } else if isSupported(pair, over: rivals, latin, arabic, &company) {
        link(x.node, y.node, .company, 0.75)
      } else {
        proposed.append(Int32(place))
        continue
      }
      latin[pair.latin].counterpart = y.name
      arabic[pair.arabic].counterpart = x.name
    }
    propose(proposed.lazy.map { pairs[Int($0)] }, latin, arabic)
  }

  /// Notes the pairs that were not sure enough, where neither name has found its counterpart: for each
  /// name the best few.
  private mutating func propose(
    _ pairs: some Sequence<Pair>, _ latin: [Side], _ arabic: [Side]
  ) {
    var latinCounts: [Int: Int] = [:]
    var arabicCounts: [Int: Int] = [:]
    for pair in pairs
    where latin[pair.latin].counterpart == nil && arabic[pair.arabic].counterpart == nil {
      guard latinCounts[pair.latin, default: 0] < Self.mostProposals,
        arabicCounts[pair.arabic, default: 0] < Self.mostProposals
      else { continue }
      latinCounts[pair.latin, default: 0] += 1
      arabicCounts[pair.arabic, default: 0] += 1
      let confidence = min(0.45, Double(pair.score.ratio) * 0.7)
      link(latin[pair.latin].node, arabic[pair.arabic].node, .sound, confidence)
    }
  }

  /// How sure a link by sound is: names that just pass are right two times in three.
  private static func confidence(_ score: NameScore) -> Double {
    min(0.98, 0.65 + 0.6 * Double(max(0, score.ratio - 0.38)))
  }

  /// Whether one side of a pair is but another spelling of the name that the other side has already.
  private func isVariant(_ pair: Pair, _ latin: Side, _ arabic: Side) -> Bool {
    guard pair.score.ratio >= Self.leastVariantRatio,
      tables.matcher.isMatch(pair.score, kind: arabic.kind)
    else { return false }
    switch (latin.counterpart, arabic.counterpart) {
    case (let known?, nil): return areAlike(known, arabic.name)
    case (nil, let known?): return areAlike(known, latin.name)
    default: return false
    }
  }

  /// Whether two names of one script have the same words, as far as spelling goes.
  private func areAlike(_ left: Int, _ right: Int) -> Bool {
    let (x, y) = (names[left].words, names[right].words)
    return x.count == y.count
      && zip(x, y).allSatisfy {
        WordVariants.areAlike(String($0), String($1), script: names[left].script)
      }
  }

  /// Whether a pair has company, and more than any of its rivals.
  private func isSupported(
    _ pair: Pair, over rivals: [Pair], _ latin: [Side], _ arabic: [Side], _ company: inout Company
  ) -> Bool {
    let own = company.support(latin[pair.latin].root, arabic[pair.arabic].root)
    guard own >= Self.support else { return false }
    for rival in rivals
    where company.support(latin[rival.latin].root, arabic[rival.arabic].root) >= own {
      return false
    }
    return true
  }
}
