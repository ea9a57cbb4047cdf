/// A key that was pressed.
struct Key: Hashable, Sendable {
  /// Which key, modifiers apart.
  enum Code: Hashable, Sendable {
    /// A key that types something; a letter's case is part of it.
    case scalar(Unicode.Scalar)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right
    case home, end, pageUp, pageDown
    /// F1 and so on.
    case function(Int)
  }

  /// Keys held down with it.
  struct Modifiers: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
  }

  var code: Code
  var modifiers: Modifiers

  init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A key that types `scalar`.
  static func character(_ scalar: Unicode.Scalar) -> Key { Key(.scalar(scalar)) }

  /// A key pressed with Ctrl; letters are the same in either case.
  static func control(_ scalar: Unicode.Scalar) -> Key {
    Key(.scalar(scalar.uppercasedASCII), .control)
  }

  /// A key pressed with Alt.
  static func alt(_ scalar: Unicode.Scalar) -> Key { Key(.scalar(scalar), .alt) }

  static let enter = Key(.enter)
  static let escape = Key(.escape)
  static let tab = Key(.tab)
  static let backTab = Key(.tab, .shift)
  static let backspace = Key(.backspace)

  /// What the key types into a line of text, if it does.
  var typed: Unicode.Scalar? {
    guard case .scalar(let scalar) = code, modifiers.isEmpty else { return nil }
    return scalar
  }
}

extension Unicode.Scalar {
  /// The scalar, small ASCII letters made capital.
  fileprivate var uppercasedASCII: Unicode.Scalar {
    ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value) - 32) : self
  }
}
