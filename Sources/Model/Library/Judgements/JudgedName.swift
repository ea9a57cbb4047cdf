/// A name that a judgement is about.
///
/// Judgements speak of names, since names outlive every extraction; the numbers of entities do not.
public struct JudgedName: Hashable, Sendable {
  /// What the name names.
  public var kind: EntityKind
  /// The name as it was shown.
  public var text: String
  /// The digest of the one article in which it is meant; everywhere where absent.
  ///
  /// A surname by itself means someone else in every article, so it is judged article by article.
  public var article: Int64?

  /// Makes a judged name.
  public init(kind: EntityKind, text: String, article: Int64? = nil) {
    self.kind = kind
    self.text = text
    self.article = article
  }

  /// The folded form: names of one folded form are judged together.
  var key: String {
    let key = NameKey.key(of: text)
    return key.isEmpty ? text : key
  }
}
