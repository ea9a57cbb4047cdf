import GRDB

/// The tokenizer of the full-text index: folded words, with the inner forms of Arabic words that
/// have the article, and of possessives, at the same position; where the index is made with
/// `capitals`, also words as they are capitalized.
///
/// A query is given folded already, but for capitals that are meant, and is only cut into words.
final class FoldingTokenizer: FTS5CustomTokenizer {
  static let name = "folding"

  /// The argument with which an index tells capitals apart.
  static let capitals = "capitals"

  private let tellsCapitals: Bool

  init(db: Database, arguments: [String]) throws {
    tellsCapitals = arguments.contains(Self.capitals)
  }

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization,
    pText: UnsafePointer<CChar>?, nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return ResultCode.SQLITE_OK.rawValue }
    let bytes = UnsafeRawBufferPointer(start: pText, count: Int(nText))
    let text = String(decoding: bytes, as: UTF8.self)
    let isQuery = tokenization.contains(.query)
    var scanner = WordScanner(text.unicodeScalars.makeIterator())
    var word = FoldedWord()
    while scanner.next(into: &word) {
      let bytes = (isQuery && tellsCapitals ? word.cased : nil) ?? word.bytes
      var code = send(bytes[...], flags: 0, context, tokenCallback)
      let others = word.otherSpellings + (tellsCapitals ? word.casedSpellings : [])
      for other in isQuery ? [] : others where code == ResultCode.SQLITE_OK.rawValue {
        code = send(other[...], flags: Self.colocated, context, tokenCallback)
      }
      guard code == ResultCode.SQLITE_OK.rawValue else { return code }
    }
    return ResultCode.SQLITE_OK.rawValue
  }

  /// FTS5_TOKEN_COLOCATED: the token stands where the one before it does.
  private static let colocated: CInt = 1

  private func send(
    _ token: ArraySlice<UInt8>, flags: CInt, _ context: UnsafeMutableRawPointer?,
    _ callback: FTS5TokenCallback
  ) -> CInt {
    token.withUnsafeBytes { bytes in
      // Where the token stands in the text is never asked: snippets are made from the article.
      callback(
        context, flags, bytes.bindMemory(to: CChar.self).baseAddress, CInt(bytes.count), 0, 0)
    }
  }
}
