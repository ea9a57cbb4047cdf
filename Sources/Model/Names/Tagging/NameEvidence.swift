/// What speaks for each kind of a name.
struct NameVotes {
  private var weights = SIMD4<Double>(repeating: 0)
  /// How sure the surest mention is.
  private(set) var best = 0.0
  /// How many mentions there are.
  private(set) var count = 0

  /// Counts a mention of a kind.
  mutating func add(_ kind: EntityKind, _ weight: Double) {
    weights[kind.index] += weight
    best = max(best, weight)
    count += 1
  }

  /// Adds what else speaks for a kind.
  mutating func weigh(_ kind: EntityKind, _ weight: Double) {
    weights[kind.index] += weight
  }

  /// The kind that most speaks for.
  var winner: EntityKind {
    EntityKind.allCases.max { weights[$0.index] < weights[$1.index] } ?? .person
  }
}

/// What an article shows of its names.
struct NameEvidence {
  /// The names found, by their keys.
  var names: [UInt64: NameVotes] = [:]
  /// The parts of persons' names that stand for the whole, with how sure the whole is.
  var parts: [UInt64: Double] = [:]
  /// The last parts of persons' names, with how sure the whole is.
  var surnames: [UInt64: Double] = [:]
  /// The words for bodies whose country the article names, with how sure the whole is.
  var bodies: [UInt64: Double] = [:]
  /// How many tokens the names and parts have that start with a word.
  var lengths: [UInt64: Set<Int>] = [:]
}

extension EntityKind {
  /// Its place among the kinds.
  fileprivate var index: Int {
    switch self {
    case .person: 0
    case .place: 1
    case .organization: 2
    }
  }
}
