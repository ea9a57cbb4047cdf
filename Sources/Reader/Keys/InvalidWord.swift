/// A word that is not one of those known, or a value that does not fit, put into words.
///
/// The description starts in lower case, to stand after a file's name and a position.
struct InvalidWord: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, without a full stop.
  let description: String

  /// The description as a sentence of its own, for the foot of the screen.
  var sentence: String { description.prefix(1).uppercased() + description.dropFirst() }

  /// Makes a mistake from its description, without what a terminal would obey.
  init(_ description: String) {
    self.description = description.displayable
  }

  /// Says that there is no `kind` called `word`, and names the nearest of those known.
  static func unknown(
    _ kind: String, _ word: String, among known: some Sequence<String>
  ) -> InvalidWord {
    InvalidWord("there is no \(kind) \(quoted(word))" + suggestion(for: word, among: known))
  }

  /// The question whether the nearest known word is meant, or nothing where none is near.
  static func suggestion(for word: String, among known: some Sequence<String>) -> String {
    nearest(to: word, among: known).map { "; did you mean \($0)?" } ?? ""
  }

  /// A word as it is quoted in a sentence: a long one is cut.
  static func quoted(_ word: String) -> String {
    word.count > 40 ? word.prefix(40) + "…" : word
  }

  /// The known word nearest to `word`, ignoring case, where one is near enough to be meant.
  static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    guard word.count <= 40 else { return nil }
    let typed = Array(word.lowercased())
    var best: (word: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased())
      let isBeginning = typed.count >= 3 && letters.starts(with: typed)
      let distance = isBeginning ? 1 : editDistance(typed, letters)
      // A third of the letters may be wrong.
      guard distance <= max(1, max(typed.count, letters.count) / 3) else { continue }
      guard distance < letters.count, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// How many insertions, deletions, substitutions and swaps of neighbours turn one into the other.
  private static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let cost = first[row] == second[column] ? 0 : 1
        var best = min(
          previous[column] + cost, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1],
          first[row - 1] == second[column]
        {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[second.count]
  }
}
