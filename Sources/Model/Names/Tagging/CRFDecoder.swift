import Foundation

/// Finds the likeliest labels of a sentence, and how likely each label is at each token.
struct CRFDecoder {
  /// How many labels there are; the lanes of the vectors after them are not used.
  private static let count = CRFModel.Label.allCases.count

  private let transitions: [SIMD16<Float>]
  private let factors: [SIMD16<Float>]
  private let used: SIMDMask<SIMD16<Int32>>

  init(model: CRFModel) {
    transitions = model.transitions
    factors = model.transitions.map(Self.exponential)
    var used = SIMDMask<SIMD16<Int32>>(repeating: false)
    for label in 0..<Self.count { used[label] = true }
    self.used = used
  }

  private static func exponential(_ vector: SIMD16<Float>) -> SIMD16<Float> {
    var result = SIMD16<Float>(repeating: 0)
    for label in 0..<count { result[label] = exp(vector[label]) }
    return result
  }

  /// How much more a token must speak for being outside of names than for any, so that the sums of
  /// the labels' scores need not be looked at: e⁻⁵ is less than a hundredth.
  private static let clearMargin: Float = 5

  /// Whether some token's own scores come near to those of a name.
  func isClose(_ scores: [SIMD16<Float>]) -> Bool {
    scores.contains { score in
      var best = score[1]
      for label in 2..<Self.count { best = max(best, score[label]) }
      return best > score[0] - Self.clearMargin
    }
  }

  /// The likeliest row of labels for the scores of a sentence's tokens.
  func labels(_ scores: [SIMD16<Float>]) -> [CRFModel.Label] {
    guard let first = scores.first else { return [] }
    var best = first
    var origins: [SIMD16<Int32>] = []
    origins.reserveCapacity(scores.count)
    for score in scores.dropFirst() {
      var next = SIMD16<Float>(repeating: -.greatestFiniteMagnitude)
      var origin = SIMD16<Int32>(repeating: 0)
      for label in 0..<Self.count {
        let candidate = transitions[label] + best[label]
        let better = candidate .> next
        next.replace(with: candidate, where: better)
        origin.replace(with: Int32(label), where: better)
      }
      best = next + score
      origins.append(origin)
    }
    var label = 0
    for other in 1..<Self.count where best[other] > best[label] { label = other }
    var row = [label]
    for origin in origins.reversed() {
      label = Int(origin[label])
      row.append(label)
    }
    return row.reversed().map { CRFModel.Label(rawValue: $0) ?? .outside }
  }

  /// How likely each label is at each token (forward-backward, rescaled at each token).
  func marginals(_ scores: [SIMD16<Float>]) -> [SIMD16<Float>] {
    guard !scores.isEmpty else { return [] }
    let potentials = scores.map { score -> SIMD16<Float> in
      var highest = score[0]
      for label in 1..<Self.count { highest = max(highest, score[label]) }
      return Self.exponential(score - highest)
    }
    var forward: [SIMD16<Float>] = []
    forward.reserveCapacity(scores.count)
    var current = normalized(potentials[0])
    forward.append(current)
    for potential in potentials.dropFirst() {
      var next = SIMD16<Float>(repeating: 0)
      for label in 0..<Self.count { next += factors[label] * current[label] }
      current = normalized(next * potential)
      forward.append(current)
    }
    var backward = SIMD16<Float>(repeating: 1).replacing(with: 0, where: .!used)
    var result = forward
    for index in potentials.indices.reversed() {
      result[index] = normalized(forward[index] * backward)
      let weighted = backward * potentials[index]
      var previous = SIMD16<Float>(repeating: 0)
      for label in 0..<Self.count { previous[label] = (factors[label] * weighted).sum() }
      backward = normalized(previous)
    }
    return result
  }

  private func normalized(_ vector: SIMD16<Float>) -> SIMD16<Float> {
    let sum = vector.sum()
    return sum > 0 ? vector / sum : vector
  }
}
