/// What a scalar does in a line of cells: an entry of the generated ``CellTable``.
struct CellProperty {
  /// What becomes of the scalar.
  enum Kind: UInt8, TableValue {
    /// It starts a cell.
    case base
    /// It is drawn over the cell before it.
    case mark
    /// A vowel sign or mark of recitation, which may be hidden.
    case tashkeel
    /// It is not drawn.
    case dropped
    /// White space at which a line may end.
    case space
    /// White space that keeps its neighbours on one line.
    case fixedSpace
    /// It moves to the next tab stop.
    case tab
    /// The line ends after it.
    case lineEnd
    /// Unassigned or for private use: nobody knows how to draw it.
    case unknown
    /// Half of a flag.
    case regionalIndicator
    /// It may be part of an emoji sequence.
    case pictograph
    /// A skin tone.
    case modifier
    /// ZERO WIDTH JOINER, which joins letters and emoji.
    case joiner
    /// A ligature of several Arabic letters in one scalar.
    case ligature
    /// Its canonical composition is another scalar.
    case canonical

    static var greatest: Kind { .canonical }
  }

  /// How a letter joins its neighbours (ArabicShaping.txt).
  enum Joining: UInt8, TableValue {
    case none, right, dual, left, causing, transparent

    static var greatest: Joining { .transparent }

    /// Whether a letter on its right joins it.
    @inline(__always)
    var joinsRight: Bool { self == .right || self == .dual || self == .causing }
    /// Whether a letter on its left joins it.
    @inline(__always)
    var joinsLeft: Bool { self == .left || self == .dual || self == .causing }
  }

  private let word: UInt16

  @inline(__always)
  private init(_ word: UInt16) { self.word = word }

  /// What becomes of the scalar.
  @inline(__always)
  var kind: Kind { Kind(number: UInt8(truncatingIfNeeded: word & 0xF)) }
  /// How it joins.
  @inline(__always)
  var joining: Joining { Joining(number: UInt8(truncatingIfNeeded: word >> 4 & 7)) }
  /// Whether it starts a cell and joins others.
  @inline(__always)
  var isJoiningLetter: Bool {
    word & 0xF == 0 && joining != .none && joining != .transparent
  }
  /// How many columns it takes.
  @inline(__always)
  var width: UInt8 { word & 0x80 == 0 ? 1 : 2 }
  /// Whether it may compose with the scalar before it (NFC_QC=Maybe).
  @inline(__always)
  var composes: Bool { word & 0x100 != 0 }

  /// The properties of every scalar.
  struct Table {
    private let trie = CellTable.trie
    private let words = CellTable.properties

    @inline(__always)
    subscript(_ scalar: Unicode.Scalar) -> CellProperty {
      CellProperty(words[Int(trie[scalar])])
    }
  }
}
