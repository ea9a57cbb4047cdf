import Model

/// How the panel shows an entity: under its name in the reader's script, the other beside it.
struct ShownName {
  /// The columns that are empty before, between and after the parts of a line.
  static let indent = 2
  static let gap = 2

  /// The name in the reader's script, or the best there is.
  let own: String
  /// The name in the other script, where there is one.
  let other: String?
  /// How often the article has it.
  let count: String

  /// Makes what is shown of an entity.
  init(_ name: ArticleEntity, script: Script) {
    own = name.entity.displayName(preferring: script)
    let otherScript: Script = Script(of: own) == .arabic ? .latin : .arabic
    other = name.entity.name(in: otherScript)
    count = String(name.count)
  }

  /// The columns that names may take in a panel of `width`.
  func room(_ width: Int) -> Int { width - Self.indent - Self.gap - count.count - 1 }

  /// Whether both names fit on one line of a panel of `width` columns.
  func fits(_ width: Int) -> Bool {
    let names = [own, other].compactMap { $0 }
    let columns = names.map { TextLayout.singleLine(ScalarText($0), width: .max).width }
    return columns.reduce(0, +) + Self.gap <= room(width)
  }
}
