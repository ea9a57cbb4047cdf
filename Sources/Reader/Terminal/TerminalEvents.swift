import Foundation

/// The events of the terminal, one after another: the main loop waits here.
final class TerminalEvents: Sequence, IteratorProtocol {
  /// How long a lone ESC may be the beginning of a sequence, in milliseconds.
  private static let escapeDelay: Int32 = 25
  /// How long the rest of a sequence may take: an answer can come in two packets.
  private static let sequenceDelay: Int32 = 250
  /// How long pasted text may pause before its end: then it is taken for lost.
  private static let pasteDelay: Int32 = 10_000

  /// When the bytes were read that the last event came from, in milliseconds of the monotonic clock.
  private(set) var readTime = MonotonicTime.now

  private let descriptor: Int32
  private var decoder = KeyDecoder()
  private var queue: [TerminalEvent] = []
  private var isClosed = false
  /// Whether it has been said that the rest of pasted text is waited for.
  private var hasSaidWaiting = false

  /// Events from a terminal.
  ///
  /// - Parameters:
  ///   - descriptor: Where keys are read from.
  ///   - typed: Bytes that have been read from it already and are no answers to questions.
  init(descriptor: Int32, typed: [UInt8] = []) {
    self.descriptor = descriptor
    take(typed)
  }

  /// What the terminal answered to questions after it was waited for; nil as long as it may go on.
  func takeLateAnswers() -> TerminalReplies? {
    guard !decoder.answers.isEmpty else { return nil }
    let replies = TerminalReplies(decoder.answers)
    guard replies.primary != nil else { return nil }
    decoder.dropAnswers()
    return replies
  }

  /// Whether an event is there already, so that painting can wait until it has been handled.
  var hasPending: Bool {
    if queue.isEmpty { fill(timeout: 0) }
    return !queue.isEmpty
  }

  /// Waits for the next event; nil once the terminal is gone.
  func next() -> TerminalEvent? {
    next(within: nil)
  }

  /// Waits for the next event for some time; nil if none came, or once the terminal is gone.
  func next(within limit: Duration?) -> TerminalEvent? {
    let end = limit.map { ContinuousClock.now + $0 }
    while queue.isEmpty {
      if isClosed { return nil }
      let left = end.map { Int32(clamping: Int((($0 - .now) / .milliseconds(1)).rounded(.up))) }
      fill(timeout: left.map { Swift.max(0, $0) })
      if queue.isEmpty, let left, left <= 0 { return nil }
    }
    return queue.removeFirst()
  }

  /// Forgets the signals by which keys cancel, stop and continue programs.
  func dropJobControl() {
    takeSignals()
    queue.removeAll { [.interrupt, .suspend, .resume].contains($0) }
  }

  /// Waits until something can be read, or the milliseconds have passed, and queues what it means.
  private func fill(timeout: Int32?) {
    if isClosed { return }
    let left = timeLeft
    let wait = [timeout, left].compactMap(\.self).min() ?? -1
    var polled = [
      pollfd(fd: SignalPipe.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&polled, nfds_t(polled.count), wait)
    guard count >= 0 else { return }
    if polled[0].revents != 0 { takeSignals() }
    if polled[1].revents != 0 {
      readKeys()
    } else if count == 0, let left, wait == left {
      lose()
    }
  }

  /// How long the rest of what has begun may still take, in milliseconds from now; `nil` where nothing
  /// has begun.
  private var timeLeft: Int32? {
    let patience: Int32
    switch decoder.patience {
    case .none: return nil
    case .key: patience = Self.escapeDelay
    case .sequence: patience = Self.sequenceDelay
    case .paste: patience = hasSaidWaiting ? Self.pasteDelay : Self.sequenceDelay
    }
    let left = Double(patience) - (MonotonicTime.now - readTime)
    return Int32(Swift.min(Swift.max(0, left.rounded(.up)), Double(patience)))
  }

  /// The rest did not come in time: takes what has begun for what it is, or says that it is waited for.
  private func lose() {
    guard decoder.patience == .paste, !hasSaidWaiting else {
      queue += decoder.giveUp().map(Self.event)
      return
    }
    hasSaidWaiting = true
    queue.append(.pasteStalled)
  }

  private func takeSignals() {
    var seen: Set<UInt8> = []
    for byte in SignalPipe.drain() where seen.insert(byte).inserted {
      switch Int32(byte) {
      case Int32(SignalPipe.wakeByte): queue.append(.wake)
      case SIGWINCH: queue.append(.resize)
      case SIGINT: queue.append(.interrupt)
      case SIGTSTP: queue.append(.suspend)
      case SIGCONT: queue.append(.resume)
      default: queue.append(.end(bySignal: Int32(byte)))
      }
    }
  }

  private func readKeys() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    // Events are queued only where there are none, so those of one reading are alone in the queue.
    readTime = MonotonicTime.now
    if count > 0 {
      take(bytes[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      // The terminal's window was closed; its HUP may be on the way, and is not waited for.
      isClosed = true
      queue.append(.end(bySignal: SIGHUP))
    }
  }

  private func take(_ bytes: some Sequence<UInt8>) {
    let known = decoder.answers.count
    hasSaidWaiting = hasSaidWaiting && decoder.patience == .paste
    queue += decoder.feed(bytes).map(Self.event)
    if decoder.answers.count > known { queue.append(.wake) }
  }

  private static func event(_ input: KeyDecoder.Input) -> TerminalEvent {
    switch input {
    case .key(let key): .key(key)
    case .mouse(let mouse): .mouse(mouse)
    case .paste(let text): .paste(text)
    case .brokenPaste: .pasteLost
    }
  }
}

/// What comes from the terminal, from other threads and from the system.
enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// Text was pasted as a whole; it holds no control characters.
  case paste(String)
  /// Pasted text pauses before its end; until that comes, or nothing for a while, there are no keys.
  case pasteStalled
  /// The end of pasted text did not come, and none of it is taken.
  case pasteLost
  /// The screen has another size.
  case resize
  /// Another thread has something to say (`TerminalWaker`).
  case wake
  /// INT: cancel what runs, else end as by TERM.
  case interrupt
  /// TERM, HUP or QUIT, or the terminal is gone: save, leave and die by this signal.
  case end(bySignal: Int32)
  /// TSTP from outside: suspend.
  case suspend
  /// CONT: the program was stopped and runs again; the screen has to be entered anew.
  case resume
}

/// The system's monotonic clock, which other programs on the machine read alike.
enum MonotonicTime {
  /// The time now, in milliseconds.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
