/// What a reader decided about names.
public enum Judgement: Hashable, Sendable {
  /// Both names are the same entity.
  case same(JudgedName, JudgedName)
  /// The names are different entities, also where others would join them.
  case different(JudgedName, JudgedName)
  /// Nobody can tell; it is not asked again.
  case unsure(JudgedName, JudgedName)
  /// The entity is shown by another name.
  case rename(JudgedName, to: String)
  /// The entity is of another kind.
  case kind(JudgedName, EntityKind)
  /// It is no name: it is not shown, everywhere or in the one article of the judged name.
  case hide(JudgedName)

  /// The names it is about.
  public var names: [JudgedName] {
    switch self {
    case .same(let left, let right), .different(let left, let right), .unsure(let left, let right):
      [left, right]
    case .rename(let name, _), .kind(let name, _), .hide(let name): [name]
    }
  }

  /// What it decides about what, whichever name of a pair comes first.
  ///
  /// Judgements of one subject exclude each other, and the later one holds.
  var subject: String {
    let topic =
      switch self {
      case .same, .different, .unsure: "pair"
      case .rename: "rename"
      case .kind: "kind"
      case .hide: "hide"
      }
    let names = names.map { name in
      [name.kind.rawValue, name.key, name.article.map(String.init) ?? ""]
        .joined(separator: "\u{1F}")
    }
    return ([topic] + names.sorted()).joined(separator: "\u{1E}")
  }

  /// The judgement, a new name made harmless for the screen; `nil` where nothing is left of it.
  var cleaned: Judgement? {
    guard case .rename(let name, let text) = self else { return self }
    let shown = CleanText.displayed(text)
    return shown.isEmpty ? nil : .rename(name, to: shown)
  }
}

/// A change of the reader's judgements: what is taken back, and what is decided.
///
/// Carrying one out gives the change that undoes it.
public struct JudgementChange: Hashable, Sendable {
  /// The judgements that are taken back.
  public var removing: [Judgement]
  /// The judgements that are made, after that.
  public var adding: [Judgement]

  /// Makes a change.
  public init(removing: [Judgement] = [], adding: [Judgement] = []) {
    self.removing = removing
    self.adding = adding
  }
}
