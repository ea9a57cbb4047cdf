import Dispatch
import Foundation
import Synchronization

/// A program that is given its whole input at once, and whose output is read as it comes.
final class ChildProcess: Sendable {
  /// What came of waiting for output.
  enum Output: Sendable {
    /// Some bytes.
    case bytes(Data)
    /// The program closed its output.
    case end
    /// Nothing in the time given.
    case nothing
  }

  private let output: Int32
  /// The process, until it was waited for: its number may be another's then.
  private let process: Mutex<pid_t?>
  private let queue = DispatchQueue(label: "reader.child-process")

  /// Starts a program, found as the shell finds it, in a process group of its own.
  ///
  /// - Parameters:
  ///   - arguments: Its name and arguments, which all users of the machine can see.
  ///   - input: What it reads on standard input.
  ///   - mergesErrors: Whether its standard error is read with its output, or dropped.
  init(_ arguments: [String], input: String, mergesErrors: Bool) throws(ProgramStart.Failure) {
    // A socket can be written to without a signal when the program has ended; and nobody else's
    // program inherits it, which a pipe made in two steps would risk.
    var inputs: [Int32] = [-1, -1]
    var outputs: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &inputs) == 0, socketpair(AF_UNIX, type, 0, &outputs) == 0
    else {
      let code = errno
      for descriptor in inputs + outputs where descriptor >= 0 { close(descriptor) }
      throw ProgramStart.Failure(code: code)
    }
    do {
      process = Mutex(
        try ProgramStart.start(
          arguments, environment: ProcessInfo.processInfo.environment, input: inputs[1],
          output: outputs[1], errors: mergesErrors ? outputs[1] : nil, in: .group))
    } catch {
      for descriptor in inputs + outputs { close(descriptor) }
      throw error
    }
    close(outputs[1])
    close(inputs[1])
    output = outputs[0]
    let inputEnd = inputs[0]
    DispatchQueue(label: "reader.child-process.input").async {
      Self.send(input, to: inputEnd)
    }
  }

  deinit {
    kill()
    close(output)
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
  func read(within time: Duration) async -> Output {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.readBlocking(within: time)) }
    }
  }

  private func readBlocking(within time: Duration) -> Output {
    var state = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    let milliseconds = max(0, time / .milliseconds(1))
    let ready = poll(&state, 1, Int32(min(milliseconds, 1e9).rounded(.up)))
    if ready == 0 || (ready < 0 && errno == EINTR) { return .nothing }
    let bytes = Data(readingUpTo: 65_536) { Glibc.read(output, $0.baseAddress, $0.count) }
    return bytes.map { $0.isEmpty ? .end : .bytes($0) } ?? .end
  }

  /// Waits for the program to end, and returns its status, or `nil` where a signal ended it.
  ///
  /// A program that has closed its output and does not end within two seconds is killed.
  func end() async -> Int32? {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.waitBlocking()) }
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
  func kill() {
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
