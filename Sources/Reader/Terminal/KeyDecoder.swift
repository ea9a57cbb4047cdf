/// Turns the bytes that a terminal sends into keys and pasted text.
///
/// The bytes are decoded here and not by ncurses' `getch`, because a terminal also sends answers to
/// questions, some of them late: those are recognised and dropped instead of being taken for keys.
/// Pure: it reads nothing and knows no clock; who feeds it asks `patience` how long to wait for the
/// rest of a sequence and then calls `giveUp`.
struct KeyDecoder {
  /// What was typed.
  enum Input: Hashable, Sendable {
    case key(Key)
    /// The mouse was used.
    case mouse(MouseEvent)
    /// Text pasted as a whole (bracketed paste).
    case paste(String)
    /// Pasted text whose end did not come; none of it is taken.
    case brokenPaste
  }

  /// How long the rest of what has begun may take.
  enum Patience: Hashable, Sendable {
    /// Nothing has begun.
    case none
    /// It may be a key of its own: the Esc key, or Alt with a key.
    case key
    /// It can only be a part of something longer.
    case sequence
    /// It is pasted text, of which nothing may become a key, however late the rest comes.
    case paste
  }

  /// Answers of the terminal that came among the keys and were not taken yet.
  private(set) var answers: [UInt8] = []

  private var buffer: [UInt8] = []
  private var pasted: [UInt8]?
  /// Longest sequence and longest paste that are kept; what is longer is dropped.
  private static let sequenceLimit = 4096
  private static let pasteLimit = 1 << 20

  private static let escape: UInt8 = 0x1B
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// How long to wait for more before `giveUp` is called.
  var patience: Patience {
    if pasted != nil { return .paste }
    guard let first = buffer.first else { return .none }
    guard first == Self.escape else { return .sequence }
    return buffer.count <= 2 ? .key : .sequence
  }

  /// Takes bytes in and returns what they complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
    buffer += bytes
    var inputs: [Input] = []
    while !buffer.isEmpty {
      if pasted != nil {
        guard let paste = takePaste() else { break }
        inputs.append(.paste(paste))
        continue
      }
      switch Self.parse(buffer) {
      case .incomplete:
        if buffer.count > Self.sequenceLimit { buffer.removeAll() }
        return inputs
      case .key(let key, let length):
        buffer.removeFirst(length)
        inputs.append(.key(key))
      case .mouse(let mouse, let length):
        buffer.removeFirst(length)
        inputs.append(.mouse(mouse))
      case .pasteBegin(let length):
        buffer.removeFirst(length)
        pasted = []
      case .answer(let length):
        if answers.count + length <= Self.sequenceLimit { answers += buffer[..<length] }
        buffer.removeFirst(length)
      case .nothing(let length):
        buffer.removeFirst(length)
      }
    }
    return inputs
  }

  /// Forgets the answers that have been taken.
  mutating func dropAnswers() {
    answers = []
  }

  /// Takes what has begun for what it is without the rest, which did not come.
  mutating func giveUp() -> [Input] {
    defer { buffer = [] }
    if pasted != nil {
      pasted = nil
      return [.brokenPaste]
    }
    guard buffer.first == Self.escape else { return [] }
    switch buffer.count {
    case 1:
      return [.key(.escape)]
    case 2 where buffer[1] == Self.escape:
      return [.key(.escape), .key(.escape)]
    case 2:
      return [.key(.alt(Unicode.Scalar(buffer[1])))]
    default:
      return []
    }
  }

  // MARK: - Pasted text

  /// Moves bytes from the buffer to the paste; returns it once its end has come.
  private mutating func takePaste() -> String? {
    let end = buffer[...].firstIndex(ofBytes: Self.pasteEnd)
    // The last bytes may be the beginning of the end mark.
    let count = end ?? max(0, buffer.count - (Self.pasteEnd.count - 1))
    let room = max(0, Self.pasteLimit - (pasted?.count ?? 0))
    pasted?.append(contentsOf: buffer.prefix(min(count, room)))
    guard end != nil else {
      buffer.removeFirst(count)
      return nil
    }
    buffer.removeFirst(count + Self.pasteEnd.count)
    defer { pasted = nil }
    return Self.clean(pasted ?? [])
  }

  /// Pasted text goes into a line: every white space is a space, every other control is dropped.
  private static func clean(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace {
        text.append(" ")
      } else if scalar.properties.generalCategory != .control {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
