/// Explicit levels and directions (UAX #9 X1 to X8) and the isolating run sequences (X9, X10) of a
/// paragraph that has formatting characters.
struct ExplicitLevels {
  /// The level of each character: explicit first, resolved after ``resolveSequences(with:)``.
  private(set) var levels: [UInt8]
  private let baseLevel: UInt8
  /// The classes as the text has them.
  private let original: [BidiClass]
  /// The classes, those under an override replaced.
  private var classes: [BidiClass]
  /// The positions of the characters that X9 keeps.
  private var kept: [Int] = []

  /// An entry of the directional status stack.
  private struct Status {
    var level: UInt8
    var override: BidiClass?
    var isIsolate: Bool
  }

  /// Applies X1 to X8.
  init(classes: [BidiClass], baseLevel: UInt8, directions: IsolateDirections?) {
    original = classes
    self.classes = classes
    self.baseLevel = baseLevel
    levels = Array(repeating: baseLevel, count: classes.count)
    kept.reserveCapacity(classes.count)
    // UAX #9 X1
    let bottom = Status(level: baseLevel, override: nil, isIsolate: false)
    var stack = [bottom]
    var current = bottom
    var overflowIsolates = 0
    var overflowEmbeddings = 0
    var validIsolates = 0

    for (position, item) in classes.enumerated() {
      switch item {
      // UAX #9 X2 to X5
      case .RLE, .LRE, .RLO, .LRO:
        let next = Self.next(
          after: current.level, direction: item == .RLE || item == .RLO ? 1 : 0)
        if next <= BidiParagraph.maximumDepth, overflowIsolates == 0, overflowEmbeddings == 0 {
          let override: BidiClass? = item == .RLO ? .R : item == .LRO ? .L : nil
          current = Status(level: next, override: override, isIsolate: false)
          stack.append(current)
        } else if overflowIsolates == 0 {
          overflowEmbeddings += 1
        }
      // UAX #9 X5a to X5c
      case .RLI, .LRI, .FSI:
        keep(position, current)
        let isRightToLeft =
          item == .RLI
          || item == .FSI && directions?.rightToLeftIsolates.contains(position) == true
        let next = Self.next(after: current.level, direction: isRightToLeft ? 1 : 0)
        if next <= BidiParagraph.maximumDepth, overflowIsolates == 0, overflowEmbeddings == 0 {
          validIsolates += 1
          current = Status(level: next, override: nil, isIsolate: true)
          stack.append(current)
        } else {
          overflowIsolates += 1
        }
      // UAX #9 X6a
      case .PDI:
        if overflowIsolates > 0 {
          overflowIsolates -= 1
        } else if validIsolates > 0 {
          overflowEmbeddings = 0
          while let top = stack.popLast(), !top.isIsolate {}
          current = stack.last ?? bottom
          validIsolates -= 1
        }
        keep(position, current)
      // UAX #9 X7
      case .PDF:
        if overflowIsolates > 0 {
          break
        } else if overflowEmbeddings > 0 {
          overflowEmbeddings -= 1
        } else if !current.isIsolate, stack.count >= 2 {
          stack.removeLast()
          current = stack.last ?? bottom
        }
      // UAX #9 X8
      case .B:
        stack = [bottom]
        current = bottom
        (overflowIsolates, overflowEmbeddings, validIsolates) = (0, 0, 0)
        keep(position, current)
      case .BN:
        break
      // UAX #9 X6
      default:
        keep(position, current)
      }
    }
  }

  /// The least level above `level` that has the parity of `direction`.
  private static func next(after level: UInt8, direction: UInt8) -> UInt8 {
    level + (level & 1 == direction ? 2 : 1)
  }

  private mutating func keep(_ position: Int, _ status: Status) {
    levels[position] = status.level
    if let override = status.override { classes[position] = override }
    kept.append(position)
  }
}

extension ExplicitLevels {
  /// A maximal stretch of kept characters of one level (BD7), as places in `kept`.
  private struct LevelRun {
    var range: Range<Int>
    /// The run with the PDI of the isolate that begins at the end of this one (BD13).
    var next: Int?
    /// Whether the run goes on a sequence that another one begins.
    var isContinuation = false
  }

  /// Resolves the levels of all isolating run sequences (X10).
  mutating func resolveSequences(with resolver: inout SequenceResolver) {
    let runs = levelRuns()
    var resolved = levels
    var positions: [Int] = []
    var sequence: [BidiClass] = []
    var sequenceLevels: [UInt8] = []
    for first in runs.indices where !runs[first].isContinuation {
      positions.removeAll(keepingCapacity: true)
      var last = first
      positions.append(contentsOf: kept[runs[first].range])
      while let next = runs[last].next {
        last = next
        positions.append(contentsOf: kept[runs[next].range])
      }
      let level = levels[positions[0]]
      let start = runs[first].range.lowerBound
      let end = runs[last].range.upperBound
      // UAX #9 X10: sos and eos from the higher of the levels on either side.
      let before = start > 0 ? levels[kept[start - 1]] : baseLevel
      let endsInIsolate = original[positions[positions.count - 1]].isIsolateInitiator
      let after = end < kept.count && !endsInIsolate ? levels[kept[end]] : baseLevel
      sequence.removeAll(keepingCapacity: true)
      sequenceLevels.removeAll(keepingCapacity: true)
      for position in positions {
        sequence.append(classes[position])
        sequenceLevels.append(level)
      }
      resolver.resolve(
        sequence, at: positions, level: level, start: max(level, before), end: max(level, after),
        into: &sequenceLevels)
      for (place, position) in positions.enumerated() {
        resolved[position] = sequenceLevels[place]
      }
    }
    levels = resolved
    fillRemoved()
  }

  private func levelRuns() -> [LevelRun] {
    var runs: [LevelRun] = []
    // The run and the place of each isolate initiator that waits for its PDI (BD9).
    var open: [(run: Int, place: Int)] = []
    var start = 0
    for place in kept.indices {
      if place == 0 || levels[kept[place]] != levels[kept[place - 1]] {
        if place > 0 { runs[runs.count - 1].range = start..<place }
        runs.append(LevelRun(range: place..<place))
        start = place
      }
      switch original[kept[place]] {
      case .LRI, .RLI, .FSI:
        open.append((runs.count - 1, place))
      case .PDI:
        guard let initiator = open.popLast(), start == place,
          initiator.place == runs[initiator.run].range.upperBound - 1
        else { break }
        runs[initiator.run].next = runs.count - 1
        runs[runs.count - 1].isContinuation = true
      case .B:
        open.removeAll()
      default:
        break
      }
    }
    if !runs.isEmpty { runs[runs.count - 1].range = start..<kept.count }
    return runs
  }

  // Removed characters follow what stands before them, so that they cut no run in two.
  private mutating func fillRemoved() {
    for position in levels.indices where original[position].isRemoved {
      levels[position] = position > 0 ? levels[position - 1] : baseLevel
    }
  }
}
