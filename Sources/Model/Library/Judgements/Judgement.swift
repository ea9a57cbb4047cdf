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

  /// Where these words stand, the names are others: none of these, one of them, or several.
  case spans(JudgedName, [String])

  /// The names it is about.
  public var names: [JudgedName] {
    switch self {
    case .same(let left, let right), .different(let left, let right), .unsure(let left, let right):
      [left, right]
    case .rename(let name, _), .kind(let name, _), .hide(let name), .spans(let name, _): [name]
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
      case .spans: "spans"
      }
    let names = names.map { name in
      [name.kind.rawValue, name.key, name.article.map(String.init) ?? ""]
        .joined(separator: "\u{1F}")
    }
    return ([topic] + names.sorted()).joined(separator: "\u{1E}")
  }

  /// Whether it can hold: the names that are to stand in a span are written there, in their order.
  public var isPossible: Bool {
    guard case .spans(let name, let parts) = self else { return true }
    return !parts.isEmpty && JudgedSpans.ranges(of: parts, in: name.text) != nil
  }

  /// The judgement, a new name made harmless for the screen; `nil` where nothing is left of it.
  var cleaned: Judgement? {
    switch self {
    case .rename(let name, let text):
      let shown = CleanText.displayed(text)
      return shown.isEmpty ? nil : .rename(name, to: shown)
    case .same, .different, .unsure, .kind, .hide, .spans: return isPossible ? self : nil
    }
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
