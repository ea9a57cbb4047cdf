import Model

/// Letters on the names on screen.
struct Hints: Sendable {
  /// What a label leads to.
  enum Target: Hashable, Sendable {
    /// A mention in the text, by its index.
    case mention(Int)
    /// A row of the panel of names.
    case name(Int)
  }

  /// The label of each name.
  let labels: [Target: String]
  /// What has been typed of a label.
  var typed = ""

  /// The letters of labels, the easiest to reach first.
  static let letters = Array("asdfghjklqwertyuiopzxcvbnm")

  /// Gives each target a label: one letter as long as there are letters enough, then two.
  ///
  /// The last letters begin the labels of two, so that no label begins another.
  init(_ targets: [Target]) {
    let letters = Self.letters
    let beyond = max(0, targets.count - letters.count)
    // Each letter that begins labels of two gives as many as there are letters, and takes one.
    let firsts = min(letters.count, (beyond + letters.count - 2) / (letters.count - 1))
    let singles = letters.dropLast(firsts).map { String($0) }
    let pairs = letters.suffix(firsts).flatMap { first in letters.map { String([first, $0]) } }
    labels = Dictionary(uniqueKeysWithValues: zip(targets, singles + pairs))
  }

  /// The target whose label is `typed`, and whether some label starts with it.
  func lookUp(_ typed: String) -> (target: Target?, isPrefix: Bool) {
    let wanted = typed.lowercased()
    return (
      labels.first { $0.value == wanted }?.key, labels.values.contains { $0.hasPrefix(wanted) }
    )
  }
}
