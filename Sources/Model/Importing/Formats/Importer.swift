/// Reads the articles of one file format.
protocol Importer: Sendable {
  /// Whether the importer reads a file of this path that starts with the bytes `head`.
  func recognizes(path: String, head: [UInt8]) -> Bool

  /// Hands the articles of `source`, or why there are none, to `body`, one at a time and in order.
  ///
  /// Only what `body` throws is thrown; what goes wrong with the source is a failure for `body`.
  func read(
    _ source: ByteSource, body: (Result<Article, ImportFailure>) throws -> Void
  ) rethrows
}
