/// A line of laid-out text: its cells in visual order.
public struct LayoutLine: Hashable, Sendable {
  /// The cells from left to right.
  public var cells: [Cell]
  /// The scalars that the line holds, white space at its end included.
  public var range: TextRange
  /// The direction of its paragraph: the side from which it is read, and to which it is aligned.
  public var direction: TextDirection
  /// How many columns the cells take.
  public var width: Int

  /// Makes a line; its width is the sum of its cells'.
  public init(cells: [Cell], range: TextRange, direction: TextDirection) {
    self.cells = cells
    self.range = range
    self.direction = direction
    width = cells.reduce(0) { $0 + Int($1.width) }
  }
}
