/// A line for the reader at the foot of the screen.
struct Notice: Hashable, Sendable {
  /// How it is meant.
  enum Tone: Hashable, Sendable {
    case plain
    case alert
  }

  /// What it says.
  var text: String
  /// How it is meant.
  var tone = Tone.plain
}
