import CVector
import Foundation

/// A transformer that reads the words of an article around each word: the lower layers of a
/// multilingual encoder, fine-tuned to tag names (`Tools/names`).
///
/// It is the encoder of "Attention Is All You Need" (Vaswani et al., 2017) with normalization after
/// each part, as BERT has it. Weights have eight bits, activations fourteen, with a scale for each row;
/// sums are of integers. Time is proportional to the words, and to the square of a window's.
struct Encoder: Sendable {
  private let file: EncoderFile
  private let level = reader_vector_level()
  private static let heads = 12
  private static let width = EncoderFile.width
  private static let headWidth = width / heads

  /// Maps the weights of a file.
  init(file: URL) throws {
    self.file = try EncoderFile(file: file)
  }

  /// The logarithm of each label's probability for each token of an article, its sentences read
  /// together as far as a window holds them.
  func scores(of analysis: ArticleAnalysis, in text: ScalarText) -> [SIMD16<Float>] {
    var scores = [SIMD16<Float>](repeating: .zero, count: analysis.tokens.count)
    file.data.withUnsafeBytes { bytes in
      let pieces = WordPieces(
        table: UnsafeRawBufferPointer(rebasing: bytes[file.table..<file.vectors]))
      var window = Window()
      func flush() {
        guard !window.tokens.isEmpty else { return }
        let states = states(of: window.numbers + [WordPieces.end], bytes)
        for (token, place) in zip(window.tokens, window.places) {
          scores[token] = output(of: states, at: place, bytes)
        }
        window = Window()
      }
      for sentence in analysis.sentences {
        var numbers: [Int] = []
        var starts: [Int] = []
        for token in sentence {
          starts.append(numbers.count)
          let place = analysis.tokens[token]
          pieces.split(text.scalars[place.start..<place.end], into: &numbers)
        }
        if window.numbers.count + numbers.count + 1 > file.window { flush() }
        for (index, token) in sentence.enumerated() {
          let end = index + 1 < starts.count ? starts[index + 1] : numbers.count
          if window.numbers.count + (end - starts[index]) + 1 > file.window { flush() }
          window.tokens.append(token)
          window.places.append(window.numbers.count)
          window.numbers += numbers[starts[index]..<end]
        }
      }
      flush()
    }
    return scores
  }

  /// Pieces that are read together, and the tokens they start.
  private struct Window {
    var numbers = [WordPieces.begin]
    var tokens: [Int] = []
    var places: [Int] = []
  }

  // MARK: Layers

  /// The states of pieces after the last layer, a row each.
  private func states(of numbers: [Int], _ bytes: UnsafeRawBufferPointer) -> [Float] {
    var states = vectors(of: numbers, bytes)
    for layer in file.layers {
      let seen = attention(product(states, layer.attend, bytes), rows: numbers.count)
      add(product(seen, layer.gather, bytes), to: &states)
      normalize(&states, at: layer.first)
      var inner = product(states, layer.widen, bytes)
      GaussianUnits.apply(to: &inner)
      add(product(inner, layer.narrow, bytes), to: &states)
      normalize(&states, at: layer.second)
    }
    return states
  }

  private func vectors(of numbers: [Int], _ bytes: UnsafeRawBufferPointer) -> [Float] {
    let width = Self.width
    var states = [Float](repeating: 0, count: numbers.count * width)
    for (row, number) in numbers.enumerated() {
      let vector = file.vectors + min(number, file.pieces - 1) * EncoderFile.vectorSize
      for block in 0..<(width / 32) {
        let start = vector + 18 * block
        let bits = bytes.loadUnaligned(fromByteOffset: start, as: UInt16.self)
        let scale = HalfPrecision.float(UInt16(littleEndian: bits))
        for place in 0..<16 {
          let both = bytes[start + 2 + place]
          let to = row * width + 32 * block + place
          states[to] = scale * Float(Int(both & 15) - 8)
          states[to + 16] = scale * Float(Int(both >> 4) - 8)
        }
      }
      let position = file.positions + 4 * row * width
      for place in 0..<width {
        states[row * width + place] += bytes.loadUnaligned(
          fromByteOffset: position + 4 * place, as: Float.self)
      }
    }
    normalize(&states, at: file.start)
    return states
  }

  /// Rows of activations times a matrix, plus its biases.
  private func product(
    _ activations: [Float], _ matrix: EncoderFile.Matrix, _ bytes: UnsafeRawBufferPointer
  ) -> [Float] {
    let rows = activations.count / matrix.inputs
    let outputs = matrix.outputs
    guard let base = bytes.baseAddress else { return [] }
    let activations = QuantizedRows(activations, width: matrix.inputs)
    let sums = [Int32](unsafeUninitializedCapacity: rows * outputs) { buffer, count in
      reader_multiply(
        activations.numbers, Int64(rows), Int64(matrix.inputs),
        (base + matrix.offset).assumingMemoryBound(to: Int8.self), Int64(outputs),
        buffer.baseAddress, level)
      count = rows * outputs
    }
    let scales = file.numbers(outputs, at: matrix.scales)
    let biases = file.numbers(outputs, at: matrix.biases)
    return [Float](unsafeUninitializedCapacity: rows * outputs) { result, count in
      for row in 0..<rows {
        let step = activations.steps[row]
        let start = row &* outputs
        for output in 0..<outputs {
          result[start &+ output] =
            Float(sums[start &+ output]) * (scales[output] * step) + biases[output]
        }
      }
      count = rows * outputs
    }
  }

