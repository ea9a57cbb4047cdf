extension Palette.Depth {
  /// What a terminal allows.
  ///
  /// - Parameters:
  ///   - environment: `NO_COLOR` (https://no-color.org: present and not empty) takes colours away.
  ///   - colors: How many colours terminfo knows the terminal to have.
  init(environment: [String: String], colors: Int) {
    if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false
      || environment["TERM"] == "dumb" || colors < 8
    {
      self = .none
    } else if colors > 256 {
      self = .direct
    } else if colors == 256 {
      self = .indexed
    } else {
      self = .eight
    }
  }
}
