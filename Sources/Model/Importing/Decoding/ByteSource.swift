import Foundation

/// The bytes of a file or of standard input, read in pieces so that a file of any size needs little
/// memory.
final class ByteSource {
  /// How many bytes are examined to identify the type of a file.
  static let headLength = 4096
  private static let pieceLength = 1 << 18

  let path: String
  let modified: Date?
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  /// Bytes that were read but not handed out yet.
  private var pending: [UInt8]
  private var isAtEnd: Bool
  /// How many bytes were read.
  private(set) var bytesRead = 0

  /// Creates a source of bytes that are in memory.
  init(data: Data, path: String, modified: Date?) {
    self.path = path
    self.modified = modified
    descriptor = -1
    ownsDescriptor = false
    pending = [UInt8](data)
    isAtEnd = true
  }

  /// Creates a source that reads a descriptor which the caller opened and closes.
  init(descriptor: Int32, path: String, modified: Date?) {
    self.path = path
    self.modified = modified
    self.descriptor = descriptor
    ownsDescriptor = false
    pending = []
    isAtEnd = false
  }

  /// Opens a file.
  ///
  /// The open never waits, not even for the other end of a pipe, and only ordinary files are read.
  init(opening file: SourceFile) throws(ImportFailure) {
    path = file.path
    descriptor = open(FileName.bytes(file.path), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    ownsDescriptor = true
    pending = []
    isAtEnd = false
    guard descriptor >= 0 else {
      modified = nil
      throw ImportFailure(path: file.path, reason: SystemError.reason(errno))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      modified = nil
      throw ImportFailure(path: file.path, reason: SystemError.reason(errno))
    }
    if let reason = FileType(status).refusal {
      modified = nil
      throw ImportFailure(path: file.path, reason: reason)
    }
    modified = status.lastModified
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { close(descriptor) }
  }

  /// The first bytes, without consuming them.
  func head() throws(ImportFailure) -> [UInt8] {
    while pending.count < Self.headLength, !isAtEnd {
      pending += try readPiece()
    }
    return Array(pending.prefix(Self.headLength))
  }

  /// The next bytes, or `nil` at the end.
  func next() throws(ImportFailure) -> [UInt8]? {
    if !pending.isEmpty {
      defer { pending = [] }
      return pending
    }
    guard !isAtEnd else { return nil }
    let piece = try readPiece()
    return piece.isEmpty ? nil : piece
  }

  /// All remaining bytes; fails if they are more than `limit`.
  func all(limit: Int) throws(ImportFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try next() {
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if bytes.count > limit {
        throw ImportFailure(
          path: path,
          reason: "is larger than \(limit >> 20) MiB, the limit for one article; "
            + "split it, for example with `split -C \(limit >> 20)M`")
      }
    }
    return bytes
  }

  /// The remaining bytes as text; fails if they are more than `limit`, or no text.
  func text(limit: Int) throws(ImportFailure) -> DecodedText {
    let bytes = try all(limit: limit)
    do {
      return try DecodedText(bytes)
    } catch {
      throw ImportFailure(path: path, reason: error.reason)
    }
  }

  private func readPiece() throws(ImportFailure) -> [UInt8] {
    while true {
      var count = 0
      var code: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceLength) { buffer, initialized in
        count = read(descriptor, buffer.baseAddress, buffer.count)
        code = errno
        initialized = max(0, count)
      }
      if count < 0 {
        if code == EINTR { continue }
        throw ImportFailure(path: path, reason: SystemError.reason(code))
      }
      if count == 0 { isAtEnd = true }
      bytesRead += count
      return piece
    }
  }
}
