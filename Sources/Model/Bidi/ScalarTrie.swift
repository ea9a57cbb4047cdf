/// A two-stage table with a small number for every Unicode scalar.
///
/// The stages are characters from `$` to `~` in the program's constant data: nothing is decoded or
/// allocated when the program starts. `index` holds the number of a block in two characters,
/// `data` the blocks; those of the alphabets from Latin to N'Ko stand first and in order.
struct ScalarTrie {
  private static let first: UInt8 = 0x24
  private static let radix = 91
  private static let directLimit: UInt32 = 0x800

  private let blockBits: UInt32
  private let index: UnsafePointer<UInt8>
  private let data: UnsafePointer<UInt8>

  /// Makes a table of the stages that `Tools/unicode` wrote.
  init(blockBits: UInt32, index: StaticString, data: StaticString) {
    self.blockBits = blockBits
    self.index = index.utf8Start
    self.data = data.utf8Start
  }

  /// The number of a scalar.
  ///
  /// The generator writes an index entry for every block up to U+10FFFF, the largest value a
  /// scalar can have, so both stages are read within their bounds.
  @inline(__always)
  subscript(_ scalar: Unicode.Scalar) -> UInt8 {
    if scalar.value < Self.directLimit { return data[Int(scalar.value)] &- Self.first }
    let entry = 2 * Int(scalar.value >> blockBits)
    let block =
      Int(index[entry] &- Self.first) &* Self.radix &+ Int(index[entry + 1] &- Self.first)
    let offset = Int(scalar.value & ((1 << blockBits) &- 1))
    return data[block << Int(blockBits) | offset] &- Self.first
  }
}

/// An enumeration that tables hold as bytes: its cases are numbered from 0 without gaps.
protocol TableValue: RawRepresentable where RawValue == UInt8 {
  /// The case with the greatest number.
  static var greatest: Self { get }
}

extension TableValue {
  /// The case of a number, the greatest for numbers beyond it.
  ///
  /// The initializer of raw values is a call for every scalar of a text where this is one
  /// comparison. An enumeration without associated values whose cases are numbered in order is
  /// stored as that number in one byte, and numbers without a case are ruled out first.
  @inline(__always)
  init(number: UInt8) {
    self =
      number < Self.greatest.rawValue ? unsafeBitCast(number, to: Self.self) : Self.greatest
  }
}
