import Foundation

/// A text file of lines sorted by the bytes of their first column, searched where it lies.
///
/// The file is mapped and never parsed as a whole, so that opening it costs next to nothing and a
/// lookup touches a few pages. Several lines may have one key.
struct SortedTable: Sendable {
  private let data: Data

  /// Maps a file.
  ///
  /// - Throws: What opening the file throws.
  init(contentsOf file: URL) throws {
    data = try Data(contentsOf: file, options: .alwaysMapped)
  }

  /// The further columns of every line whose first is `key`, in the order of the file.
  ///
  /// Complexity: O(log *n*) comparisons.
  func rows(for key: String) -> [[String]] {
    guard !key.isEmpty else { return [] }
    var key = key
    return key.withUTF8 { key in
      data.withUnsafeBytes { bytes in
        var rows: [[String]] = []
        var start = firstLine(notBefore: key, in: bytes)
        while start < bytes.count {
          let end = lineEnd(from: start, in: bytes)
          let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
          guard line.starts(with: key), key.count < line.count, line[key.count] == Self.tab else {
            break
          }
          rows.append(
            line[(key.count + 1)...].split(separator: Self.tab, omittingEmptySubsequences: false)
              .map { String(decoding: $0, as: UTF8.self) })
          start = end + 1
        }
        return rows
      }
    }
  }

  /// Whether some line has the key.
  func contains(_ key: String) -> Bool {
    guard !key.isEmpty else { return false }
    var key = key
    return key.withUTF8 { key in
      data.withUnsafeBytes { bytes in
        let start = firstLine(notBefore: key, in: bytes)
        guard start < bytes.count else { return false }
        return order(of: key, lineAt: start, in: bytes) == 0
      }
    }
  }

  /// Every line's columns, for tests and tools.
  var allRows: [[String]] {
    String(decoding: data, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static let tab = UInt8(ascii: "\t")
  private static let lineFeed = UInt8(ascii: "\n")

  /// The start of the first line whose key is not less than `key`.
  private func firstLine(
    notBefore key: UnsafeBufferPointer<UInt8>, in bytes: UnsafeRawBufferPointer
  ) -> Int {
    (0..<bytes.count).partitioningIndex {
      order(of: key, lineAt: lineStart(before: $0, in: bytes), in: bytes) <= 0
    }
  }

  /// Negative, zero or positive as `key` comes before, is or comes after the key of a line.
  private func order(
    of key: UnsafeBufferPointer<UInt8>, lineAt start: Int, in bytes: UnsafeRawBufferPointer
  ) -> Int {
    for (index, byte) in key.enumerated() {
      let position = start + index
      guard position < bytes.count else { return 1 }
      let other = bytes[position]
      if other == Self.tab || other == Self.lineFeed { return 1 }
      if byte != other { return byte < other ? -1 : 1 }
    }
    let end = start + key.count
    guard end < bytes.count else { return 0 }
    return bytes[end] == Self.tab || bytes[end] == Self.lineFeed ? 0 : -1
  }

  private func lineStart(before position: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    var start = position
    while start > 0, bytes[start - 1] != Self.lineFeed { start -= 1 }
    return start
  }

  private func lineEnd(from position: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    var end = position
    while end < bytes.count, bytes[end] != Self.lineFeed { end += 1 }
    return end
  }
}
