/// A line short enough to be something else than text of the article, taken apart once for all the
/// questions that are asked of it.
struct ShortLine {
  private static let longest = 200

  let scalars: ArraySlice<Unicode.Scalar>
  let tokens: [LineToken]
  /// The words among the tokens.
  let words: [HashedWord]

  /// Takes a line apart; `nil` where it is long.
  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    guard scalars.count <= Self.longest else { return nil }
    self.scalars = scalars
    tokens = LineToken.tokens(of: scalars)
    words = tokens.compactMap(\.word)
  }
}
