/// What line breaking needs to know of a cell.
struct CellFlags: OptionSet {
  let rawValue: UInt8

  /// A line may end before the cell.
  static let breakBefore = CellFlags(rawValue: 1)
  /// White space, which hangs over the end of a line and is not drawn there.
  static let hangs = CellFlags(rawValue: 2)
  /// The line ends with the cell, which is nothing to draw.
  static let endsLine = CellFlags(rawValue: 4)
  /// A line that ends before the cell ends in a hyphen (U+00AD).
  static let softHyphen = CellFlags(rawValue: 8)
  /// The cell stays on the line of the cell before it even where a word must be cut.
  static let glued = CellFlags(rawValue: 16)

  /// What a line end is.
  static let lineEnd: CellFlags = [.hangs, .endsLine]
}
