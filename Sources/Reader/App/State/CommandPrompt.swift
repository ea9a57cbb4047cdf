/// A command being typed: for the program after `:`, for the shell after `|`.
struct CommandPrompt: Sendable {
  /// Who is to run it.
  enum Kind: Sendable {
    case program
    case shell
  }

  /// Who is to run it.
  let kind: Kind
  /// What is typed.
  var input = InputLine()
  /// The names that Tab goes through, and which is shown.
  var completions: [String] = []
  /// The completion that is shown.
  var completion = 0
  /// How far back in earlier commands the arrow keys have gone; 0 is the line being typed.
  var recalled = 0

  /// Puts the next completion of the typed name into the line.
  mutating func complete(by step: Int) {
    if completions.isEmpty {
      completions = CommandTable.completions(of: input.text)
      completion = step > 0 ? 0 : completions.count - 1
    } else {
      completion = (completion + step + completions.count) % completions.count
    }
    if completions.indices.contains(completion) { input = InputLine(completions[completion]) }
  }
}
