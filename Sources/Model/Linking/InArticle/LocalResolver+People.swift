extension LocalResolver {
  /// How a short name may belong to a full one.
  private enum Belonging {
    case surname
    case givenName
  }

  /// A full name that a short one may belong to.
  private struct Candidate {
    var cluster: Int
    var belonging: Belonging
    /// How alike the words are: 0 for equal ones, more for less alike.
    var distance: Int
  }

  /// Joins the names of people: full names that are compatible, longer short names ("García Márquez"),
  /// then single words, mention by mention.
  ///
  /// Names are compared where they share what all variants of a word do, so that the time grows with the
  /// names, not with their pairs.
  mutating func joinPeople() {
    let people = clusters.indices.filter {
      clusters[$0].kind == .person && clusters[$0].name.person != nil
    }
    let full = people.filter { clusters[$0].name.person?.isLone == false }
    joinFullNames(full)
    joinLongShortNames(full)
    var bearers: [[UInt8]: [Int]] = [:]
    for cluster in full {
      guard let name = clusters[cluster].name.person else { continue }
      for key in Set([Self.key(of: name.first, in: name), Self.key(of: name.last, in: name)]) {
        bearers[key, default: []].append(cluster)
      }
    }
    for cluster in people {
      guard let name = clusters[cluster].name.person, name.isLone else { continue }
      let sharing = bearers[Self.key(of: name.last, in: name)] ?? []
      resolveLoneName(cluster, candidates: candidates(for: name, among: sharing))
    }
  }

  /// What all variants of a word of a name share.
  private static func key(of word: String, in name: PersonName) -> [UInt8] {
    WordVariants.consonantKey(word, script: name.script)
  }

  /// Joins full names that one compatible entity alone can have, the fullest names first.
  private mutating func joinFullNames(_ full: [Int]) {
    let order = full.sorted {
      (wordCount($1), $0) < (wordCount($0), $1)
    }
    var entities: [[Int]] = []
    var byWords: [EndWords: [Int]] = [:]
    for cluster in order {
      guard let name = clusters[cluster].name.person else { continue }
      let ends = EndWords(name)
      let fitting = Set(ends.compatible.flatMap { byWords[$0] ?? [] }).filter { entity in
        entities[entity].allSatisfy { clusters[$0].name.person?.isCompatible(with: name) == true }
      }
      let entity: Int
      if fitting.count == 1, let fit = fitting.first {
        sets.join(entities[fit][0], cluster)
        entities[fit].append(cluster)
        entity = fit
      } else {
        entity = entities.count
        entities.append([cluster])
      }
      for words in Set([ends, ends.anyFirst]) where byWords[words]?.last != entity {
        byWords[words, default: []].append(entity)
      }
    }
  }

  /// What compatible full names share: the last word, and the first where both write it out.
  private struct EndWords: Hashable {
    /// The first word of a name.
    private enum First: Hashable {
      case word([UInt8])
      case initial
      case any
    }

    private var last: [UInt8]
    private var first: First

    init(_ name: PersonName) {
      last = key(of: name.last, in: name)
      first = name.first.utf8.count == 1 ? .initial : .word(key(of: name.first, in: name))
    }

    /// The last word alone.
    var anyFirst: EndWords {
      var words = self
      words.first = .any
      return words
    }

    /// Under what the names stand that may be compatible.
    var compatible: [EndWords] {
      guard first != .initial else { return [anyFirst] }
      var initial = self
      initial.first = .initial
      return [self, initial]
    }
  }

  private func wordCount(_ cluster: Int) -> Int {
    clusters[cluster].name.person?.words.count ?? 0
  }

  /// Joins names of several words that end or begin one longer name alone.
  private mutating func joinLongShortNames(_ full: [Int]) {
    var byPair: [[[UInt8]]: [Int]] = [:]
    var firstPairs: [Int: [[UInt8]]] = [:]
    for cluster in full {
      guard let name = clusters[cluster].name.person else { continue }
      let keys = name.words.map { Self.key(of: $0, in: name) }
      let pairs = zip(keys, keys.dropFirst()).map { [$0, $1] }
      firstPairs[cluster] = pairs.first
      for pair in Set(pairs) { byPair[pair, default: []].append(cluster) }
    }
    for cluster in full {
      guard let short = clusters[cluster].name.person, let pair = firstPairs[cluster] else {
        continue
      }
      let longer = (byPair[pair] ?? []).filter { other in
        guard let long = clusters[other].name.person, long.words.count > short.words.count,
          long.script == short.script
        else { return false }
        return agree(long.words.suffix(short.words.count), short)
          || agree(long.words.prefix(short.words.count), short)
      }
      let entities = Set(longer.map { sets.root(of: $0) })
      if entities.count == 1 { sets.join(longer[0], cluster) }
    }
  }

  private func agree(_ words: ArraySlice<String>, _ short: PersonName) -> Bool {
    zip(words, short.words).allSatisfy {
      WordVariants.areVariants($0, $1, script: short.script)
    }
  }

  /// Gives each mention of a single word to the full name it most likely stands for: the latest before
  /// it that has it as surname, or else as first name, or else the next after it.
  private mutating func resolveLoneName(_ cluster: Int, candidates: [Candidate]) {
    guard !candidates.isEmpty else { return }
    let surnames = uses(of: candidates.filter { $0.belonging == .surname })
    let givenNames = uses(of: candidates.filter { $0.belonging == .givenName })
    // A first name once used for someone goes on being used for them.
    var established: Int?
    for mention in clusters[cluster].mentions {
      if let established {
        owner[mention] = established
        continue
      }
      let surname = surnames.partitioningIndex { $0.mention > mention }
      let givenName = givenNames.partitioningIndex { $0.mention > mention }
      if surname > 0 {
        owner[mention] = surnames[surname - 1].cluster
      } else if givenName > 0 {
        established = givenNames[givenName - 1].cluster
      } else if surname < surnames.count {
        owner[mention] = surnames[surname].cluster
      } else if givenName < givenNames.count {
        established = givenNames[givenName].cluster
      }
      if let established { owner[mention] = established }
    }
  }

  /// Where full names stand, in the order of the text.
  private func uses(of candidates: [Candidate]) -> [(mention: Int, cluster: Int)] {
    candidates.flatMap { candidate in
      clusters[candidate.cluster].mentions.map { (mention: $0, cluster: candidate.cluster) }
    }.sorted { $0.mention < $1.mention }
  }

  private func candidates(for name: PersonName, among full: [Int]) -> [Candidate] {
    var candidates: [Candidate] = []
    for cluster in full {
      guard let other = clusters[cluster].name.person, other.script == name.script else {
        continue
      }
      if let distance = distance(name.last, other.last, script: name.script) {
        candidates.append(Candidate(cluster: cluster, belonging: .surname, distance: distance))
      } else if let distance = distance(name.last, other.first, script: name.script) {
        candidates.append(Candidate(cluster: cluster, belonging: .givenName, distance: distance))
      }
    }
    let least = candidates.map(\.distance).min()
    return candidates.filter { $0.distance == least }
  }

  private func distance(_ left: String, _ right: String, script: Script) -> Int? {
    if left == right { return 0 }
    if WordVariants.areVariants(left, right, script: script) { return 1 }
    return WordVariants.areAlike(left, right, script: script) ? 2 : nil
  }
}
