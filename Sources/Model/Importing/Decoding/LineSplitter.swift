/// Cuts a source into lines without having it all in memory.
struct LineSplitter {
  /// A line of the source.
  struct Line {
    /// Counted from 1.
    var number: Int
    /// Its bytes without the line end; `nil` where they are too many.
    var bytes: ArraySlice<UInt8>?

    /// Whether it holds nothing but white space.
    var isBlank: Bool {
      bytes?.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } ?? false
    }
  }

  /// The most bytes that a line may have.
  static let longestLine = 16 << 20

  private let source: ByteSource
  private var piece: ArraySlice<UInt8> = []
  private var number = 0

  init(_ source: ByteSource) {
    self.source = source
  }

  /// The next line, or `nil` at the end.
  mutating func next() throws(ImportFailure) -> Line? {
    var line: ArraySlice<UInt8> = []
    var isTooLong = false
    var hasBytes = false
    while true {
      if piece.isEmpty {
        guard let more = try source.next() else { break }
        piece = more[...]
      }
      hasBytes = true
      let end = piece.firstIndex(of: UInt8(ascii: "\n"))
      let part = piece[..<(end ?? piece.endIndex)]
      if !isTooLong {
        // Most lines lie within one piece and need no copy.
        if line.isEmpty { line = part } else { line += part }
        if line.count > Self.longestLine {
          isTooLong = true
          line = []
        }
      }
      guard let end else {
        piece = []
        continue
      }
      piece = piece[(end + 1)...]
      break
    }
    guard hasBytes else { return nil }
    number += 1
    if number == 1, line.starts(with: TextEncoding.utf8.byteOrderMark) { line = line.dropFirst(3) }
    return Line(number: number, bytes: isTooLong ? nil : line)
  }
}
