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

  /// Gives each target a label: one letter each where there are letters enough, else two.
  init(_ targets: [Target]) {
    let letters = Self.letters
    var labels: [Target: String] = [:]
    for (index, target) in targets.prefix(letters.count * letters.count).enumerated() {
      if targets.count <= letters.count {
        labels[target] = String(letters[index])
      } else {
        labels[target] = String([letters[index / letters.count], letters[index % letters.count]])
      }
    }
    self.labels = labels
  }

  /// The target whose label is `typed`, and whether some label starts with it.
  func lookUp(_ typed: String) -> (target: Target?, isPrefix: Bool) {
    let wanted = typed.lowercased()
    return (
      labels.first { $0.value == wanted }?.key, labels.values.contains { $0.hasPrefix(wanted) }
    )
  }
}
