import Model

/// A place of a grid: what stands there, how it looks, and its part in right-to-left text.
struct GridCell: Hashable, Sendable {
  /// What is drawn.
  var glyph: Unicode.Scalar = " "
  /// Its combining marks.
  var marks = Marks()
  /// Columns it takes: 1, 2, or 0 for the place that the wide cell to its left covers.
  var width: UInt8 = 1
  /// Its embedding level; the output modes that hand right-to-left text back to the terminal need
  /// it.
  var level: UInt8 = 0
  /// How it looks.
  var style = Style.plain

  /// An empty place.
  static let blank = GridCell()
}
