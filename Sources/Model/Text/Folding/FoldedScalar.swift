/// What folding makes of one Unicode scalar.
enum FoldedScalar: Equatable {
  /// It parts words.
  case separator
  /// It belongs to the word around it and leaves nothing: a mark, a tatweel, a joiner.
  case ignored
  /// It joins two letters and parts everything else.
  case apostrophe
  /// It becomes one scalar.
  case letter(Unicode.Scalar)
  /// It becomes several scalars, which ``Folding/expansion(of:)`` gives.
  case expansion
}
