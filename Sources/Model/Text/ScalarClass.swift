/// What a scalar is to the tokenizer.
enum ScalarClass: UInt8, Sendable {
  case space, upper, lower, caseless, arabic, mark, digit, apostrophe, hyphen, stop, other

  /// Whether words of the Latin script and its like are made of it.
  var isLetter: Bool { self == .upper || self == .lower || self == .caseless }

  /// Whether any word is made of it.
  var isWordPart: Bool { isLetter || self == .arabic || self == .digit }

  /// The class of a scalar.
  init(_ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    self = value < Self.table.count ? Self.table[value] : Self(outsideTable: scalar)
  }

  private static let table: [ScalarClass] = (0..<0x700).map { value in
    Unicode.Scalar(UInt32(value)).map(ScalarClass.init(outsideTable:)) ?? .other
  }

  private init(outsideTable scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x27, 0x2019, 0x2BC, 0x2018, 0x60:
      self = .apostrophe
    case 0x2D, 0x2010, 0x2011:
      self = .hyphen
    case 0x2E:
      self = .stop
    case 0x640, 0x200C, 0x200D:
      self = .mark
    case 0x200B, 0x2060, 0xFEFF:
      self = .space
    default:
      let properties = scalar.properties
      if properties.isWhitespace {
        self = .space
        return
      }
      switch properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: self = .upper
      case .lowercaseLetter: self = .lower
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
      case .decimalNumber: self = .digit
      case .otherLetter, .modifierLetter:
        self = Script(of: String(scalar)) == .arabic ? .arabic : .caseless
      default: self = .other
      }
    }
  }
}