  /// What each piece takes from the others: `rows` × 3 · 384 queries, keys and values give `rows` × 384.
  private func attention(_ states: [Float], rows: Int) -> [Float] {
    let width = Self.width
    let depth = Self.headWidth
    let scale = 1 / Float(depth).squareRoot()
    var result = [Float](repeating: 0, count: rows * width)
    // A row for each number of a key, so that the loops over keys run over neighbours in memory.
    var keys = [Float](repeating: 0, count: depth * rows)
    var shares = [Float](repeating: 0, count: rows)
    states.withUnsafeBufferPointer { states in
      result.withUnsafeMutableBufferPointer { result in
        keys.withUnsafeMutableBufferPointer { keys in
          shares.withUnsafeMutableBufferPointer { shares in
            for head in 0..<Self.heads {
              let offset = head &* depth
              for row in 0..<rows {
                for place in 0..<depth {
                  keys[place &* rows &+ row] =
                    states[3 &* width &* row &+ width &+ offset &+ place] * scale
                }
              }
              for row in 0..<rows {
                for other in 0..<rows { shares[other] = 0 }
                for place in 0..<depth {
                  let number = states[3 &* width &* row &+ offset &+ place]
                  let start = place &* rows
                  for other in 0..<rows { shares[other] += keys[start &+ other] * number }
                }
                Exponential.softmax(shares)
                let target = row &* width &+ offset
                for other in 0..<rows {
                  let share = shares[other]
                  let start = 3 &* width &* other &+ 2 &* width &+ offset
                  for place in 0..<depth {
                    result[target &+ place] += states[start &+ place] * share
                  }
                }
              }
            }
          }
        }
      }
    }
    return result
  }

  private func add(_ more: [Float], to states: inout [Float]) {
    more.withUnsafeBufferPointer { more in
      states.withUnsafeMutableBufferPointer { states in
        for place in states.indices { states[place] += more[place] }
      }
    }
  }

  /// Brings each row to a mean of zero and a variance of one, then to the layer's own.
  private func normalize(_ states: inout [Float], at offset: Int) {
    let width = Self.width
    let factors = file.numbers(width, at: offset)
    let biases = file.numbers(width, at: offset + 4 * width)
    states.withUnsafeMutableBufferPointer { states in
      for start in stride(from: 0, to: states.count, by: width) {
        var sums = SIMD8<Float>.zero
        for place in stride(from: start, to: start + width, by: 8) {
          sums += states.eight(at: place)
        }
        let mean = sums.sum() / Float(width)
        var squares = SIMD8<Float>.zero
        for place in stride(from: start, to: start + width, by: 8) {
          let apart = states.eight(at: place) - mean
          squares += apart * apart
        }
        let factor = 1 / (squares.sum() / Float(width) + 1e-12).squareRoot()
        for place in 0..<width {
          states[start &+ place] =
            (states[start &+ place] - mean) * factor * factors[place] + biases[place]
        }
      }
    }
  }

  /// The logarithms of the labels' probabilities at a row.
  private func output(
    of states: [Float], at row: Int, _ bytes: UnsafeRawBufferPointer
  ) -> SIMD16<Float> {
    let width = Self.width
    var logits = SIMD16<Float>(repeating: -.infinity)
    states.withUnsafeBytes { states in
      for label in 0..<EncoderFile.labels {
        var sum = SIMD16<Float>.zero
        for place in stride(from: 0, to: 4 * width, by: 64) {
          sum +=
            states.loadUnaligned(fromByteOffset: 4 * row * width + place, as: SIMD16<Float>.self)
            * bytes.loadUnaligned(
              fromByteOffset: file.output + 4 * label * width + place, as: SIMD16<Float>.self)
        }
        logits[label] =
          sum.sum()
          + bytes.loadUnaligned(
            fromByteOffset: file.output + 4 * (EncoderFile.labels * width + label), as: Float.self)
      }
    }
    let most = logits.max()
    var whole: Float = 0
    for label in 0..<EncoderFile.labels { whole += Foundation.exp(logits[label] - most) }
    var scores = SIMD16<Float>.zero
    for label in 0..<EncoderFile.labels { scores[label] = logits[label] - most - log(whole) }
    return scores
  }
}

extension UnsafeMutableBufferPointer<Float> {
  /// Eight numbers from a place on.
  fileprivate func eight(at place: Int) -> SIMD8<Float> {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: 4 * place, as: SIMD8<Float>.self)
  }
}

extension EncoderFile {
  /// Numbers that stand at an offset.
  fileprivate func numbers(_ count: Int, at offset: Int) -> [Float] {
    data.withUnsafeBytes { bytes in
      [Float](unsafeUninitializedCapacity: count) { numbers, filled in
        UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + 4 * count]))
        filled = count
      }
    }
  }
}
