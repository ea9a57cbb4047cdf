/// The sequences themselves: those of xterm and the VT220, which every terminal in use follows,
/// and where rxvt and the Linux console differ, theirs.
extension KeyDecoder {
  /// What stands at the beginning of some bytes; lengths are in bytes.
  enum Parsed: Hashable, Sendable {
    case incomplete
    case key(Key, Int)
    case mouse(MouseEvent, Int)
    case pasteBegin(Int)
    /// An answer of the terminal.
    case answer(Int)
    /// A sequence without a meaning here.
    case nothing(Int)
  }

  static func parse(_ bytes: [UInt8]) -> Parsed {
    guard let first = bytes.first else { return .incomplete }
    if first == 0x1B { return parseEscape(bytes) }
    return parsePlain(bytes[...])
  }

  // MARK: - Characters

  private static func parsePlain(_ bytes: ArraySlice<UInt8>) -> Parsed {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case 0x09: return .key(.tab, 1)
    case 0x0A, 0x0D: return .key(.enter, 1)
    case 0x08, 0x7F: return .key(.backspace, 1)
    case 0x00: return .key(Key(.scalar(" "), .control), 1)
    case 0x01...0x1F: return .key(.control(Unicode.Scalar(first + 0x40)), 1)
    case 0x20...0x7E: return .key(.character(Unicode.Scalar(first)), 1)
    default: return parseUTF8(bytes, first: first)
    }
  }

  private static func parseUTF8(_ bytes: ArraySlice<UInt8>, first: UInt8) -> Parsed {
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let sequence = bytes.prefix(length)
    // A byte that cannot continue the sequence ends it: only the broken part is dropped.
    if let wrong = sequence.dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) {
      return .nothing(wrong - bytes.startIndex)
    }
    guard sequence.count == length else { return .incomplete }
    guard let text = String(validating: sequence, as: UTF8.self),
      let scalar = text.unicodeScalars.first,
      scalar.properties.generalCategory != .control
    else { return .nothing(length) }
    return .key(.character(scalar), length)
  }

  // MARK: - Escape sequences

  private static func parseEscape(_ bytes: [UInt8]) -> Parsed {
    guard bytes.count > 1 else { return .incomplete }
    switch bytes[1] {
    case 0x1B:
      return parseDoubleEscape(bytes)
    case UInt8(ascii: "["):
      return parseControlSequence(bytes)
    case UInt8(ascii: "O"):
      return parseShiftedSequence(bytes)
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return parseString(bytes)
    default:
      return withAlt(parsePlain(bytes[1...]))
    }
  }

  /// rxvt sends Alt with an arrow as ESC before the arrow's sequence; else the first ESC is Esc.
  private static func parseDoubleEscape(_ bytes: [UInt8]) -> Parsed {
    guard bytes.count > 2 else { return .incomplete }
    guard bytes[2] == UInt8(ascii: "[") || bytes[2] == UInt8(ascii: "O") else {
      return .key(.escape, 1)
    }
    return withAlt(parse(Array(bytes.dropFirst())))
  }

  /// What follows an ESC, as pressed with Alt.
  private static func withAlt(_ parsed: Parsed) -> Parsed {
    switch parsed {
    case .key(var key, let length):
      key.modifiers.insert(.alt)
      return .key(key, length + 1)
    case .nothing(let length), .answer(let length), .mouse(_, let length):
      return .nothing(length + 1)
    case .incomplete, .pasteBegin: return .incomplete
    }
  }

  /// CSI: `ESC [`, parameter bytes, intermediate bytes, a final byte (ECMA-48 5.4).
  private static func parseControlSequence(_ bytes: [UInt8]) -> Parsed {
    // The Linux console: F1 to F5 are `ESC [ [ A` to `E`.
    if bytes.count > 2, bytes[2] == UInt8(ascii: "[") {
      guard bytes.count > 3 else { return .incomplete }
      let number = Int(bytes[3]) - Int(UInt8(ascii: "A")) + 1
      return (1...5).contains(number) ? .key(Key(.function(number)), 4) : .nothing(4)
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return .incomplete
    }
    let length = end + 1
    let final = bytes[end]
    // What cannot be a final byte breaks the sequence off; it is read anew.
    guard (0x40...0x7E).contains(final) else { return .nothing(end) }
    let body = bytes[2..<end]
    if body.first == UInt8(ascii: "<"), final == UInt8(ascii: "M") || final == UInt8(ascii: "m") {
      let numbers = body.dropFirst().split(separator: UInt8(ascii: ";")).map {
        Int(String(decoding: $0, as: UTF8.self)) ?? 0
      }
      return MouseEvent(parameters: numbers, final: final).map { .mouse($0, length) }
        ?? .nothing(length)
    }
    // Private parameters and intermediates.
    guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .answer(length) }
    let numbers = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    let modifiers = numbers.count > 1 ? self.modifiers(numbers[1]) : []
    switch final {
    case UInt8(ascii: "~"):
      if numbers.first == 200 { return .pasteBegin(length) }
      guard let code = numbered(numbers.first ?? 0) else { return .nothing(length) }
      return .key(Key(code, modifiers), length)
    case UInt8(ascii: "Z"):
      return .key(.backTab, length)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      // rxvt: arrows with Shift.
      guard body.isEmpty, let code = lettered(final - 0x20) else { return .nothing(length) }
      return .key(Key(code, .shift), length)
    case UInt8(ascii: "R") where numbers.first != 1 && !body.isEmpty:
      // A cursor position report, but `CSI 1 ; 2 R` is Shift-F3.
      return .nothing(length)
    default:
      guard let code = lettered(final) else { return .nothing(length) }
      return .key(Key(code, modifiers), length)
    }
  }

  /// SS3: `ESC O`, with a modifier before the letter in some terminals.
  private static func parseShiftedSequence(_ bytes: [UInt8]) -> Parsed {
    guard
      let end = bytes.dropFirst(2).firstIndex(where: { !(0x30...0x3B).contains($0) })
    else { return .incomplete }
    let length = end + 1
    switch bytes[end] {
    case UInt8(ascii: "M"):
      return .key(.enter, length)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      // rxvt: arrows with Ctrl.
      guard let code = lettered(bytes[end] - 0x20) else { return .nothing(length) }
      return .key(Key(code, .control), length)
    default:
      guard let code = lettered(bytes[end]) else {
        return end == 2 && bytes[end] < 0x20 ? .key(.alt("O"), 2) : .nothing(length)
      }
      let number = Int(String(decoding: bytes[2..<end].suffix(2), as: UTF8.self)) ?? 1
      return .key(Key(code, modifiers(number)), length)
    }
  }

  /// DCS, OSC, APC, PM: an answer up to ST or BEL, dropped whole.
  private static func parseString(_ bytes: [UInt8]) -> Parsed {
    guard bytes.count > 2 else { return .incomplete }
    // What answers begin with; anything else was Alt with the introducer's key.
    guard "0123456789>!$=+|?rG".utf8.contains(bytes[2]) else {
      return .key(.alt(Unicode.Scalar(bytes[1])), 2)
    }
    for (index, byte) in bytes.enumerated().dropFirst(2) {
      if byte == 0x07 { return .answer(index + 1) }
      if byte == 0x1B {
        guard index + 1 < bytes.count else { return .incomplete }
        return bytes[index + 1] == UInt8(ascii: "\\") ? .answer(index + 2) : .nothing(index)
      }
    }
    return .incomplete
  }

  // MARK: - Tables

  /// xterm's modifier parameter: one more than the sum of Shift 1, Alt 2, Ctrl 4; Meta 8 is Alt.
  private static func modifiers(_ parameter: Int) -> Key.Modifiers {
    guard (2...16).contains(parameter) else { return [] }
    let bits = UInt8(parameter - 1)
    var modifiers = Key.Modifiers(rawValue: bits & 7)
    if bits & 8 != 0 { modifiers.insert(.alt) }
    return modifiers
  }

  private static func lettered(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  private static func numbered(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }
}
