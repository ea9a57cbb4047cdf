import Foundation
import Model

/// Takes what a job prints while it has the terminal, to which all of it goes on: its output is kept, and
/// the beginning of its standard error.
final class OutputCapture {
  /// How long to wait for output before looking whether the job goes on, in milliseconds.
  private static let patience: Int32 = 50
  /// The most bytes of the standard error that are kept.
  private static let longestComplaint = 4_096

  /// Where the job's output comes from.
  let output: ChildPipe
  /// Where its standard error comes from.
  let errors: ChildPipe
  /// The most bytes that are kept.
  private let largest: Int
  /// What was printed.
  private(set) var printed: [UInt8] = []
  /// The beginning of what was written to the standard error.
  private(set) var complaint: [UInt8] = []
  /// Whether more was printed than is kept.
  private(set) var isTooMuch = false
  private var ports: [pollfd]

  /// Gets ready to take at most so many bytes; `nil` where too many files are open.
  init?(largest: Int) {
    guard let output = ChildPipe(), let errors = ChildPipe() else { return nil }
    (self.output, self.errors, self.largest) = (output, errors, largest)
    ports = [output.reading, errors.reading].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
  }

  /// Leaves the ends that are written to to the job, which has them.
  func closeWriting() {
    output.closeWriting()
    errors.closeWriting()
  }

  /// Takes what is printed in a short time; false where there will be no more.
  func take() -> Bool {
    guard ports.contains(where: { $0.fd >= 0 }) else { return false }
    _ = take(within: Self.patience)
    return true
  }

  /// Takes what has been printed already.
  func takeRest() {
    // A pipe holds no more than a few pieces, and what is left running may never end to print.
    for _ in 0..<64 {
      guard take(within: 0) else { return }
    }
  }

  private func take(within milliseconds: Int32) -> Bool {
    guard poll(&ports, nfds_t(ports.count), milliseconds) > 0 else { return false }
    for index in ports.indices where ports[index].fd >= 0 && ports[index].revents != 0 {
      guard let piece = ChildPipe.read(ports[index].fd) else { continue }
      if piece.isEmpty {
        ports[index].fd = -1
      } else if index == 0 {
        printed += piece
      } else {
        complaint += piece.prefix(Self.longestComplaint - complaint.count)
      }
      let terminal = index == 0 ? STDOUT_FILENO : STDERR_FILENO
      _ = piece.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
    }
    guard printed.count > largest else { return true }
    printed.removeLast(printed.count - largest)
    isTooMuch = true
    // Whoever prints on is ended by that (SIGPIPE).
    output.closeReading()
    ports[0].fd = -1
    return true
  }
}
