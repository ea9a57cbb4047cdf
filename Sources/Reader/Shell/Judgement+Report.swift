import Model

extension Judgement {
  /// A few words that say what was decided.
  var report: String {
    switch self {
    case .same(let left, let right): "\(left.text) and \(right.text) are the same"
    case .different(let left, let right): "\(left.text) and \(right.text) are different"
    case .unsure(let left, let right):
      "nobody can tell \(left.text) from \(right.text); not asked again"
    case .rename(let name, let shown): "\(name.text) is shown as \(shown)"
    case .kind(let name, let kind): "\(name.text) is of the kind \(kind.rawValue)"
    case .hide(let name):
      "\(name.text) is no name" + (name.article == nil ? "" : " in this article")
    }
  }
}
