/// The names of keys, as the command table, the help screen and the configuration write them:
/// `j`, `G`, `Space`, `Ctrl-O`, `Alt-Left`, `Shift-Tab`, `PgDn`, `F1`.
extension Key {
  private static let codes: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Backspace", .backspace),
    ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("Space", .scalar(" ")),
  ]

  /// The names of the keys that type nothing, and of the space bar.
  static var names: [String] { codes.map(\.name) + (1...24).map { "F\($0)" } }

  private static let prefixes: [(name: String, modifier: Modifiers)] = [
    ("Ctrl-", .control), ("Alt-", .alt), ("Shift-", .shift),
  ]

  /// The keys that a terminal cannot tell from a control character.
  private static let synonyms: [Key: Key] = [
    .control("I"): .tab, .control("M"): .enter, .control("J"): .enter, .control("["): .escape,
    .control("H"): .backspace,
  ]

  /// Its name.
  var name: String {
    let prefix = Self.prefixes.filter { modifiers.contains($0.modifier) }.map(\.name).joined()
    if let named = Self.codes.first(where: { $0.code == code }) { return prefix + named.name }
    switch code {
    case .scalar(let scalar): return prefix + String(scalar)
    case .function(let number): return prefix + "F\(number)"
    default: return prefix
    }
  }

  /// The key with a name, if there is one.
  ///
  /// A name that a terminal cannot tell from another gives that other key: `Ctrl-I` is `Tab`.
  init?(name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    // A prefix alone is no key, but `Ctrl--` is one.
    while let prefix = Self.prefixes.first(where: {
      rest.hasPrefix($0.name) && rest.count > $0.name.count
    }) {
      rest = rest.dropFirst(prefix.name.count)
      modifiers.insert(prefix.modifier)
    }
    var scalars = rest.unicodeScalars.makeIterator()
    if let named = Self.codes.first(where: { $0.name == rest }) {
      self.init(named.code, modifiers)
    } else if let scalar = scalars.next(), scalars.next() == nil {
      self = modifiers.contains(.control) ? .control(scalar) : .character(scalar)
      self.modifiers.formUnion(modifiers)
    } else if rest.first == "F", let number = Int(rest.dropFirst()), (1...24).contains(number) {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
    self = Self.synonyms[self] ?? self
  }
}
