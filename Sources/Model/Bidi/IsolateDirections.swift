/// The directions that rules P2, P3 and X5c read off the text: of the paragraph, and of each
/// isolate that takes the direction of its first strong character.
///
/// One pass finds them all: a strong character counts for the innermost isolate that is open where
/// it stands, and for no other.
struct IsolateDirections {
  /// The direction of the paragraph's first strong character.
  private(set) var paragraph: TextDirection?
  /// Where the FSI are whose first strong character is R or AL, in ascending order.
  private(set) var rightToLeftIsolates: Set<Int> = []

  /// Reads the directions off a paragraph.
  init(classes: [BidiClass]) {
    struct Frame {
      var initiator: Int
      var isOpen = true
    }
    var open: [Frame] = []
    for (position, item) in classes.enumerated() {
      switch item {
      case .L, .R, .AL:
        if open.isEmpty {
          if paragraph == nil { paragraph = item == .L ? .leftToRight : .rightToLeft }
        } else if open[open.count - 1].isOpen {
          open[open.count - 1].isOpen = false
          let initiator = open[open.count - 1].initiator
          if item != .L, classes[initiator] == .FSI { rightToLeftIsolates.insert(initiator) }
        }
      case .LRI, .RLI, .FSI:
        open.append(Frame(initiator: position))
      case .PDI:
        _ = open.popLast()
      case .B:
        // UAX #9 P1: the paragraph ends here.
        return
      default:
        break
      }
    }
  }
}
