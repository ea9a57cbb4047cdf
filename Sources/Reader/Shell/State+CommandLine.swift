import Foundation
import Model

/// Commands typed by their names, with what they need.
extension State {
  /// Runs what was typed after the colon: a number, or a command's name and what it needs.
  mutating func runLine(_ line: String) -> [Effect] {
    let line = line.trimmingCharacters(in: .whitespaces)
    guard !line.isEmpty else { return [] }
    commandHistory.append(line)
    if let row = Int(line) {
      return run(CommandCall(.first, count: max(1, row)))
    }
    do {
      return try run(CommandCall(parsing: line, isAbbreviated: true))
    } catch {
      notice = .mistake(error)
      return []
    }
  }

  /// `:bidi MODE [keep]`: sends Arabic in another way.
  mutating func setBidi(_ words: String?) -> [Effect] {
    let words = words?.split(separator: " ") ?? []
    guard let word = words.first else {
      notice = Notice(
        text: "Say how, as in :bidi visual, or :bidi visual keep; :bidi auto finds out")
      return []
    }
    guard let mode = BidiMode(rawValue: String(word)) else {
      let known = BidiMode.allCases.map(\.rawValue).joined(separator: ", ")
      notice = Notice(text: "There is no way \(word) to send Arabic: \(known)", tone: .alert)
      return []
    }
    settings.bidi = mode
    let keeps = words.dropFirst().first == "keep"
    let way = mode == .auto ? "way that this terminal needs" : "\(mode.rawValue) way"
    notice = Notice(text: "Arabic is sent the \(way)" + (keeps ? ", here from now on" : ""))
    return [.setBidiMode(mode, keeps: keeps)]
  }

  /// `:set NAME VALUE`: changes a setting until the program ends; without a value, says it.
  mutating func set(_ words: String?) -> [Effect] {
    let parts = (words ?? "").split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first else {
      notice = Notice(text: "Say a setting and its value, as in :set measure 72")
      return []
    }
    let before = settings
    do {
      if let value = parts.dropFirst().first {
        try settings.set(name, to: value.trimmingCharacters(in: .whitespaces))
      }
      notice = Notice(text: "\(name) is \(try settings.description(of: name))")
    } catch {
      notice = .mistake(error)
      return []
    }
    applySettings()
    let bidi: [Effect] =
      settings.bidi == before.bidi ? [] : [.setBidiMode(settings.bidi, keeps: false)]
    return bidi + fit()
  }
}

extension Notice {
  /// A mistake, as a sentence.
  fileprivate static func mistake(_ error: any Error) -> Notice {
    let text = String(describing: error)
    return Notice(text: text.prefix(1).uppercased() + text.dropFirst(), tone: .alert)
  }
}
