import Foundation

/// An extracted article in the form in which it is stored.
///
/// It is made beside the import's other work, so that the one writer has little to do.
struct PackedArticle: Sendable {
  /// The article without its text.
  let header: Article
  /// The whole text.
  let text: String
  /// Paragraphs and offsets.
  let layout: Data
  /// What of it is indexed.
  let fields: IndexedFields
  /// The mentions, each with its local entity.
  let mentions: Data
  /// The local entities.
  let locals: Data
  /// The links; `nil` where there are none.
  let links: Data?
  /// Whether the names were read quickly only.
  let isHasty: Bool
  /// A number that tells most texts apart.
  let digest: Int64

  /// Packs an article.
  init(_ extracted: ExtractedArticle, isHasty: Bool = false) {
    self.isHasty = isHasty
    let article = extracted.article
    text = article.text.string
    layout = Data(ArticleStructure(article).packed())
    digest = Self.digest(text, layout)
    fields = IndexedFields(article.text, article.paragraphs)
    mentions = Data(extracted.packedMentions())
    locals = Data(extracted.packedLocals())
    links = ArticleLink.packed(article.links).map { Data($0) }
    var header = article
    header.text = ScalarText("")
    self.header = header
  }

  /// The digest that an article is stored with.
  static func digest(of article: Article) -> Int64 {
    digest(article.text.string, Data(ArticleStructure(article).packed()))
  }

  private static func digest(_ text: String, _ layout: Data) -> Int64 {
    var digest = StableHash()
    digest.feed(bytes: text.utf8)
    digest.feed(bytes: layout)
    return Int64(bitPattern: digest.value)
  }
}

/// What the full-text index is given of an article; boilerplate is not searched.
struct IndexedFields: Hashable, Sendable {
  /// The title, where the file states one.
  var title: String
  /// The paragraphs below it.
  var body: String

  /// Takes them from an article's text.
  init(_ text: ScalarText, _ paragraphs: [Paragraph]) {
    title = Self.gather(.title, text, paragraphs)
    body = Self.gather(.body, text, paragraphs)
  }

  private static func gather(
    _ role: Paragraph.Role, _ text: ScalarText, _ paragraphs: [Paragraph]
  ) -> String {
    var gathered = ""
    for paragraph in paragraphs where paragraph.role == role {
      if !gathered.isEmpty { gathered.append("\n") }
      gathered += text[paragraph.range]
    }
    return gathered
  }
}
