import CVector
import Foundation
import Testing

@testable import Model

@Suite("The encoder")
struct EncoderTests {
  private func withFile<Result>(_ data: Data, _ body: (URL) throws -> Result) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file)
  }

  private func scores(
    _ words: [String], _ encoder: Encoder, sentences: [Range<Int>]? = nil
  ) throws -> [SIMD16<Float>] {
    let text = ScalarText(words.joined(separator: " "))
    let tokens = Tokenizer.tokens(of: text, in: text.range)
    try #require(tokens.count == words.count)
    let rows = (sentences ?? [tokens.indices]).map { Array(tokens[$0]) }
    return try NameTables(folder: TaggerFixture.resources).withReader { tables in
      let analysis = ArticleAnalysis(sentences: rows, of: text, language: .english, tables: tables)
      return encoder.scores(of: analysis, in: text)
    }
  }

  @Test(
    "Its scores are those of the plain formulas, but for rounding", arguments: [1, 2] as [UInt64])
  func plain(seed: UInt64) throws {
    let fixture = EncoderFixture(seed: seed)
    let words = ["abc", "dog", "pinhole", "h", "xx"]
    let unknown = WordPieces.unknown
    // Nothing stands for the space before a word here, so each word begins with what is unknown.
    var pieces = [WordPieces.begin]
    var places: [Int] = []
    for word in words {
      places.append(pieces.count)
      pieces.append(unknown)
      for letter in word.unicodeScalars where (0x61...0x70).contains(letter.value) {
        pieces.append(Int(letter.value) - 0x61 + 4)
      }
    }
    pieces.append(WordPieces.end)
    let expected = fixture.scores(of: pieces)
    let found = try withFile(fixture.data) { try scores(words, Encoder(file: $0)) }
    for (scores, place) in zip(found, places) {
      for label in 0..<EncoderFile.labels {
        #expect(abs(Double(scores[label]) - expected[place][label]) < 0.02)
      }
    }
  }

  @Test("Every way to multiply gives the same sums", arguments: [1, 3, 4, 7, 8, 13, 16])
  func multiply(rows: Int) {
    var random = SeededRandom(seed: UInt64(rows))
    let (inputs, outputs) = (64, 48)
    let activations = (0..<rows * inputs).map { _ in
      Int16.random(in: -8191...8191, using: &random)
    }
    let weights = (0..<inputs * outputs).map { _ in Int8.random(in: -127...127, using: &random) }
    var expected = [Int32](repeating: 0, count: rows * outputs)
    for row in 0..<rows {
      for output in 0..<outputs {
        for input in 0..<inputs {
          let place = output / 16 * inputs * 16 + input / 2 * 32 + output % 16 * 2 + input % 2
          expected[row * outputs + output] +=
            Int32(activations[row * inputs + input]) * Int32(weights[place])
        }
      }
    }
    for level in 0...reader_vector_level() {
      var sums = [Int32](repeating: 1, count: rows * outputs)
      reader_multiply(
        activations, Int64(rows), Int64(inputs), weights, Int64(outputs), &sums, level)
      #expect(sums == expected)
    }
  }

  @Test("Every way to attend, scale and normalize finds the same", arguments: [1, 3, 5, 16, 33])
  func levels(rows: Int) {
    var random = SeededRandom(seed: UInt64(rows))
    let (heads, width) = (2, 64)
    let states = (0..<rows * 3 * width).map { _ in Float.random(in: -3...3, using: &random) }
    let sums = (0..<rows * width).map { _ in Int32.random(in: -6000...6000, using: &random) }
    let steps = [Float](repeating: 1, count: rows)
    let scales = [Float](repeating: 0.001, count: width)
    let biases = (0..<width).map { _ in Float.random(in: -1...1, using: &random) }
    let count = Int64(rows)
    for level in 0...reader_vector_level() {
      var space = [Float](repeating: .nan, count: Int(reader_attend_space(count)))
      var found = [Float](repeating: 0, count: rows * width)
      reader_attend(states, count, Int64(heads), &space, &found, level)
      var units = found
      reader_scale(sums, count, Int64(width), steps, scales, biases, 1, &units, level)
      var even = found
      reader_normalize(units, &even, count, Int64(width), scales, biases, level)
      for row in 0..<rows {
        let own = row * 3 * width
        for head in 0..<heads {
          let shares = (0..<rows).map { other in
            let products = (0..<32).map { place in
              Double(states[own + head * 32 + place])
                * Double(states[other * 3 * width + width + head * 32 + place])
            }
            return exp(products.reduce(0, +) / 32.0.squareRoot())
          }
          for place in 0..<32 {
            let values = (0..<rows).map { other in
              shares[other] * Double(states[other * 3 * width + 2 * width + head * 32 + place])
            }
            let expected = values.reduce(0, +) / shares.reduce(0, +)
            #expect(abs(Double(found[row * width + head * 32 + place]) - expected) < 1e-3)
          }
        }
        for place in 0..<width {
          let x = Double(sums[row * width + place]) * 0.001 + Double(biases[place])
          let expected = x * 0.5 * (1 + erf(x / 2.0.squareRoot()))
          #expect(abs(Double(units[row * width + place]) - expected) < 1e-4)
        }
        let whole = (0..<width).map {
          Double(units[row * width + $0]) + Double(found[row * width + $0])
        }
        let mean = whole.reduce(0, +) / Double(width)
        let variance = whole.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(width)
        for place in 0..<width {
          let expected =
            (whole[place] - mean) / variance.squareRoot() * 0.001 + Double(biases[place])
          #expect(abs(Double(even[row * width + place]) - expected) < 1e-4)
        }
      }
    }
  }

  @Test(
    "An article longer than a window is read to its end, and what stands far off changes nothing")
  func windows() throws {
    let fixture = EncoderFixture(seed: 3)
    let words = (0..<60).map { String("abcdefghijklmnop".dropFirst($0 % 16).prefix(3)) }
    try withFile(fixture.data) { file in
      let encoder = try Encoder(file: file)
      let sentences = stride(from: 0, to: 60, by: 5).map { $0..<$0 + 5 }
      let whole = try scores(words, encoder, sentences: sentences)
      #expect(whole.allSatisfy { $0[0] < 0 })
      // The first window holds the first sentence alone.
      let first = try scores(Array(words.prefix(5)), encoder)
      #expect(Array(whole.prefix(5)) == first)
    }
  }

  @Test("A file that is cut off or longer than it says is an error")
  func damaged() throws {
    let data = EncoderFixture(seed: 4).data
    for size in [0, 7, 63, 64, 1000, data.count / 2, data.count - 1] {
      _ = try withFile(data.prefix(size)) { file in
        #expect(throws: MappedTable.Malformed.self) { try Encoder(file: file) }
      }
    }
    _ = try withFile(data + Data([0])) { file in
      #expect(throws: MappedTable.Malformed.self) { try Encoder(file: file) }
    }
  }
}
