import Dispatch
import Foundation
import Synchronization

/// A program that is given its whole input at once, and whose output is read as it comes.
public final class ChildProcess: Sendable {
  /// What came of waiting for output.
  public enum Output: Sendable {
    /// Some bytes.
    case bytes(Data)
    /// The program closed its output.
    case end
    /// Nothing in the time given.
    case nothing
  }

  /// What becomes of what a program writes to its standard error.
  public enum Errors: Sendable {
    /// It is read with the output.
    case merged
    /// The beginning of it is kept.
    case kept
    /// It is dropped.
    case dropped
  }

  /// The most bytes of the standard error that are kept.
  private static let longestComplaint = 4_096

  private let output: Int32
  /// Where the standard error comes from that is kept, until it ends.
  private let errors: Mutex<(descriptor: Int32, bytes: Data)?>
  /// The process, until it was waited for: its number may be another's then.
  private let process: Mutex<pid_t?>
  private let queue = DispatchQueue(label: "reader.child-process")

  /// Starts a program, found as the shell finds it, in a session of its own: it can ask for nothing on
  /// the terminal.
  ///
  /// - Parameters:
  ///   - arguments: Its name and arguments, which all users of the machine can see.
  ///   - input: What it reads on standard input.
  ///   - errors: What becomes of its standard error.
  public init(
    _ arguments: [String], input: String, errors: Errors
  ) throws(ProgramStart.Failure) {
    // A socket can be written to without a signal when the program has ended; and nobody else's
    // program inherits it, which a pipe made in two steps would risk.
    var inputs: [Int32] = [-1, -1]
    var outputs: [Int32] = [-1, -1]
    var complaints: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    func closeAll() {
      for end in inputs + outputs + complaints where end >= 0 { close(end) }
    }
    guard socketpair(AF_UNIX, type, 0, &inputs) == 0, socketpair(AF_UNIX, type, 0, &outputs) == 0,
      errors != .kept || socketpair(AF_UNIX, type, 0, &complaints) == 0
    else {
      let code = errno
      closeAll()
      throw ProgramStart.Failure(code: code)
    }
    let errorEnd: Int32? =
      switch errors {
      case .merged: outputs[1]
      case .kept: complaints[1]
      case .dropped: nil
      }
    do {
      process = Mutex(
        try ProgramStart.start(
          arguments, environment: ProcessInfo.processInfo.environment, input: inputs[1],
          output: outputs[1], errors: errorEnd))
    } catch {
      closeAll()
      throw error
    }
    for end in [inputs[1], outputs[1], complaints[1]] where end >= 0 { close(end) }
    output = outputs[0]
    self.errors = Mutex(complaints[0] >= 0 ? (complaints[0], Data()) : nil)
    let inputEnd = inputs[0]
    DispatchQueue(label: "reader.child-process.input").async {
      Self.send(input, to: inputEnd)
    }
  }

  deinit {
    kill()
    close(output)
    if let errors = errors.withLock({ $0?.descriptor }), errors >= 0 { close(errors) }
    if let number = process.withLock({ $0 }) { waitpid(number, nil, 0) }
  }

  private static func send(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if errno != EINTR {
          break
        }
      }
    }
    close(descriptor)
  }

  /// Waits for output.
  public func read(within time: Duration) async -> Output {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.readBlocking(within: time)) }
    }
  }

  private func readBlocking(within time: Duration) -> Output {
    let errorEnd = errors.withLock { $0?.descriptor ?? -1 }
    var states = [output, errorEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let milliseconds = max(0, time / .milliseconds(1))
    let ready = poll(&states, 2, Int32(min(milliseconds, 1e9).rounded(.up)))
    if ready == 0 || (ready < 0 && errno == EINTR) { return .nothing }
    if states[1].revents != 0 { readErrors() }
    guard states[0].revents != 0 else { return .nothing }
    let bytes = Data(readingUpTo: 65_536) { Glibc.read(output, $0.baseAddress, $0.count) }
    return bytes.map { $0.isEmpty ? .end : .bytes($0) } ?? .end
  }

  /// Reads what there is of the standard error, and drops what is too much.
  private func readErrors() {
    errors.withLock { errors in
      guard let (descriptor, kept) = errors, descriptor >= 0 else { return }
      let bytes = Data(readingUpTo: 65_536) { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      guard let bytes, !bytes.isEmpty else {
        close(descriptor)
        errors = (-1, kept)
        return
      }
      errors = (descriptor, kept + bytes.prefix(Self.longestComplaint - kept.count))
    }
  }

  /// Reads what is left of the standard error of a program that has ended.
  private func readLastErrors() {
    while let end = errors.withLock({ $0?.descriptor }), end >= 0 {
      var state = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      // What the program left running may keep it open.
      guard poll(&state, 1, 0) > 0 else { return }
      readErrors()
    }
  }

  /// The beginning of what the program wrote to its standard error, where that is kept.
  public var complaint: Data {
    let bytes = errors.withLock { $0?.bytes }
    return bytes ?? Data()
  }

  /// Waits for the program to end, and returns its status, or `nil` where a signal ended it.
  ///
  /// A program that has closed its output and does not end within two seconds is killed.
  public func end() async -> Int32? {
    await withCheckedContinuation { continuation in
      queue.async {
        let status = self.waitBlocking()
        self.readLastErrors()
        continuation.resume(returning: status)
      }
    }
  }

  private func waitBlocking() -> Int32? {
    for pause in 0..<2_000 {
      let status: Int32?? = process.withLock { number -> Int32?? in
        guard let running = number else { return .some(nil) }
        var status: Int32 = 0
        guard waitpid(running, &status, WNOHANG) != 0 else { return nil }
        number = nil
        return .some(status & 0x7F == 0 ? (status >> 8) & 0xFF : nil)
      }
      if let status { return status }
      usleep(pause < 20 ? 100 : 1_000)
    }
    kill()
    return nil
  }

  /// Ends the program, and what it has started, at once.
  public func kill() {
    process.withLock { if let number = $0 { _ = Glibc.kill(-number, SIGKILL) } }
  }
}

extension Data {
  /// Creates data of at most `capacity` bytes that `read` writes; `nil` where it returns less than 0.
  fileprivate init?(
    readingUpTo capacity: Int, read: (UnsafeMutableRawBufferPointer) -> Int
  ) {
    var bytes = Data(count: capacity)
    let count = bytes.withUnsafeMutableBytes(read)
    guard count >= 0 else { return nil }
    bytes.removeLast(capacity - count)
    self = bytes
  }
}
