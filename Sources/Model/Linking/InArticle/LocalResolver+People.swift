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
  mutating func joinPeople() {
    let people = clusters.indices.filter {
      clusters[$0].kind == .person && clusters[$0].name.person != nil
    }
    let full = people.filter { clusters[$0].name.person?.isLone == false }
    joinFullNames(full)
    joinLongShortNames(full)
    for cluster in people where clusters[cluster].name.person?.isLone == true {
      resolveLoneName(cluster, full: full)
    }
  }

  /// Joins full names that one compatible entity alone can have, the fullest names first.
  private mutating func joinFullNames(_ full: [Int]) {
    let order = full.sorted {
      (wordCount($1), $0) < (wordCount($0), $1)
    }
    var entities: [[Int]] = []
    for cluster in order {
      guard let name = clusters[cluster].name.person else { continue }
      let fitting = entities.indices.filter { entity in
        entities[entity].allSatisfy { clusters[$0].name.person?.isCompatible(with: name) == true }
      }
      if fitting.count == 1 {
        sets.join(entities[fitting[0]][0], cluster)
        entities[fitting[0]].append(cluster)
      } else {
        entities.append([cluster])
      }
    }
  }

  private func wordCount(_ cluster: Int) -> Int {
    clusters[cluster].name.person?.words.count ?? 0
  }

  /// Joins names of several words that end or begin one longer name alone.
  private mutating func joinLongShortNames(_ full: [Int]) {
    for cluster in full {
      guard let short = clusters[cluster].name.person else { continue }
      let longer = full.filter { other in
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
  private mutating func resolveLoneName(_ cluster: Int, full: [Int]) {
    guard let name = clusters[cluster].name.person else { return }
    let candidates = candidates(for: name, among: full)
    guard !candidates.isEmpty else { return }
    // A first name once used for someone goes on being used for them.
    var established: Int?
    for mention in clusters[cluster].mentions {
      if let established {
        owner[mention] = established
        continue
      }
      guard let choice = choice(of: candidates, at: mention) else { continue }
      owner[mention] = choice.cluster
      if choice.belonging == .givenName { established = choice.cluster }
    }
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

  private func choice(of candidates: [Candidate], at mention: Int) -> Candidate? {
    func latest(_ belonging: Belonging) -> Candidate? {
      candidates.filter { $0.belonging == belonging }
        .compactMap { candidate in
          clusters[candidate.cluster].mentions.last { $0 < mention }.map { ($0, candidate) }
        }
        .max { $0.0 < $1.0 }?.1
    }
    func next(_ belonging: Belonging) -> Candidate? {
      candidates.filter { $0.belonging == belonging }
        .compactMap { candidate in
          clusters[candidate.cluster].mentions.first { $0 > mention }.map { ($0, candidate) }
        }
        .min { $0.0 < $1.0 }?.1
    }
    return latest(.surname) ?? latest(.givenName) ?? next(.surname) ?? next(.givenName)
  }
}
