import Foundation
import Model

/// Commands typed by their names, with what they need.
extension State {
  /// Runs what was typed after the colon: a number, or a command's name and what it needs.
  mutating func runLine(_ line: String) -> [Effect] {
    let line = line.trimmingCharacters(in: .whitespaces)
    guard !line.isEmpty else { return [] }
    commandHistory.append(line)
    do throws(InvalidWord) {
      return try run(CommandCall(parsing: line, isAbbreviated: true))
    } catch {
      notice = Notice(text: error.sentence, tone: .alert)
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
    let before = settings
    do throws(InvalidWord) {
      let setting = try SettingTable.set(words ?? "", in: &settings)
      notice = Notice(text: "\(setting.name) is \(Configuration.toml(setting.read(settings)))")
    } catch {
      notice = Notice(text: error.sentence, tone: .alert)
      return []
    }
    applySettings()
    let bidi: [Effect] =
      settings.bidi == before.bidi ? [] : [.setBidiMode(settings.bidi, keeps: false)]
    let isSorted = settings.listOrder == before.listOrder
    return bidi + fit() + (isSorted ? [] : sortList(in: settings.listOrder.order(of: opening)))
  }
}
