/// The article inside a web page.
public struct PageArticle {
  /// The article: what the page states about it and its text, without menus, teasers and comments.
  public let content: StructuredText

  /// Finds the article of a page in its bytes, whose encoding is found as that of any file.
  ///
  /// - Parameters:
  ///   - bytes: The page as the server or file has it.
  ///   - address: Where it was found, to resolve its links.
  /// - Returns: `nil` where the bytes are no text or hold no element.
  public init?(bytes: [UInt8], address: String? = nil) {
    if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil {
      self.init(utf8: bytes, address: address)
      return
    }
    guard let text = try? DecodedText(bytes) else { return nil }
    self.init(html: String(String.UnicodeScalarView(text.scalars)), address: address)
  }

  /// Finds the article of a page that is decoded already.
  public init?(html: String, address: String? = nil) {
    self.init(utf8: Array(html.utf8), address: address)
  }

  private init?(utf8: [UInt8], address: String?) {
    guard let root = MarkupDocument(html: utf8)?.root else { return nil }
    let metadata = PageMetadata(root: root, address: address)
    let blocks = PageBody.blocks(in: PageOutline(root: root), stating: metadata)
    content = StructuredText(
      title: metadata.title, author: metadata.author, published: metadata.published,
      source: metadata.source, language: metadata.language, url: metadata.url, blocks: blocks)
  }
}
