import Foundation

@testable import Model

/// Models of the tagger with weights of the tests' own.
struct CRFFixture {
  static let count = CRFModel.Label.allCases.count

  /// How much more likely a label is after another, row by row.
  var transitions: [Float]

  /// A model without transitions.
  static let plain = CRFFixture(transitions: [Float](repeating: 0, count: count * count))

  /// A model of random transitions.
  static func random(_ random: inout SeededRandom, within bound: Float = 3) -> CRFFixture {
    CRFFixture(
      transitions: (0..<(count * count)).map { _ in
        Float.random(in: -bound...bound, using: &random)
      })
  }

  /// The weight of one label after another.
  func transition(_ from: Int, _ to: Int) -> Float { transitions[from * Self.count + to] }

  /// The bytes of the model's file, its slots given or one empty slot.
  func data(
    slots: [UInt8] = [UInt8](repeating: 0, count: 16), labels: Int = count, slotCount: Int? = nil
  ) -> Data {
    var head: [UInt8] = []
    for weight in transitions {
      withUnsafeBytes(of: weight.bitPattern.littleEndian) { head += $0 }
    }
    return TableFile.data(
      format: CRFModel.format, version: CRFModel.version,
      slotCount: slotCount ?? slots.count / CRFModel.slotSize,
      parameters: (UInt32(labels), 127_000), head: head, slots: slots)
  }

  /// A decoder of the model.
  func decoder() throws -> CRFDecoder {
    try TableFile.with(data()) { CRFDecoder(model: try CRFModel(file: $0)) }
  }

  /// Random scores of a sentence's tokens.
  static func scores(
    _ count: Int, within bound: Float, _ random: inout SeededRandom
  ) -> [SIMD16<Float>] {
    (0..<count).map { _ in
      var row = SIMD16<Float>(repeating: 0)
      for label in 0..<Self.count { row[label] = .random(in: -bound...bound, using: &random) }
      return row
    }
  }

  /// What a row of labels scores.
  func score(_ labels: [Int], _ scores: [SIMD16<Float>]) -> Float {
    var sum: Float = 0
    for (index, label) in labels.enumerated() {
      sum += scores[index][label]
      if index > 0 { sum += transition(labels[index - 1], label) }
    }
    return sum
  }
}
