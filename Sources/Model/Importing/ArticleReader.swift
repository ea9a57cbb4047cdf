import Foundation

/// Reads articles from files and folders, whatever their format.
public struct ArticleReader: Sendable {
  /// The importers in the order they are tried; the last one accepts any text.
  private let importers: [any Importer]
  /// The user's own converters, which are asked first.
  private let converters: [UserConverter]
  private let download: Download?

  /// Gets what stands at an address of the web, with the address that answered.
  public typealias Download =
    @Sendable (String) throws(ImportFailure) -> (address: String, content: Data)

  /// Creates a reader of all supported formats.
  ///
  /// - Parameters:
  ///   - knowsWord: Whether a word is known, by which damaged Arabic in documents is repaired.
  ///   - converters: The user's own converters; the first that matches a file is used.
  ///   - download: Gets what stands at an address; without it, addresses are paths of no file.
  public init(
    knowsWord: (@Sendable (String) -> Bool)? = nil, converters: [UserConverter] = [],
    download: Download? = nil
  ) {
    self.converters = converters
    self.download = download
    importers = [
      PDFImporter(isWord: knowsWord), EPUBImporter(), OfficeImporter(),
      MHTMLImporter { html, address in
        PageArticle(html: html, address: address)?.content ?? StructuredText()
      },
      MailImporter(), FeedImporter(), PageImporter(), MarkdownImporter(), JSONLinesImporter(),
      PlainTextImporter(),
    ]
  }

  /// Whether a path is an address of the web.
  public static func isAddress(_ path: String) -> Bool { PageAddress.isAbsolute(path) }

  /// All files under `paths`, in the order of the paths and, in a folder, of the names.
  ///
  /// Folders are walked through with all below them; hidden files and folders are left out. A file
  /// that two paths lead to is there twice. `-` stands for standard input, and an address of the web is
  /// taken as it is. A link that is named is followed, one in a folder where that is wished for: it may
  /// lead anywhere.
  public func files(
    under paths: [String], followingLinks: Bool = false
  ) -> (files: [SourceFile], failures: [ImportFailure]) {
    var walk = FileWalk(followsLinks: followingLinks)
    for path in paths {
      walk.add(path)
    }
    return (walk.files, walk.failures)
  }

  /// Hands each article of a file, or why there is none, to `body`.
  ///
  /// A JSON lines file gives many and is read a piece at a time.
  public func read(
    _ file: SourceFile, body: (Result<Article, ImportFailure>) throws -> Void
  ) rethrows {
    try read(file, counting: { result, _ in try body(result) })
  }

  /// Hands each article of a file, or why there is none, to `body`, with how many bytes of the file
  /// were read so far.
  func read(
    _ file: SourceFile,
    counting body: (Result<Article, ImportFailure>, _ bytesRead: Int) throws -> Void
  ) rethrows {
    let source: ByteSource
    do {
      if file.path == "-" {
        source = ByteSource(descriptor: STDIN_FILENO, path: "-", modified: nil)
      } else if let download, PageAddress.isAbsolute(file.path) {
        let answer = try download(file.path)
        source = ByteSource(data: answer.content, path: answer.address, modified: nil)
      } else {
        source = try ByteSource(opening: file)
      }
    } catch {
      return try body(.failure(error), 0)
    }
    try read(source) { try body($0, source.bytesRead) }
  }

  /// Hands each article of `data`, or why there is none, to `body`; `path` (`-` for standard
  /// input) becomes their origin.
  public func read(
    data: Data, path: String, modified: Date?,
    body: (Result<Article, ImportFailure>) throws -> Void
  ) rethrows {
    try read(ByteSource(data: data, path: path, modified: modified), body: body)
  }

  private func read(
    _ source: ByteSource, body: (Result<Article, ImportFailure>) throws -> Void
  ) rethrows {
    var source = source
    let head: [UInt8]
    do {
      if let converter = converters.first(where: { $0.matches(source.path) }) {
        source = try converter.converted(source)
      }
      head = try source.head()
    } catch {
      return try body(.failure(error))
    }
    if head.isEmpty {
      return try body(
        .failure(ImportFailure(path: source.path, reason: "is empty; there is nothing to read")))
    }
    let importer = importers.first { $0.recognizes(path: source.path, head: head) }
    let isText = importer is PlainTextImporter || importer is JSONLinesImporter
    if isText || importer == nil, let format = UnreadFormat(path: source.path, head: head) {
      return try body(.failure(ImportFailure(path: source.path, reason: format.reason)))
    }
    try importer?.read(source, body: body)
  }
}

/// Reads the articles of one file format.
protocol Importer: Sendable {
  /// Whether the importer reads a file of this path that starts with the bytes `head`.
  func recognizes(path: String, head: [UInt8]) -> Bool

  /// Hands the articles of `source`, or why there are none, to `body`, one at a time and in order.
  ///
  /// Only errors of `body` are thrown; errors of the source are failures passed to `body`.
  func read(
    _ source: ByteSource, body: (Result<Article, ImportFailure>) throws -> Void
  ) rethrows
}
