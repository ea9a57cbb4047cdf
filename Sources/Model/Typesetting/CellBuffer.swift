/// The cells of a paragraph in logical order while they are made.
///
/// Cells change after they were added: letters get their forms, and marks and dropped scalars join
/// them. An array would ask for each of these whether it is shared; this is its sole owner.
struct CellBuffer: ~Copyable {
  /// A cell and what line breaking needs to know of it.
  struct Entry {
    var cell: Cell
    var flags: CellFlags
  }

  /// How many cells there are.
  private(set) var count = 0
  private var storage: UnsafeMutableBufferPointer<Entry>

  /// Makes an empty buffer with room for some cells.
  init(capacity: Int) {
    storage = .allocate(capacity: max(capacity, 16))
  }

  deinit {
    storage.deallocate()
  }

  /// Adds a cell.
  @inline(__always)
  mutating func append(_ cell: Cell, flags: CellFlags) {
    if count == storage.count { grow() }
    storage.initializeElement(at: count, to: Entry(cell: cell, flags: flags))
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Entry>.allocate(capacity: 2 * storage.count)
    _ = larger.moveInitialize(fromContentsOf: storage[..<count])
    storage.deallocate()
    storage = larger
  }

  /// Changes the last cell, if there is one.
  @inline(__always)
  mutating func changeLast(_ change: (inout Entry) -> Void) {
    if count > 0 { change(&storage[count - 1]) }
  }

  /// The last cell.
  @inline(__always)
  var last: Entry? { count > 0 ? storage[count - 1] : nil }

  /// The cell at a place.
  @inline(__always)
  subscript(_ place: Int) -> Entry {
    get {
      precondition(place >= 0 && place < count, "there is no such cell")
      return storage[place]
    }
    set {
      precondition(place >= 0 && place < count, "there is no such cell")
      storage[place] = newValue
    }
  }

  /// The cells of a range.
  func cells(_ range: Range<Int>) -> [Cell] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "there are no such cells")
    return [Cell](unsafeUninitializedCapacity: range.count) { buffer, filled in
      for place in range {
        buffer.initializeElement(at: filled, to: storage[place].cell)
        filled += 1
      }
    }
  }
}

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

  /// The cell reaches to the next tab stop of its line.
  static let tab = CellFlags(rawValue: 32)

  /// What a line end is.
  static let lineEnd: CellFlags = [.hangs, .endsLine]
}
