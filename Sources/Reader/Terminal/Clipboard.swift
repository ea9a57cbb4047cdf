import Foundation

/// What copies text to the clipboard of whoever looks at the terminal (OSC 52).
enum Clipboard {
  /// xterm takes about this much.
  static let limit = 74_994

  /// The sequence for a text, which is base64 and so cannot end the sequence early; nil for a text
  /// that is too long for a terminal to take.
  static func sequence(for text: String, multiplexer: Multiplexer) -> String? {
    let encoded = Data(text.utf8).base64EncodedString()
    guard encoded.utf8.count <= limit else { return nil }
    let sequence = "\u{1B}]52;c;\(encoded)\u{7}"
    switch multiplexer {
    // tmux takes it itself and passes it on as `set-clipboard` says.
    case .none, .tmux: return sequence
    case .screen: return multiplexer.wrap(pieces(of: sequence))
    }
  }

  /// The sequence in pieces that screen takes; its terminal puts them together.
  private static func pieces(of sequence: String) -> [String] {
    let bytes = Array(sequence.utf8)
    return stride(from: 0, to: bytes.count, by: pieceLength).map {
      String(decoding: bytes[$0..<min($0 + pieceLength, bytes.count)], as: UTF8.self)
    }
  }

  private static let pieceLength = 200
}
