/// A paragraph of text with the embedding level of each of its scalars (UAX #9, Unicode 17.0).
///
/// Time and memory are linear in the length of the text, whatever the text is.
public struct BidiParagraph: Sendable {
  /// The greatest depth of explicit embeddings (UAX #9 BD2).
  static let maximumDepth: UInt8 = 125

  /// The paragraph embedding level: 0 or 1.
  public let baseLevel: UInt8
  /// The embedding level of each scalar after rule L1, first scalar first.
  ///
  /// Formatting characters that rule X9 removes have the level of the scalar before them.
  public let levels: [UInt8]
  /// The level that all scalars have; nil where levels differ.
  public let uniformLevel: UInt8?
  private let classes: [BidiClass]

  /// Finds the levels of a paragraph.
  ///
  /// Without a `direction` the first strong scalar gives it (P2, P3), left to right where there is
  /// none.
  public init(_ scalars: ArraySlice<Unicode.Scalar>, direction: TextDirection? = nil) {
    var seen = BidiClassSet([])
    var hasPairs = false
    let trie = BidiTable.trie
    let classes = [BidiClass](unsafeUninitializedCapacity: scalars.count) { buffer, count in
      for scalar in scalars {
        let entry = trie[scalar]
        let item = BidiClass(tableEntry: entry)
        seen.insert(item)
        if BidiClass.isPaired(tableEntry: entry) { hasPairs = true }
        buffer.initializeElement(at: count, to: item)
        count += 1
      }
    }
    self.init(
      classes: classes, seen: seen, scalars: hasPairs ? scalars : nil, direction: direction)
  }

  /// Finds the levels of a paragraph from its classes; `scalars` are looked at for brackets.
  init(
    classes: [BidiClass], seen: BidiClassSet, scalars: ArraySlice<Unicode.Scalar>?,
    direction: TextDirection?
  ) {
    self.classes = classes
    let directions = seen.intersects(.isolates) ? IsolateDirections(classes: classes) : nil
    switch direction {
    case .leftToRight: baseLevel = 0
    case .rightToLeft: baseLevel = 1
    case nil:
      let first = directions.map(\.paragraph) ?? Self.firstStrong(classes)
      baseLevel = first == .rightToLeft ? 1 : 0
    }
    // Where nothing runs against the paragraph, all rules come to its level.
    guard seen.intersects(baseLevel == 0 ? .rightToLeft : .leftToRight) else {
      uniformLevel = baseLevel
      levels = Array(repeating: baseLevel, count: classes.count)
      return
    }
    uniformLevel = nil
    var resolver = SequenceResolver(scalars: scalars)
    var levels: [UInt8]
    if seen.intersects(.explicit) {
      var embedding = ExplicitLevels(
        classes: classes, baseLevel: baseLevel, directions: directions)
      embedding.resolveSequences(with: &resolver)
      levels = embedding.levels
    } else {
      // Without formatting characters the paragraph is one level run.
      levels = Array(repeating: baseLevel, count: classes.count)
      resolver.resolve(classes, level: baseLevel, start: baseLevel, end: baseLevel, into: &levels)
    }
    Self.resetWhitespace(classes, baseLevel: baseLevel, levels: &levels)
    self.levels = levels
  }

  // UAX #9 P2, P3, for text without isolates.
  private static func firstStrong(_ classes: [BidiClass]) -> TextDirection? {
    for item in classes {
      switch item {
      case .L: return .leftToRight
      case .R, .AL: return .rightToLeft
      // UAX #9 P1: the paragraph ends here.
      case .B: return nil
      default: continue
      }
    }
    return nil
  }

  // UAX #9 L1, 1 to 3: separators, and white space before them. (4, white space at the end of a
  // line, is for whoever breaks lines.)
  private static func resetWhitespace(
    _ classes: [BidiClass], baseLevel: UInt8, levels: inout [UInt8]
  ) {
    var start: Int?
    for position in classes.indices {
      switch classes[position] {
      case .B, .S:
        for place in (start ?? position)...position { levels[place] = baseLevel }
        start = nil
      case .WS, .LRI, .RLI, .FSI, .PDI:
        start = start ?? position
      case .BN, .LRE, .LRO, .RLE, .RLO, .PDF:
        break
      default:
        start = nil
      }
    }
    if let start {
      for place in start..<levels.count { levels[place] = baseLevel }
    }
  }

  /// The levels of a line, white space at its end put back to the level of the paragraph (L1, 4).
  public func lineLevels(of line: Range<Int>) -> [UInt8] {
    var found = Array(levels[line])
    var end = line.upperBound
    while end > line.lowerBound {
      switch classes[end - 1] {
      case .WS, .S, .B, .LRI, .RLI, .FSI, .PDI, .BN, .LRE, .LRO, .RLE, .RLO, .PDF:
        end -= 1
        found[end - line.lowerBound] = baseLevel
      default:
        return found
      }
    }
    return found
  }

  /// The positions of a line's scalars from left to right (UAX #9 L2).
  ///
  /// Positions count from the start of the paragraph. Complexity: O(*n*) times the number of
  /// levels that occur.
  public func visualOrder(of line: Range<Int>) -> [Int] {
    var order = Array(line)
    if uniformLevel != 0 { Self.reorder(&order, levels: lineLevels(of: line)) }
    return order
  }
}
