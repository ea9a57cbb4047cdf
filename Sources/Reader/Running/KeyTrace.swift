import Foundation

/// Writes for each key how long it took until the screen showed what it did: a line of JSON a key, in
/// the order of the keys.
///
/// The file is the one that `READER_TRACE` names; where it names none there is no trace, and nothing
/// is measured. It belongs to the main thread.
final class KeyTrace {
  /// The number of a key, which goes with the effects it asks for and comes back with their answers.
  typealias Number = Int

  /// A time or a duration, by ``MonotonicTime``.
  typealias Milliseconds = Double

  /// A key that is not done with.
  private struct Entry {
    var key: Key
    var view: String
    var read: Milliseconds
    /// The time that updating the state took, for the key and for what answered it.
    var update = 0.0
    /// The time that the paint which showed it last took to draw, and to send.
    var draw = 0.0
    var output = 0.0
    /// When it was painted first.
    var painted: Milliseconds?
    /// When the last answer to it was painted.
    var answered: Milliseconds?
    /// How many effects have yet to be answered.
    var expected = 0
    /// Whether there is an answer that has yet to be painted.
    var hasNewAnswer = false

    var isDone: Bool { painted != nil && expected == 0 && !hasNewAnswer }
  }

  private let descriptor: Int32
  /// The keys whose lines are not written, by their numbers, which have no gaps.
  private var entries: [Number: Entry] = [:]
  /// The number of the first of them, and of the next key.
  private var firstNumber = 0
  private var nextNumber = 0
  /// The keys that the next paint shows something of for the first time.
  private var unpainted: Set<Number> = []

  /// Opens the file that the environment names, to write at its end; `nil` where it names none.
  ///
  /// - Throws: ``Unwritable``.
  static func named(in environment: [String: String]) throws -> KeyTrace? {
    guard let path = environment["READER_TRACE"], !path.isEmpty else { return nil }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    return KeyTrace(descriptor: descriptor)
  }

  /// Makes a trace that writes to an open file, which it closes.
  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Begins with a key that was read at a time and goes to a view.
  func begin(_ key: Key, read: Milliseconds, view: String) -> Number {
    defer { nextNumber += 1 }
    entries[nextNumber] = Entry(key: key, view: view, read: read)
    unpainted.insert(nextNumber)
    return nextNumber
  }

  /// Notes that the state was updated on account of a key.
  func updated(_ number: Number, took time: Milliseconds) {
    change(number) { $0.update += time }
  }

  /// Notes that an effect was asked for on account of a key.
  func asked(_ number: Number) {
    change(number) { $0.expected += 1 }
  }

  /// Notes that an effect is done; with an answer the screen may become another.
  func answered(_ number: Number, isAnswer: Bool) {
    change(number) {
      $0.expected -= 1
      if isAnswer { $0.hasNewAnswer = true }
    }
    if isAnswer { unpainted.insert(number) }
  }

  /// Notes that the screen was painted, and writes the lines of the keys that are done with.
  func painted(draw: Milliseconds, output: Milliseconds, at time: Milliseconds) {
    for number in unpainted {
      change(number) { entry in
        entry.draw = draw
        entry.output = output
        if entry.painted == nil { entry.painted = time }
        if entry.hasNewAnswer { entry.answered = time }
        entry.hasNewAnswer = false
      }
    }
    unpainted.removeAll()
    var lines = ""
    while let entry = entries[firstNumber], entry.isDone {
      lines += Self.line(entry)
      entries[firstNumber] = nil
      firstNumber += 1
    }
    if !lines.isEmpty { write(lines) }
  }

  private func change(_ number: Number, _ body: (inout Entry) -> Void) {
    guard var entry = entries[number] else { return }
    body(&entry)
    entries[number] = entry
  }

  private static func line(_ entry: Entry) -> String {
    // A key's name has no character but these two that JSON writes in another way.
    let name = entry.key.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let painted = (entry.painted ?? entry.read) - entry.read
    var line = "{\"key\":\"\(name)\",\"view\":\"\(entry.view)\",\"read\":\(number(entry.read))"
    line += ",\"update\":\(number(entry.update)),\"draw\":\(number(entry.draw))"
    line += ",\"output\":\(number(entry.output)),\"painted\":\(number(painted))"
    if let answered = entry.answered { line += ",\"answered\":\(number(answered - entry.read))" }
    return line + "}\n"
  }

  private static func number(_ time: Milliseconds) -> String {
    String(format: "%.3f", time)
  }

  private func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}

extension KeyTrace {
  /// The file of the trace can't be written.
  struct Unwritable: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String {
      "\(path), which READER_TRACE names, can't be written (\(reason)). "
        + "Name another file, or unset READER_TRACE."
    }
  }
}

extension State {
  /// What the next key goes to, by the name that a trace has for it.
  var viewName: String { activePane?.contexts.first?.rawValue ?? "" }
}
