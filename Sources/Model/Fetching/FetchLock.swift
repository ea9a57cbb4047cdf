import Foundation

/// A lock that lets one fetch run at a time, held until it is released.
public final class FetchLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, or says who holds it.
  ///
  /// - Parameter path: The file of the lock, in a folder that exists; it stays when the lock is
  ///   released.
  public init(path: String) throws(FetchFailure) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw FetchFailure("The lock \(path) can't be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      defer { close(descriptor) }
      guard code == EWOULDBLOCK else {
        throw FetchFailure("The lock \(path) can't be taken: \(String(cString: strerror(code)))")
      }
      var bytes = [UInt8](repeating: 0, count: 32)
      let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
      let holder = Int(String(decoding: bytes[..<count].prefix { $0 != 10 }, as: UTF8.self))
      throw FetchFailure(
        "Another fetch is running" + (holder.map { " (process \($0))" } ?? "")
          + "; wait for it to end, or stop it")
    }
    ftruncate(descriptor, 0)
    let text = Array("\(getpid())\n".utf8)
    _ = pwrite(descriptor, text, text.count, 0)
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
