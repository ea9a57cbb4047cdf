/// A change of the reader's judgements: what is taken back, and what is decided.
///
/// Carrying one out gives the change that undoes it.
public struct JudgementChange: Hashable, Sendable {
  /// The judgements that are taken back.
  public var removing: [Judgement]
  /// The judgements that are made, after that.
  public var adding: [Judgement]

  /// Makes a change.
  public init(removing: [Judgement] = [], adding: [Judgement] = []) {
    self.removing = removing
    self.adding = adding
  }
}
