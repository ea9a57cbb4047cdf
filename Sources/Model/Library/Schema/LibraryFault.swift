/// Something wrong with a library: what it means to the reader, and the way out.
public struct LibraryFault: Hashable, Sendable {
  /// What helps.
  public enum Remedy: Hashable, Sendable {
    /// What is wrong can be made anew of the articles.
    case reindex
    /// An import was broken off.
    case `import`
    /// What was read or what the reader did is damaged.
    case recover
  }

  /// What is wrong, as the beginning of a sentence.
  public var what: String
  /// What that means to the reader, as the rest of it.
  public var meaning: String
  /// What helps.
  public var remedy: Remedy

  /// Makes a fault.
  public init(what: String, meaning: String, remedy: Remedy) {
    self.what = what
    self.meaning = meaning
    self.remedy = remedy
  }
}

extension LibraryFault: CustomStringConvertible {
  /// Two sentences for the person at the terminal, the second with the way out.
  public var description: String {
    let wayOut =
      switch remedy {
      case .reindex: "`reader reindex` makes that again."
      case .import: "`reader import` of any path, or `reader reindex`, does the rest."
      case .recover:
        "`reader recover FILE` saves what can be read to a new library, `reader restore FILE` puts "
          + "a backup in its place."
      }
    return "\(what): \(meaning). \(wayOut)"
  }
}
