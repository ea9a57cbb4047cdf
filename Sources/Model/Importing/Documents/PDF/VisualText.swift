/// Text from left to right as it is drawn, brought into the order in which it is read.
///
/// The inverse of UAX #9 for what pages hold: a line in one direction with words and numbers of the
/// other in it.
struct VisualText {
  /// How a document draws Arabic.
  struct Manner: Hashable {
    /// Whether brackets are stored as they are drawn instead of as they are meant.
    var mirrorsBrackets = false
    /// Whether the letters of a word are stored in the order in which they are read.
    var keepsWords = false
  }

  private enum Direction {
    case rightToLeft
    case leftToRight
    case digit
    case neutral
  }

  /// A letter with the marks on it.
  private struct Cluster {
    var scalars: ArraySlice<Unicode.Scalar>
    var direction: Direction
  }

  /// The text in the order of reading.
  private(set) var scalars: [Unicode.Scalar] = []

  private let manner: Manner

  /// Reorders `visual`, in a line that is read from right to left or not.
  init(_ visual: [Unicode.Scalar], isRightToLeft: Bool, manner: Manner) {
    self.manner = manner
    let clusters = Self.clusters(of: visual)
    if isRightToLeft {
      appendRightToLeft(clusters[...])
    } else {
      appendLeftToRight(clusters)
    }
  }

  /// Whether Arabic letters are at least as many as Latin ones; `nil` where there are none of both.
  static func isRightToLeft(_ scalars: some Sequence<Unicode.Scalar>) -> Bool? {
    var balance = 0
    var isNeutral = true
    for scalar in scalars {
      switch direction(scalar) {
      case .rightToLeft: balance += 1
      case .leftToRight: balance -= 1
      case .digit, .neutral: continue
      }
      isNeutral = false
    }
    return isNeutral ? nil : balance >= 0
  }

  /// Whether a scalar is an Arabic mark, drawn above or below a letter.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8: true
    default: false
    }
  }

  /// Whether a scalar is an Arabic letter, in whatever form.
  static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x620...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FF,
      0x750...0x77F, 0x8A0...0x8C9, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      !isOrnateParenthesis(scalar)
    default: false
    }
  }

  private static func isOrnateParenthesis(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FD3E}" || scalar == "\u{FD3F}"
  }

  private static func direction(_ scalar: Unicode.Scalar) -> Direction {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: .leftToRight
    case 0..<0xAA: (0x30...0x39).contains(scalar.value) ? .digit : .neutral
    case 0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF: .leftToRight
    case 0x660...0x669, 0x6F0...0x6F9: .digit
    default:
      isArabic(scalar)
        ? .rightToLeft
        : scalar.properties.isAlphabetic && !isMark(scalar) ? .leftToRight : .neutral
    }
  }

  private static func clusters(of visual: [Unicode.Scalar]) -> [Cluster] {
    var clusters: [Cluster] = []
    var index = 0
    while index < visual.count {
      var end = index + 1
      while end < visual.count, isMark(visual[end]) { end += 1 }
      clusters.append(Cluster(scalars: visual[index..<end], direction: direction(visual[index])))
      index = end
    }
    return clusters
  }

  private mutating func appendLeftToRight(_ clusters: [Cluster]) {
    var index = 0
    while index < clusters.count {
      guard clusters[index].direction == .rightToLeft else {
        scalars += clusters[index].scalars
        index += 1
        continue
      }
      // The stretch goes on to the last Arabic letter before a Latin one.
      var end = index + 1
      var next = end
      while next < clusters.count, clusters[next].direction != .leftToRight {
        next += 1
        if clusters[next - 1].direction == .rightToLeft { end = next }
      }
      appendRightToLeft(clusters[index..<end])
      index = end
    }
  }

  private mutating func appendRightToLeft(_ clusters: ArraySlice<Cluster>) {
    var stretches: [Range<Int>] = []
    var index = clusters.startIndex
    while index < clusters.endIndex {
      let end = end(ofStretchAt: index, clusters)
      stretches.append(index..<end)
      index = end
    }
    for stretch in stretches.reversed() {
      let mirrors =
        manner.mirrorsBrackets && stretch.count == 1
        && clusters[stretch.lowerBound].direction == .neutral
      for cluster in clusters[stretch] {
        if mirrors, let first = cluster.scalars.first, let other = Self.mirrored[first] {
          scalars.append(other)
        } else {
          scalars += cluster.scalars
        }
      }
    }
  }

  /// The end of the clusters that keep their order: a number, Latin words and the numbers after
  /// them, or one letter.
  private func end(ofStretchAt start: Int, _ clusters: ArraySlice<Cluster>) -> Int {
    var end = start + 1
    switch clusters[start].direction {
    case .neutral: return end
    case .rightToLeft:
      guard manner.keepsWords else { return end }
      while end < clusters.endIndex, clusters[end].direction == .rightToLeft { end += 1 }
    case .leftToRight:
      var next = end
      while next < clusters.endIndex, clusters[next].direction != .rightToLeft {
        next += 1
        if clusters[next - 1].direction != .neutral { end = next }
      }
    case .digit:
      // UAX #9 W4: a single separator between two numbers belongs to them.
      while end < clusters.endIndex {
        if clusters[end].direction == .digit {
          end += 1
        } else if end + 1 < clusters.endIndex, clusters[end + 1].direction == .digit,
          let separator = clusters[end].scalars.first, Self.separators.contains(separator)
        {
          end += 2
        } else {
          break
        }
      }
    }
    return end
  }

  // UAX #9 class CS, and the separators of Arabic numbers.
  private static let separators: Set<Unicode.Scalar> = [",", ".", ":", "/", "\u{66B}", "\u{66C}"]

  /// The other bracket of each pair.
  static let mirrored: [Unicode.Scalar: Unicode.Scalar] = {
    var pairs: [Unicode.Scalar: Unicode.Scalar] = [:]
    let brackets: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("«", "»"), ("‹", "›"),
      ("\u{FD3F}", "\u{FD3E}"),
    ]
    for (open, close) in brackets {
      pairs[open] = close
      pairs[close] = open
    }
    return pairs
  }()
}
