/// Adds up what speaks for each of many candidates, feature by feature, without hashing.
struct CandidateTally {
  private var weights: [Float]
  /// The feature that last found each candidate, so that one feature counts once.
  private var marks: [Int32]
  private var mark: Int32 = 0
  /// The candidates found so far.
  private var touched: [Int32] = []
  /// The candidates that the current feature found.
  private var current: [Int32] = []

  /// Makes a tally of `count` candidates.
  init(count: Int) {
    weights = Array(repeating: 0, count: count)
    marks = Array(repeating: 0, count: count)
  }

  /// Notes candidates that a feature finds.
  mutating func find(_ candidates: some Sequence<Int32>) {
    for candidate in candidates where marks[Int(candidate)] != mark {
      marks[Int(candidate)] = mark
      current.append(candidate)
    }
  }

  /// Begins with another feature.
  mutating func beginFeature() {
    mark &+= 1
    current.removeAll(keepingCapacity: true)
  }

  /// How many candidates the current feature found.
  var foundCount: Int { current.count }

  /// Gives the candidates that the current feature found a weight.
  mutating func weigh(_ weight: Float) {
    for candidate in current {
      if weights[Int(candidate)] == 0 { touched.append(candidate) }
      weights[Int(candidate)] += weight
    }
  }

  /// The candidates that weigh at least `least`; the tally is empty afterwards.
  mutating func take(least: Float) -> [Int] {
    let taken = touched.filter { weights[Int($0)] >= least }.map(Int.init)
    for candidate in touched { weights[Int(candidate)] = 0 }
    touched.removeAll(keepingCapacity: true)
    return taken
  }
}
