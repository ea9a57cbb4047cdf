import Foundation

/// A command with what it is given, as it is typed on the `:` line or bound to a key.
struct CommandCall: Hashable, Sendable {
  /// The command.
  var command: Command
  /// The number typed before it.
  var count: Int?
  /// The words after its name.
  var words: String?

  /// A call of a command.
  init(_ command: Command, count: Int? = nil, words: String? = nil) {
    self.command = command
    self.count = count
    self.words = words
  }

  /// Reads a call: a command's name and what it is given.
  ///
  /// - Parameter isAbbreviated: Whether an unambiguous beginning of the name will do.
  init(parsing line: String, isAbbreviated: Bool = false) throws(Mistake) {
    let name = String(line.prefix { $0 != " " })
    let rest = line.dropFirst(name.count).trimmingCharacters(in: .whitespaces)
    let names = CommandTable.entries.map(\.command.rawValue)
    let matches = isAbbreviated ? names.filter { $0.hasPrefix(name) } : []
    guard let command = Command(rawValue: name) ?? Self.only(matches) else {
      throw Mistake(
        description: matches.isEmpty
          ? "there is no command \(name.displayable)" + NearestWord.question(name, among: names)
          : "\(name.displayable) may be \(matches.joined(separator: ", "))")
    }
    self.init(command)
    guard !rest.isEmpty else { return }
    if CommandTable.entry(of: command)?.takesWords == true {
      words = rest
    } else if let number = Int(rest), number > 0 {
      count = number
    } else {
      throw Mistake(
        description: "\(command.rawValue) takes a number, not \(String(rest).displayable)")
    }
  }

  /// The command that an unambiguous beginning means.
  private static func only(_ names: [String]) -> Command? {
    names.count == 1 ? names.first.flatMap(Command.init) : nil
  }

  /// What is wrong with a line.
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }
}

/// Finds the word that was probably meant.
enum NearestWord {
  /// The word nearest to a mistyped one, if one is near enough: at most a third of its letters apart.
  static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    return words.map { (word: $0, distance: distance(word, $0)) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// Half a sentence that asks whether the nearest word was meant; nothing where none is near.
  static func question(_ word: String, among words: some Sequence<String>) -> String {
    nearest(to: word, among: words).map { "; did you mean \($0)?" } ?? ""
  }

  /// The optimal string alignment distance (Damerau 1964): letters inserted, deleted, replaced, or
  /// exchanged with their neighbour.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (x, y) = (Array(left.prefix(64).lowercased()), Array(right.prefix(64).lowercased()))
    var before: [Int] = []
    var row = Array(0...y.count)
    for i in x.indices {
      var next = [i + 1]
      for j in y.indices {
        var best = min(row[j + 1] + 1, next[j] + 1, row[j] + (x[i] == y[j] ? 0 : 1))
        if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] { best = min(best, before[j - 1] + 1) }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[y.count]
  }
}
