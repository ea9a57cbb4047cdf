import Model

/// A stretch of an article's text with where it is from, as it is copied.
struct Quotation {
  /// The article.
  let article: Article
  /// The stretch.
  let range: TextRange

  /// The sentence around a position of a mention.
  init(ofSentenceAround mention: TextRange, in article: Article) {
    (self.article, range) = (article, article.sentence(around: mention))
  }

  /// Some paragraphs from the one that has a position; `nil` where none has it.
  init?(from position: Int, paragraphs count: Int, in article: Article) {
    let paragraphs = article.paragraphs.drop { !$0.range.contains(position) }
    guard let first = paragraphs.first else { return nil }
    let last = paragraphs.prefix(max(1, count)).last ?? first
    self.article = article
    range = TextRange(first.range.lowerBound, last.range.upperBound)
  }

  /// The text in quotation marks of its language; under it title, author, source, date and address, or the
  /// file where no address is known.
  var text: String {
    let marks = article.language == .arabic ? ("\u{AB}", "\u{BB}") : ("\u{201C}", "\u{201D}")
    let origin = [
      article.title, article.author, article.source,
      article.date.flatMap(ArticleCaption.statedDay),
      article.url ?? ArticleCaption.fileName(article.origin),
    ]
    let caption = origin.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " \u{B7} ")
    return "\(marks.0)\(article.text[range])\(marks.1)\n\u{2014} \(caption)\n"
  }
}
