import Foundation
import Testing

@testable import Model

@Suite("Decoding a conditional random field")
struct CRFDecoderTests {
  private static let count = CRFModel.Label.allCases.count

  /// A model file of the given transition weights, with one feature.
  private func file(transitions: [Float], feature: UInt32, weights: [Int8]) throws -> URL {
    var data = Data(CRFModel.format.utf8)
    func append(_ value: UInt32) {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    for field in [
      CRFModel.version, 2, UInt32(Self.count), 127_000, UInt32(4 * transitions.count), 0,
    ] {
      append(field)
    }
    for weight in transitions { append(weight.bitPattern) }
    let slots: [(UInt32, [Int8])] = (0..<2).map {
      feature & 1 == UInt32($0) ? (feature, weights) : (0, [Int8](repeating: 0, count: 12))
    }
    for (key, row) in slots {
      for weight in row { data.append(UInt8(bitPattern: weight)) }
      append(key)
    }
    let place = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).crf")
    try data.write(to: place)
    return place
  }

  private func score(
    _ row: [Int], _ scores: [SIMD16<Float>], _ transitions: [Float]
  ) -> Float {
    var sum: Float = 0
    for (index, label) in row.enumerated() {
      sum += scores[index][label]
      if index > 0 { sum += transitions[row[index - 1] * Self.count + label] }
    }
    return sum
  }

  @Test("The best row and the marginals are those of trying every row")
  func bruteForce() throws {
    var state: UInt64 = 7
    func random() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24) * 6 - 3
    }
    let transitions = (0..<(Self.count * Self.count)).map { _ in random() }
    let place = try file(
      transitions: transitions, feature: 5, weights: [Int8](repeating: 1, count: 12))
    defer { try? FileManager.default.removeItem(at: place) }
    let decoder = CRFDecoder(model: try CRFModel(file: place))
    for _ in 0..<5 {
      let scores = (0..<3).map { _ in
        var row = SIMD16<Float>(repeating: 0)
        for label in 0..<Self.count { row[label] = random() }
        return row
      }
      var best: [Int] = []
      var highest = -Float.infinity
      var total: Float = 0
      var sums = [[Float]](repeating: [Float](repeating: 0, count: Self.count), count: 3)
      for number in 0..<(Self.count * Self.count * Self.count) {
        let row = [
          number / (Self.count * Self.count), number / Self.count % Self.count, number % Self.count,
        ]
        let value = score(row, scores, transitions)
        if value > highest { (highest, best) = (value, row) }
        let weight = exp(value)
        total += weight
        for (index, label) in row.enumerated() { sums[index][label] += weight }
      }
      #expect(decoder.labels(scores).map(\.rawValue) == best)
      let marginals = decoder.marginals(scores)
      for index in 0..<3 {
        for label in 0..<Self.count {
          #expect(abs(marginals[index][label] - sums[index][label] / total) < 1e-4)
        }
      }
    }
    #expect(decoder.labels([]).isEmpty)
    #expect(decoder.marginals([]).isEmpty)
  }

  @Test("A feature adds its weights, an unknown one nothing")
  func features() throws {
    let weights: [Int8] = [1, -2, 3, -4, 5, -6, 7, -8, 127, 0, 0, 0]
    let place = try file(
      transitions: [Float](repeating: 0, count: Self.count * Self.count), feature: 5,
      weights: weights)
    defer { try? FileManager.default.removeItem(at: place) }
    try CRFModel(file: place).withReader { reader in
      var sums = SIMD16<Int16>(repeating: 0)
      reader.add(5, to: &sums)
      reader.add(7, to: &sums)
      reader.add(5, to: &sums)
      for label in 0..<Self.count { #expect(sums[label] == 2 * Int16(weights[label])) }
    }
  }

  @Test("A file that is cut off or of another version is an error that names it")
  func damaged() throws {
    let place = try file(
      transitions: [Float](repeating: 0, count: Self.count * Self.count), feature: 5,
      weights: [Int8](repeating: 0, count: 12))
    defer { try? FileManager.default.removeItem(at: place) }
    let whole = try Data(contentsOf: place)
    var other = whole
    other[8] = 99
    for bytes in [whole.dropLast(), whole.prefix(20), Data(), other] {
      try Data(bytes).write(to: place)
      #expect(throws: MappedTable.Malformed.self) { try CRFModel(file: place) }
    }
  }
}
