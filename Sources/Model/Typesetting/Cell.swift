/// One place on the screen and the logical text that it shows.
///
/// Cells stand in visual order, left to right; `source` is the only way back to logical order that
/// highlights, jumps and copying need.
public struct Cell: Hashable, Sendable {
  /// What is drawn: for Arabic the presentation form, for a bracket the mirrored one.
  public var glyph: Unicode.Scalar
  /// The combining marks drawn over it.
  public var marks: Marks
  /// How many columns it takes: 1 or 2.
  public var width: UInt8
  /// Its embedding level (UAX #9): odd where the text runs right to left.
  public var level: UInt8
  /// The scalars of the laid-out text that it shows, marks and dropped scalars included.
  public var source: TextRange

  /// Makes a cell.
  public init(
    glyph: Unicode.Scalar, marks: Marks = Marks(), width: UInt8 = 1, level: UInt8 = 0,
    source: TextRange
  ) {
    self.glyph = glyph
    self.marks = marks
    self.width = width
    self.level = level
    self.source = source
  }
}
