import Foundation

@testable import Model

/// An encoder of random weights, and the same computed plainly from the numbers that its file says.
struct EncoderFixture {
  private static let width = EncoderFile.width
  private static let inner = EncoderFile.inner

  /// The file's bytes.
  private(set) var data = Data()
  private var vectors: [[Double]] = []
  private var positions: [[Double]] = []
  private var norms: [(factors: [Double], biases: [Double])] = []
  private var matrices: [(weights: [[Double]], biases: [Double])] = []
  private var output: (weights: [[Double]], biases: [Double]) = ([], [])
  private var random: SeededRandom

  /// Makes an encoder of one layer for twenty pieces, the letters a to p among them.
  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    data += Data("RDENCODE".utf8)
    for number in [1, 20, 64, 1, Self.width, Self.inner, 32, EncoderFile.labels] {
      append(UInt32(number))
    }
    data += Data(count: 64 - data.count)
    var slots = [UInt64](repeating: 0, count: 64)
    for (place, letter) in "abcdefghijklmnop".unicodeScalars.enumerated() {
      var hash = StableHash()
      hash.combine(letter.value)
      var slot = Int(truncatingIfNeeded: hash.value) & 63
      while slots[slot] != 0 { slot = (slot + 1) & 63 }
      slots[slot] =
        UInt64(max(UInt32(truncatingIfNeeded: hash.value >> 32), 1)) | UInt64(place + 4) << 32
        | UInt64(UInt16(bitPattern: -3000)) << 48
    }
    for slot in slots { append(slot) }
    vectors = (0..<20).map { _ in vector() }
    positions = (0..<32).map { _ in floats(Self.width, -0.2...0.2) }
    norms.append(norm())
    matrices.append(matrix(Self.width, 3 * Self.width))
    matrices.append(matrix(Self.width, Self.width))
    norms.append(norm())
    matrices.append(matrix(Self.width, Self.inner))
    matrices.append(matrix(Self.inner, Self.width))
    norms.append(norm())
    output.weights = (0..<EncoderFile.labels).map { _ in floats(Self.width, -0.2...0.2) }
    output.biases = floats(EncoderFile.labels, -1...1)
  }

  /// The logarithms of the labels' probabilities of pieces that are read together.
  func scores(of pieces: [Int]) -> [[Double]] {
    var states = zip(pieces, positions).map { piece, position in
      normalized(zip(vectors[piece], position).map(+), norms[0])
    }
    let heads = states.map { product($0, matrices[0]) }
    let depth = Self.width / 12
    let seen = heads.map { query in
      (0..<12).flatMap { head -> [Double] in
        let range = head * depth..<(head + 1) * depth
        let powers = heads.map { key in
          exp(
            range.reduce(0) { $0 + query[$1] * key[Self.width + $1] } / Double(depth).squareRoot())
        }
        let whole = powers.reduce(0, +)
        return range.map { place in
          zip(powers, heads).reduce(0) { $0 + $1.0 / whole * $1.1[2 * Self.width + place] }
        }
      }
    }
    states = zip(states, seen).map {
      normalized(zip($0, product($1, matrices[1])).map(+), norms[1])
    }
    states = states.map { state in
      let inner = product(state, matrices[2]).map { 0.5 * $0 * (1 + erf($0 / 2.0.squareRoot())) }
      return normalized(zip(state, product(inner, matrices[3])).map(+), norms[2])
    }
    return states.map { state in
      let logits = product(state, output)
      let whole = log(logits.reduce(0) { $0 + exp($1) })
      return logits.map { $0 - whole }
    }
  }

  private func product(
    _ state: [Double], _ matrix: (weights: [[Double]], biases: [Double])
  ) -> [Double] {
    zip(matrix.weights, matrix.biases).map { weights, bias in
      zip(weights, state).reduce(bias) { $0 + $1.0 * $1.1 }
    }
  }

  private func normalized(
    _ state: [Double], _ norm: (factors: [Double], biases: [Double])
  ) -> [Double] {
    let mean = state.reduce(0, +) / Double(state.count)
    let variance = state.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(state.count)
    return state.indices.map {
      (state[$0] - mean) / variance.squareRoot() * norm.factors[$0] + norm.biases[$0]
    }
  }

  // MARK: Numbers as the file has them

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { data += Data($0) }
  }

  private mutating func floats(_ count: Int, _ range: ClosedRange<Float>) -> [Double] {
    (0..<count).map { _ in
      let number = Float.random(in: range, using: &random)
      append(number.bitPattern)
      return Double(number)
    }
  }

  private mutating func norm() -> (factors: [Double], biases: [Double]) {
    (floats(Self.width, 0.8...1.2), floats(Self.width, -0.1...0.1))
  }

  /// Blocks of 32 numbers from -8 to 7, in halves of bytes, each with a scale of 1/8 in sixteen bits.
  private mutating func vector() -> [Double] {
    (0..<Self.width / 32).flatMap { _ -> [Double] in
      append(UInt16(0x3000))
      let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
      data += Data(bytes)
      let numbers = bytes.map { Int($0 & 15) } + bytes.map { Int($0 >> 4) }
      return numbers.map { Double($0 - 8) / 8 }
    }
  }

  private mutating func matrix(
    _ inputs: Int, _ outputs: Int
  ) -> (weights: [[Double]], biases: [Double]) {
    var whole = [[Int8]](repeating: [], count: outputs)
    for output in 0..<outputs {
      whole[output] = (0..<inputs).map { _ in Int8.random(in: -127...127, using: &random) }
    }
    for block in stride(from: 0, to: outputs, by: 16) {
      for pair in stride(from: 0, to: inputs, by: 2) {
        for output in block..<block + 16 {
          data.append(UInt8(bitPattern: whole[output][pair]))
          data.append(UInt8(bitPattern: whole[output][pair + 1]))
        }
      }
    }
    let scales = floats(outputs, 0.0003...0.001)
    let biases = floats(outputs, -0.1...0.1)
    return (zip(whole, scales).map { row, scale in row.map { Double($0) * scale } }, biases)
  }
}
