/// A command with what it is given: the words after its name, or a count.
struct CommandCall: Hashable, Sendable, CustomStringConvertible {
  /// The command.
  let command: Command
  /// The words after its name.
  var argument = ""
  /// How many times, or which line.
  var count: Int?

  /// Makes a call.
  init(_ command: Command, argument: String = "", count: Int? = nil) {
    self.command = command
    self.argument = argument
    self.count = count
  }

  /// Reads a line as it is typed after the colon: `filter is:unread`, `line-down 5`, or a number,
  /// which goes to a line.
  ///
  /// With `isAbbreviated` an unambiguous beginning of a name stands for it.
  init(parsing line: String, isAbbreviated: Bool = false) throws(InvalidWord) {
    let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard let name = words.first.map(String.init) else { throw InvalidWord("no command is named") }
    if let row = Self.count(name) {
      guard words.count == 1 else {
        throw InvalidWord("nothing stands after a number: \(InvalidWord.quoted(line))")
      }
      self.init(.first, count: max(1, row))
      return
    }
    let matches = isAbbreviated ? CommandTable.completions(of: name) : []
    guard let command = Command(rawValue: name) ?? Self.only(matches) else {
      guard matches.isEmpty else {
        throw InvalidWord("\(name) may be \(matches.joined(separator: ", "))")
      }
      throw .unknown("command", name, among: CommandTable.entries.map(\.command.rawValue))
    }
    guard words.count > 1 else {
      self.init(command)
      return
    }
    // The first split leaves spaces that follow others.
    let rest = words[1].drop(while: \.isWhitespace)
    let argument = String(rest.reversed().drop(while: \.isWhitespace).reversed())
    switch CommandTable.entry(for: command)?.argument ?? .none {
    case .words: self.init(command, argument: argument)
    case .none:
      guard argument.isEmpty else {
        throw InvalidWord("\(command.rawValue) takes nothing after it")
      }
      self.init(command)
    case .count:
      guard argument.isEmpty || Self.count(argument) ?? 0 > 0 else {
        throw InvalidWord("\(command.rawValue) takes a number, not \(InvalidWord.quoted(argument))")
      }
      self.init(command, count: Self.count(argument))
    }
  }

  /// The words after its name, where there are any.
  var words: String? { argument.isEmpty ? nil : argument }

  /// The call as it is written on the command line.
  var description: String {
    [command.rawValue, argument, count.map(String.init) ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A number that a person may type, if `word` is one; larger ones are cut.
  private static func count(_ word: String) -> Int? {
    guard !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return min(Int(word) ?? .max, 9_999_999)
  }

  /// The command that an unambiguous beginning means.
  private static func only(_ names: [String]) -> Command? {
    names.count == 1 ? names.first.flatMap(Command.init) : nil
  }
}
