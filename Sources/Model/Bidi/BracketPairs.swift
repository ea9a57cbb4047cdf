/// The bracket pairs of an isolating run sequence (UAX #9 BD16) and their resolution (N0).
struct BracketPairs {
  /// A pair of brackets and the directions that strong types between them have.
  private struct Pair {
    var opening: Int
    var closing: Int
    var holdsLeft: Bool
    var holdsRight: Bool
  }

  /// An opening bracket that waits for its closing one.
  private struct Open {
    var place: Int
    var closing: UInt32
    var holdsLeft = false
    var holdsRight = false
  }

  /// The size of the stack of BD16.
  private static let capacity = 63

  private var pairs: [Pair] = []
  private var open: [Open] = []

  /// Finds the pairs among characters of which W1 to W7 left the given types.
  ///
  /// What stands between two brackets is noted while they are open, so that N0 need not look again.
  mutating func find(types: [BidiClass], bracket: (Int) -> BidiPairs.Bracket?) {
    pairs.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    for (place, type) in types.enumerated() {
      switch type {
      case .ON:
        switch bracket(place) {
        case nil:
          continue
        case .opening(let closing):
          // UAX #9 BD16: an overflow ends the search with no pairs at all.
          guard open.count < Self.capacity else {
            pairs.removeAll(keepingCapacity: true)
            return
          }
          open.append(Open(place: place, closing: closing))
        case .closing(let closing):
          close(closing, at: place)
        }
      case .L:
        if !open.isEmpty { open[open.count - 1].holdsLeft = true }
      case .R, .EN, .AN:
        if !open.isEmpty { open[open.count - 1].holdsRight = true }
      default:
        continue
      }
    }
    pairs.sort { $0.opening < $1.opening }
  }

  private mutating func close(_ closing: UInt32, at place: Int) {
    guard let match = open.lastIndex(where: { $0.closing == closing }) else { return }
    var holdsLeft = false
    var holdsRight = false
    for entry in open[match...] {
      holdsLeft = holdsLeft || entry.holdsLeft
      holdsRight = holdsRight || entry.holdsRight
    }
    pairs.append(
      Pair(
        opening: open[match].place, closing: place, holdsLeft: holdsLeft, holdsRight: holdsRight))
    open.removeSubrange(match...)
    if !open.isEmpty {
      open[open.count - 1].holdsLeft = open[open.count - 1].holdsLeft || holdsLeft
      open[open.count - 1].holdsRight = open[open.count - 1].holdsRight || holdsRight
    }
  }

  /// Applies N0 to the pairs found.
  func resolve(
    _ types: inout [BidiClass], original: [BidiClass], embedding: BidiClass, sos: BidiClass
  ) {
    // The strong type before the opening bracket that is looked at; brackets resolved earlier
    // stand before it and count.
    var context = sos
    var seen = 0
    for pair in pairs {
      while seen < pair.opening {
        switch types[seen] {
        case .L: context = .L
        case .R, .EN, .AN: context = .R
        default: break
        }
        seen += 1
      }
      let opposite: BidiClass = embedding == .L ? .R : .L
      let holdsEmbedding = embedding == .L ? pair.holdsLeft : pair.holdsRight
      let holdsOpposite = embedding == .L ? pair.holdsRight : pair.holdsLeft
      let resolved: BidiClass
      if holdsEmbedding {
        // UAX #9 N0 b
        resolved = embedding
      } else if holdsOpposite {
        // UAX #9 N0 c
        resolved = context == opposite ? opposite : embedding
      } else {
        continue
      }
      for bracket in [pair.opening, pair.closing] {
        types[bracket] = resolved
        var mark = bracket + 1
        while mark < types.count, original[mark] == .NSM {
          types[mark] = resolved
          mark += 1
        }
      }
    }
  }
}
