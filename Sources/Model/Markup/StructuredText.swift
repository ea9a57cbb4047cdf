/// An article as a format with a structure of its own gives it: a page, a feed's item, a document.
///
/// Strings are as the format decodes them: entities resolved, white space inside a block collapsed, and
/// not yet cleaned of what must not reach a terminal; that is done once, when the article is composed.
public struct StructuredText: Hashable, Sendable {
  /// What the format states beside the text.
  public var title: String?
  /// Who wrote it, where that is stated.
  public var author: String?
  /// The instant it was published, in seconds since 1 January 1970 UTC.
  public var published: Int64?
  /// The site, agency or publication.
  public var source: String?
  /// A language tag of BCP 47, where one is stated.
  public var language: String?
  /// Its address on the web.
  public var url: String?
  /// What the format calls it, and knows it again by: the GUID of a feed's item.
  public var identifier: String?
  /// The text in reading order.
  public var blocks: [TextBlock] = []
}

/// A stretch of text that stands by itself.
public struct TextBlock: Hashable, Sendable {
  /// What a block is in its text.
  public enum Kind: Hashable, Sendable {
    case paragraph
    /// A heading, with its level from 1.
    case heading(Int)
    /// A point of a list, with how deep it lies from 1, and its number in a numbered list.
    case item(depth: Int, number: Int?)
    case quote
    /// A row of a table, its cells parted by tabs.
    case row
    case caption
    /// Text whose line breaks and spaces count.
    case preformatted
  }

  /// What it is.
  public var kind: Kind
  /// Its text; line feeds stand for line breaks inside the block.
  public var text: String
  /// Links, in order.
  public var links: [TextLink] = []
}

/// A link in a block.
public struct TextLink: Hashable, Sendable {
  /// Positions of scalars in the block's text.
  public var range: Range<Int>
  /// Where it leads, resolved against the page's base address.
  public var address: String
}
