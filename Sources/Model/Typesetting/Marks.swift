/// The combining marks of a cell: at most three, so that a cell stays a plain value.
public struct Marks: Hashable, Sendable {
  /// How many marks a cell holds at most.
  public static let limit = 3

  private var first: UInt32 = 0
  private var second: UInt32 = 0
  private var third: UInt32 = 0

  /// Makes an empty set of marks.
  public init() {}

  /// Whether there are no marks.
  public var isEmpty: Bool { first == 0 }

  /// How many marks there are.
  public var count: Int {
    (first == 0 ? 0 : 1) + (second == 0 ? 0 : 1) + (third == 0 ? 0 : 1)
  }

  /// Adds a mark; one beyond the limit is dropped.
  public mutating func append(_ mark: Unicode.Scalar) {
    if first == 0 {
      first = mark.value
    } else if second == 0 {
      second = mark.value
    } else if third == 0 {
      third = mark.value
    }
  }

  /// The marks in the order they were added.
  public var scalars: [Unicode.Scalar] {
    [first, second, third].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
  }
}
