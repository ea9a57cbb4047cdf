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
      let space = Space(rows: file.window)
      var window = Window()
      func flush() {
        guard !window.tokens.isEmpty else { return }
        read(window.numbers + [WordPieces.end], bytes, in: space)
        for (token, place) in zip(window.tokens, window.places) {
          scores[token] = output(of: space.states, at: place, bytes)
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

  /// What the layers work in, for a window of pieces.
  private final class Space {
    /// A state for each piece.
    let states: UnsafeMutablePointer<Float>
    /// What a part of a layer found for each piece.
    let found: UnsafeMutablePointer<Float>
    /// What stands between two products, as wide as the inside of a layer.
    let inner: UnsafeMutablePointer<Float>
    /// What attention works in.
    let attention: UnsafeMutablePointer<Float>
    /// The activations as whole numbers.
    let numbers: UnsafeMutablePointer<Int16>
    /// What one is worth in each row of them.
    let steps: UnsafeMutablePointer<Float>
    /// The sums of their products.
    let sums: UnsafeMutablePointer<Int32>

    /// Rows up to the next eight, which are multiplied together.
    ///
    /// Rows left over would take longer one by one. What comes of those beyond is not read.
    static func padded(_ rows: Int64) -> Int64 { (rows + 7) / 8 * 8 }

    /// Makes room for so many pieces.
    init(rows: Int) {
      states = .allocate(capacity: rows * EncoderFile.width)
      found = .allocate(capacity: rows * EncoderFile.width)
      inner = .allocate(capacity: rows * EncoderFile.inner)
      attention = .allocate(capacity: Int(reader_attend_space(Int64(rows))))
      let padded = Int(Self.padded(Int64(rows))) * EncoderFile.inner
      numbers = .allocate(capacity: padded)
      numbers.initialize(repeating: 0, count: padded)
      steps = .allocate(capacity: rows)
      sums = .allocate(capacity: padded)
    }

    deinit {
      for numbers in [states, found, inner, attention, steps] { numbers.deallocate() }
      numbers.deallocate()
      sums.deallocate()
    }
  }

  /// Leaves the states of pieces after the last layer in `space`, a row each.
  private func read(_ numbers: [Int], _ bytes: UnsafeRawBufferPointer, in space: Space) {
    let rows = Int64(numbers.count)
    let width = Int64(Self.width)
    setVectors(of: numbers, bytes, in: space)
    guard let base = bytes.baseAddress else { return }
    /// Numbers of the file.
    func at(_ offset: Int) -> UnsafePointer<Float> {
      (base + offset).assumingMemoryBound(to: Float.self)
    }
    /// Rows times a matrix, plus its biases.
    func multiply(
      _ values: UnsafePointer<Float>, _ matrix: EncoderFile.Matrix, units: Bool = false,
      to result: UnsafeMutablePointer<Float>
    ) {
      let (inputs, outputs) = (Int64(matrix.inputs), Int64(matrix.outputs))
      reader_round(values, rows, inputs, space.numbers, space.steps, level)
      reader_multiply(
        space.numbers, Space.padded(rows), inputs,
        (base + matrix.offset).assumingMemoryBound(to: Int8.self), outputs, space.sums, level)
      reader_scale(
        space.sums, rows, outputs, space.steps, at(matrix.scales), at(matrix.biases),
        units ? 1 : 0, result, level)
    }
    /// Adds what a part found, and brings the states back to their measure.
    func normalize(at offset: Int) {
      reader_normalize(
        space.found, space.states, rows, width, at(offset), at(offset + 4 * Self.width), level)
    }
    normalize(at: file.start)
    for layer in file.layers {
      multiply(space.states, layer.attend, to: space.inner)
      reader_attend(
        space.inner, rows, Int64(Self.heads), space.attention, space.found, level)
      multiply(space.found, layer.gather, to: space.found)
      normalize(at: layer.first)
      multiply(space.states, layer.widen, units: true, to: space.inner)
      multiply(space.inner, layer.narrow, to: space.found)
      normalize(at: layer.second)
    }
  }

  /// Sets the states to the vectors of pieces and their positions, to which nothing was found yet.
  private func setVectors(of numbers: [Int], _ bytes: UnsafeRawBufferPointer, in space: Space) {
    let width = Self.width
    for (row, number) in numbers.enumerated() {
      let vector = file.vectors + min(number, file.pieces - 1) * EncoderFile.vectorSize
      for block in 0..<(width / 32) {
        let start = vector + 18 * block
        let bits = bytes.loadUnaligned(fromByteOffset: start, as: UInt16.self)
        let scale = Self.float(UInt16(littleEndian: bits))
        for place in 0..<16 {
          let both = bytes[start + 2 + place]
          let to = row * width + 32 * block + place
          space.states[to] = scale * Float(Int(both & 15) - 8)
          space.states[to + 16] = scale * Float(Int(both >> 4) - 8)
        }
      }
      let position = file.positions + 4 * row * width
      for place in 0..<width {
        space.states[row * width + place] += bytes.loadUnaligned(
          fromByteOffset: position + 4 * place, as: Float.self)
        space.found[row * width + place] = 0
      }
    }
  }

  /// The number of a bit pattern of IEEE 754's binary16, which Swift has not on all machines.
  private static func float(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7FFF)
    // 2¹¹² turns the exponent's offset of 15 into one of 127, subnormal numbers among them.
    return Float(bitPattern: sign | magnitude << 13) * Float(bitPattern: 0x7780_0000)
  }

  /// The logarithms of the labels' probabilities at a row.
  private func output(
    of states: UnsafePointer<Float>, at row: Int, _ bytes: UnsafeRawBufferPointer
  ) -> SIMD16<Float> {
    let width = Self.width
    var logits = SIMD16<Float>(repeating: -.infinity)
    let state = UnsafeRawPointer(states + row * width)
    for label in 0..<EncoderFile.labels {
      var sum = SIMD16<Float>.zero
      for place in stride(from: 0, to: 4 * width, by: 64) {
        sum +=
          state.loadUnaligned(fromByteOffset: place, as: SIMD16<Float>.self)
          * bytes.loadUnaligned(
            fromByteOffset: file.output + 4 * label * width + place, as: SIMD16<Float>.self)
      }
      logits[label] =
        sum.sum()
        + bytes.loadUnaligned(
          fromByteOffset: file.output + 4 * (EncoderFile.labels * width + label), as: Float.self)
    }
    let most = logits.max()
    var whole: Float = 0
    for label in 0..<EncoderFile.labels { whole += Foundation.exp(logits[label] - most) }
    var scores = SIMD16<Float>.zero
    for label in 0..<EncoderFile.labels { scores[label] = logits[label] - most - log(whole) }
    return scores
  }
}
