/// The bidirectional character types (UAX #9, table 4), numbered as the generated table does.
enum BidiClass: UInt8, TableValue {
  // Strong.
  case L, R, AL
  // Weak.
  case EN, ES, ET, AN, CS, NSM, BN
  // Neutral.
  case B, S, WS, ON
  // Explicit formatting.
  case LRE, LRO, RLE, RLO, PDF, LRI, RLI, FSI, PDI

  static var greatest: BidiClass { .PDI }
}

extension BidiClass {
  /// The class of a scalar.
  init(_ scalar: Unicode.Scalar) {
    self = BidiClass(tableEntry: BidiTable.trie[scalar])
  }

  /// The class in an entry of ``BidiTable``.
  @inline(__always)
  init(tableEntry: UInt8) {
    self.init(number: tableEntry & 0x1F)
  }

  /// Whether the scalar of a table entry is a bracket or has a mirror image.
  @inline(__always)
  static func isPaired(tableEntry: UInt8) -> Bool { tableEntry & 0x20 != 0 }

  /// Whether the class opens an isolate.
  var isIsolateInitiator: Bool { self == .LRI || self == .RLI || self == .FSI }

  /// Whether X9 takes characters of the class out of the text.
  var isRemoved: Bool {
    switch self {
    case .LRE, .LRO, .RLE, .RLO, .PDF, .BN: true
    default: false
    }
  }

  /// Whether N1 and N2 treat the class as neutral or isolate formatting (NI).
  @inline(__always)
  var isNeutralOrIsolate: Bool {
    switch self {
    case .B, .S, .WS, .ON, .LRI, .RLI, .FSI, .PDI: true
    default: false
    }
  }
}

/// A set of bidirectional character types.
struct BidiClassSet {
  private var bits: UInt32 = 0

  /// Classes that bring levels other than 0 about in a left-to-right paragraph.
  static let rightToLeft = BidiClassSet([.R, .AL, .AN, .RLE, .RLO, .RLI, .LRE, .LRO, .LRI, .FSI])
  /// Classes that bring levels other than 1 about in a right-to-left paragraph.
  static let leftToRight = BidiClassSet([
    .L, .EN, .AN, .RLE, .RLO, .RLI, .LRE, .LRO, .LRI, .FSI,
  ])
  /// Classes that the rules X1 to X10 act on.
  static let explicit = BidiClassSet([
    .BN, .B, .LRE, .LRO, .RLE, .RLO, .PDF, .LRI, .RLI, .FSI, .PDI,
  ])
  /// Classes that begin and end isolates.
  static let isolates = BidiClassSet([.LRI, .RLI, .FSI, .PDI])

  /// Makes a set of the given classes.
  init(_ classes: [BidiClass]) {
    for item in classes { insert(item) }
  }

  /// Adds a class.
  @inline(__always)
  mutating func insert(_ item: BidiClass) { bits |= 1 << UInt32(item.rawValue) }

  /// Whether some class is in both sets.
  func intersects(_ other: BidiClassSet) -> Bool { bits & other.bits != 0 }
}
