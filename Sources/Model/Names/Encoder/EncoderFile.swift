import Foundation

/// The weights of the encoder, in a memory-mapped file made by `Tools/names/export.py`.
///
/// After a header of 64 bytes come, each without padding: the hash table of the word pieces, their
/// vectors (twelve blocks of 32 numbers each: a scale in sixteen bits and 32 halves of bytes), the
/// positions' vectors, the first normalization, the layers, and the output layer. A matrix is eight
/// bits a weight in blocks of sixteen outputs, two inputs side by side, then the outputs' scales and
/// their biases.
struct EncoderFile: Sendable {
  /// How the file names its format.
  static let format = "RDENCODE"
  /// The version of the file format.
  static let version: UInt32 = 1
  /// How many numbers a vector has.
  static let width = 384
  /// How many numbers a vector has inside a layer.
  static let inner = 1536
  /// How many labels there are.
  static let labels = CRFModel.Label.allCases.count
  /// The bytes of a piece's vector.
  static let vectorSize = width / 32 * 18
  private static let headerSize = 64

  /// Where a matrix stands in the file.
  struct Matrix {
    /// How many numbers go in.
    var inputs: Int
    /// How many numbers come out.
    var outputs: Int
    /// Where the weights start.
    var offset: Int

    /// Where the scales start.
    var scales: Int { offset + inputs * outputs }
    /// Where the biases start.
    var biases: Int { scales + 4 * outputs }
    /// Where the next part starts.
    var end: Int { biases + 4 * outputs }
  }

  /// Where a layer's parts stand in the file; a normalization is its factors, then its biases.
  struct Layer {
    /// Queries, keys and values.
    var attend: Matrix
    /// What attention found, brought together.
    var gather: Matrix
    /// The normalization after attention.
    var first: Int
    /// To the inner width.
    var widen: Matrix
    /// Back from it.
    var narrow: Matrix
    /// The normalization at the end.
    var second: Int
  }

  /// The whole file.
  let data: Data
  /// How many pieces there are.
  let pieces: Int
  /// How many slots the table of pieces has, a power of two.
  let slots: Int
  /// How many pieces are read together at most.
  let window: Int
  /// The layers in order.
  let layers: [Layer]
  /// The output layer: a row of factors a label, then its biases.
  let output: Int

  /// Where the table of pieces starts.
  var table: Int { Self.headerSize }
  /// Where the pieces' vectors start.
  var vectors: Int { table + 8 * slots }
  /// Where the positions' vectors start.
  var positions: Int { vectors + pieces * Self.vectorSize }
  /// Where the first normalization starts.
  var start: Int { positions + 4 * window * Self.width }

  /// Maps a file.
  ///
  /// - Throws: `MappedTable.Malformed` where it is not of this format or has another size than it says.
  init(file: URL) throws {
    data = try Data(contentsOf: file, options: .alwaysMapped)
    let malformed = MappedTable.Malformed(path: file.path)
    guard data.count >= Self.headerSize, data.prefix(8).elementsEqual(Self.format.utf8) else {
      throw malformed
    }
    let numbers = data.withUnsafeBytes { bytes in
      (0..<8).map {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 + 4 * $0, as: UInt32.self)))
      }
    }
    guard numbers[0] == Int(Self.version), numbers[4] == Self.width, numbers[5] == Self.inner,
      numbers[7] == Self.labels, numbers[2].nonzeroBitCount == 1, (4..<65536) ~= numbers[1],
      (1...24) ~= numbers[3], (16...512) ~= numbers[6]
    else { throw malformed }
    (pieces, slots, window) = (numbers[1], numbers[2], numbers[6])
    let norm = 8 * Self.width
    var offset =
      Self.headerSize + 8 * slots + pieces * Self.vectorSize + 4 * window * Self.width + norm
    var layers: [Layer] = []
    func matrix(_ inputs: Int, _ outputs: Int) -> Matrix {
      let matrix = Matrix(inputs: inputs, outputs: outputs, offset: offset)
      offset = matrix.end
      return matrix
    }
    func normalization() -> Int {
      defer { offset += norm }
      return offset
    }
    for _ in 0..<numbers[3] {
      layers.append(
        Layer(
          attend: matrix(Self.width, 3 * Self.width), gather: matrix(Self.width, Self.width),
          first: normalization(), widen: matrix(Self.width, Self.inner),
          narrow: matrix(Self.inner, Self.width), second: normalization()))
    }
    self.layers = layers
    output = offset
    guard data.count == offset + 4 * (Self.width + 1) * Self.labels else { throw malformed }
  }
}
