/// The answers of a terminal to the questions of `TerminalProbe`, found among what it sends.
struct TerminalReplies: Hashable, Sendable {
  /// Primary device attributes (DA1), without `CSI ?` and `c`.
  var primary: String?
  /// Secondary device attributes (DA2), without `CSI >` and `c`.
  var secondary: String?
  /// Name and version (XTVERSION).
  var version: String?
  /// The state of mode 8, BDSM (DECRPM): 0 unknown, 1 set, 2 reset.
  var bidiMode: Int?
  /// What the terminal's background is like (OSC 11).
  var background: Background?
  /// What is no answer: keys that were pressed meanwhile.
  var typed: [UInt8] = []

  /// Finds the answers in bytes.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let first = rest.first {
      if first == 0x1B, let sequence = Self.sequence(rest) {
        if !take(sequence) { typed += sequence }
        rest = rest.dropFirst(sequence.count)
      } else {
        typed.append(first)
        rest = rest.dropFirst()
      }
    }
  }

  /// Adds what was answered later.
  mutating func add(_ later: TerminalReplies) {
    primary = primary ?? later.primary
    secondary = secondary ?? later.secondary
    version = version ?? later.version
    bidiMode = bidiMode ?? later.bidiMode
    background = background ?? later.background
  }

  /// Whether something says what the terminal is.
  var hasName: Bool { secondary != nil || version != nil }

  /// The control sequence or control string at the beginning, if it is complete.
  private static func sequence(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.count > 1 else { return nil }
    let body = bytes.dropFirst(2)
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["):
      guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
      return bytes[...end]
    case UInt8(ascii: "P"), UInt8(ascii: "]"):
      for place in body.indices {
        if body[place] == 0x07 { return bytes[...place] }
        if body[place] == UInt8(ascii: "\\"), body[place - 1] == 0x1B { return bytes[...place] }
      }
      return nil
    default:
      return nil
    }
  }

  /// Takes an answer; false if it is none.
  private mutating func take(_ sequence: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: sequence.dropFirst(), as: UTF8.self)
    if let match = text.wholeMatch(of: /\[\?([0-9;]*)c/) {
      primary = String(match.1)
    } else if let match = text.wholeMatch(of: /\[>([0-9;]*)c/) {
      secondary = String(match.1)
    } else if let match = text.wholeMatch(of: /P>\|([\u{20}-\u{7E}]*)(\u{1B}\\|\u{07})/) {
      // It is shown (`reader doctor`), so nothing but printable ASCII is taken.
      version = String(match.1.prefix(80))
    } else if let match = text.wholeMatch(of: /\[\??8;([0-9])\$y/) {
      bidiMode = Int(match.1)
    } else if let match = text.wholeMatch(of: /\]11;([\u{20}-\u{7E}]*)(\u{1B}\\|\u{07})/) {
      background = Background(answer: match.1.prefix(40))
    } else {
      return text.first == "P" || text.first == "]"
    }
    return true
  }
}
