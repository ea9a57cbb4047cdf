import Foundation

/// Reads what a program writes until it has written all, or has to be stopped.
struct ConverterReading {
  /// Why a program is stopped.
  enum Stop {
    case cancelled
    case late
    case full
  }

  /// How long one wait for output takes at most, in milliseconds: a cancelled task is noticed then.
  private static let patience: Int32 = 50
  private static let longestComplaint = 120

  let output: Int32
  let errors: Int32
  let largestOutput: Int
  /// When the program is late.
  let end: SuspendingClock.Instant
  /// What the program wrote to its standard output.
  private(set) var bytes: [UInt8] = []
  private var errorBytes: [UInt8] = []

  init(output: Int32, errors: Int32, largestOutput: Int, end: SuspendingClock.Instant) {
    self.output = output
    self.errors = errors
    self.largestOutput = largestOutput
    self.end = end
  }

  /// The first line of its error messages that says something, cleaned and shortened.
  var complaint: String {
    let lines = String(decoding: errorBytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let line = lines.lazy.map { CleanText.displayed(String($0)) }.first { !$0.isEmpty } ?? ""
    return String(line.prefix(Self.longestComplaint))
  }

  /// Reads up to the end of the output; says why the program has to be stopped, if it has to be.
  mutating func run() -> Stop? {
    var ports = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    while ports.contains(where: { $0.fd >= 0 }) {
      if Task.isCancelled { return .cancelled }
      if SuspendingClock.now >= end { return .late }
      guard poll(&ports, nfds_t(ports.count), Self.patience) > 0 else { continue }
      for index in ports.indices where ports[index].fd >= 0 && ports[index].revents != 0 {
        guard let piece = ChildPipe.read(ports[index].fd) else { continue }
        if piece.isEmpty {
          ports[index].fd = -1
        } else if index == 0 {
          bytes += piece
          if bytes.count > largestOutput { return .full }
        } else if errorBytes.count < ChildPipe.pieceLength {
          errorBytes += piece
        }
      }
    }
    return nil
  }
}

/// A pipe from a program that is about to be started, closed in every other program.
public final class ChildPipe {
  /// The most bytes that are read at a time.
  static let pieceLength = 1 << 16

  /// The end that is read.
  public private(set) var reading: Int32
  /// The end that the program writes to.
  public private(set) var writing: Int32

  /// Opens a pipe; `nil` where too many files are open.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeReading()
    closeWriting()
  }

  /// Closes the end that is read: there is nobody to print for any more.
  public func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  /// Closes the end that is written to, once the program has it.
  public func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// The bytes that have come; none at the end; `nil` where a signal came first.
  public static func read(_ descriptor: Int32) -> [UInt8]? {
    var isInterrupted = false
    let piece = [UInt8](unsafeUninitializedCapacity: pieceLength) { buffer, count in
      let length = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      isInterrupted = length < 0 && errno == EINTR
      count = max(0, length)
    }
    return isInterrupted ? nil : piece
  }
}
