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
