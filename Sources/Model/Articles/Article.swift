/// An article as it was read: cleaned, cut into paragraphs, its language and date found.
public struct Article: Hashable, Sendable {
  /// Where it was read from.
  public var origin: ArticleOrigin
  /// The whole cleaned text, title and boilerplate included, with a line feed between lines.
  ///
  /// It contains no control character but line feed and tab, no bidirectional control and no
  /// noncharacter.
  public var text: ScalarText
  /// The paragraphs in the order of the text; their ranges are disjoint.
  public var paragraphs: [Paragraph]
  /// The title paragraph's text, or an excerpt of the first paragraph where the file states none.
  public var title: String
  /// The language most of the text is in.
  public var language: Language
  /// The day it is from.
  public var date: ArticleDate?
  /// The site, agency or folder it comes from.
  public var source: String?
  /// Its address on the web.
  public var url: String?
  /// Who wrote it, where the file states that.
  public var author: String?
  /// What a feed calls it, and knows it again by.
  public var identifier: String?
  /// The links in it, in the order of the text.
  public var links: [ArticleLink] = []
  /// Leads from positions in `text` back to the file's decoded text (no byte order mark, carriage
  /// returns and line feeds as they stand).
  public var offsets: OffsetMap
  /// The directional marks and soft hyphens of `text`, which only its layout heeds.
  public var controls: LayoutControls
  /// What was mended in the text when it was read.
  public var repairs: TextRepair

  /// Creates an article from what was read of it.
  public init(
    origin: ArticleOrigin, text: ScalarText, paragraphs: [Paragraph], title: String,
    language: Language, date: ArticleDate? = nil, source: String? = nil, url: String? = nil,
    offsets: OffsetMap = OffsetMap(), controls: LayoutControls = LayoutControls(),
    repairs: TextRepair = []
  ) {
    self.origin = origin
    self.text = text
    self.paragraphs = paragraphs
    self.title = title
    self.language = language
    self.date = date
    self.source = source
    self.url = url
    self.offsets = offsets
    self.controls = controls
    self.repairs = repairs
  }

  /// The range of the title in `text`, where the file states one.
  public var titleRange: TextRange? {
    paragraphs.first { $0.role == .title }?.range
  }
}

/// A link in an article.
public struct ArticleLink: Hashable, Sendable {
  /// Where it leads.
  public var address: String
  /// Where the words that are the link stand in the article's text.
  public var range: TextRange?

  /// Creates a link.
  public init(address: String, range: TextRange? = nil) {
    self.address = address
    self.range = range
  }
}

/// The place an article was read from.
public struct ArticleOrigin: Hashable, Sendable, Codable {
  /// The file's path as it was given or found, or `-` for standard input.
  public var path: String
  /// The line of a JSON lines file, counted from 1; `nil` where the whole file is one article.
  public var line: Int?

  /// Creates the origin of a file, or of a line of one.
  public init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }
}
