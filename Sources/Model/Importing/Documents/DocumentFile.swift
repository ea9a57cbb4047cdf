import Foundation

/// The bytes of a document in a temporary file that has no name, for programs that read it.
///
/// A program is given the file as its standard input and opens it as ``path``, so that a document
/// from standard input, or out of another, is read like a file, no name is taken for an option or a
/// pattern, and nothing is left behind.
final class DocumentFile {
  /// The path by which a program opens its standard input, and can read it in any order.
  static let path = "/dev/stdin"
  /// The most bytes that are read as one document.
  static let largest = 256 << 20

  /// The open file.
  let descriptor: Int32

  /// Copies what is left of `source`.
  init(_ source: ByteSource) throws(ImportFailure) {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array("\(folder)/reader-XXXXXX".utf8CString)
    descriptor = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw Self.failure(source.path, folder) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    template.withUnsafeBufferPointer { buffer in
      if let name = buffer.baseAddress { _ = unlink(name) }
    }
    var count = 0
    while let piece = try source.next() {
      count += piece.count
      guard count <= Self.largest else {
        throw ImportFailure(
          path: source.path,
          reason: "is larger than \(Self.largest >> 20) MiB, the limit for one document; split it")
      }
      guard Self.write(piece, to: descriptor) else { throw Self.failure(source.path, folder) }
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private static func failure(_ path: String, _ folder: String) -> ImportFailure {
    ImportFailure(
      path: path,
      reason: "was not copied to the folder \(CleanText.displayed(folder)) "
        + "(\(String(cString: strerror(errno)))); make room there, or set `TMPDIR`")
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
