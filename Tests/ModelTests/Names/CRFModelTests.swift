import Foundation
import Testing

@testable import Model

@Suite("The file of a conditional random field")
struct CRFModelTests {
  @Test("A file that is cut off anywhere, or longer than it says, is an error")
  func cutOff() throws {
    let whole = CRFFixture.plain.data()
    for data in (0..<whole.count).map({ Data(whole.prefix($0)) }) + [whole + [0], whole + whole] {
      try TableFile.with(data) { place in
        #expect(throws: MappedTable.Malformed.self) { try CRFModel(file: place) }
      }
    }
  }

  @Test(
    "A file of another version, of other labels or of a number of slots that is no power of two, is an error"
  )
  func otherShape() throws {
    let three = [UInt8](repeating: 0, count: 3 * CRFModel.slotSize)
    for data in [
      CRFFixture.plain.data(labels: 7), CRFFixture.plain.data(slots: three),
      CRFFixture.plain.data(slots: [], slotCount: 0), CRFFixture(transitions: [1, 2]).data(),
      TableFile.data(
        format: CRFModel.format, version: CRFModel.version + 1, slotCount: 1,
        parameters: (UInt32(CRFFixture.count), 127_000), head: [UInt8](repeating: 0, count: 324),
        slots: [UInt8](repeating: 0, count: 16)),
    ] {
      try TableFile.with(data) { place in
        #expect(throws: MappedTable.Malformed.self) { try CRFModel(file: place) }
      }
    }
  }

  @Test("A file whose header has any other bit is an error, or a model that reads to its end")
  func bits() throws {
    let whole = CRFFixture.plain.data()
    for bit in 0..<(8 * MappedTable.headerSize) {
      var data = whole
      data[bit / 8] ^= 1 << (bit % 8)
      try TableFile.with(data) { place in
        do {
          try CRFModel(file: place).withReader { reader in
            var sums = SIMD16<Int16>(repeating: 0)
            reader.add(1, to: &sums)
            #expect(sums == SIMD16<Int16>(repeating: 0))
          }
        } catch let error as MappedTable.Malformed {
          #expect(error.description.contains(place.path))
        }
      }
    }
  }

  @Test("A model that is not there is an error of the file system, and no damaged one")
  func missing() {
    let place = URL(filePath: "/nowhere/names.crf")
    #expect(throws: CocoaError.self) { try CRFModel(file: place) }
  }

  @Test("Weights that are no numbers count as none, and no weight is beyond all bounds")
  func strangeWeights() throws {
    var fixture = CRFFixture.plain
    for (index, weight) in [Float.nan, .infinity, -.infinity, 1e30, -1e30].enumerated() {
      fixture.transitions[index] = weight
    }
    let decoder = try fixture.decoder()
    var random = SeededRandom(seed: 4)
    for _ in 0..<20 {
      let scores = CRFFixture.scores(6, within: 40, &random)
      #expect(decoder.labels(scores).count == 6)
      for marginal in decoder.marginals(scores) {
        #expect(abs(marginal.sum() - 1) < 1e-3)
      }
    }
  }

  @Test("Every feature adds its own weights, wherever it lies", arguments: [1, 2, 3] as [UInt64])
  func features(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var weights: [UInt32: [Int8]] = [:]
    // Few different low bits, so that many features want one slot.
    while weights.count < 25 {
      let feature = UInt32(truncatingIfNeeded: random.next()) & 0xFFFF_FF07
      weights[max(1, feature)] = (0..<12).map {
        $0 < 9 ? Int8.random(in: -127...127, using: &random) : 0
      }
    }
    var slots = [[UInt8]](repeating: [UInt8](repeating: 0, count: 16), count: 32)
    for (feature, row) in weights {
      var place = Int(feature) % slots.count
      while slots[place][12...] != [0, 0, 0, 0] { place = (place + 1) % slots.count }
      slots[place] = row.map { UInt8(bitPattern: $0) }
      withUnsafeBytes(of: feature.littleEndian) { slots[place] += $0 }
    }
    let data = CRFFixture.plain.data(slots: slots.flatMap { $0 })
    try TableFile.with(data) { place in
      try CRFModel(file: place).withReader { reader in
        for (feature, row) in weights {
          var sums = SIMD16<Int16>(repeating: 5)
          reader.add(feature, to: &sums)
          for label in 0..<9 { #expect(sums[label] == 5 + Int16(row[label])) }
        }
        for _ in 0..<200 {
          let feature = UInt32(truncatingIfNeeded: random.next()) | 1 << 5
          var sums = SIMD16<Int16>(repeating: 0)
          reader.add(feature, to: &sums)
          let isKnown = weights[feature] != nil
          #expect(isKnown || sums == SIMD16<Int16>(repeating: 0))
        }
      }
    }
  }
}
