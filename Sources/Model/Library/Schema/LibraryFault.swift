/// Something that is wrong with a library, and the way out.
public struct LibraryFault: Hashable, Sendable {
  /// What helps.
  public enum Remedy: Hashable, Sendable {
    /// What is wrong can be made anew of the articles.
    case reindex
    /// An import was broken off.
    case `import`
    /// What was read or what the reader did is damaged.
    case restore
  }

  /// What is wrong, as the beginning of a sentence.
  public var what: String
  /// What helps.
  public var remedy: Remedy

  /// Makes a fault.
  public init(what: String, remedy: Remedy) {
    self.what = what
    self.remedy = remedy
  }
}

extension LibraryFault: CustomStringConvertible {
  /// A sentence for the person at the terminal, with the way out.
  public var description: String {
    switch remedy {
    case .reindex: "\(what); `reader reindex` makes that anew."
    case .import: "\(what); `reader import` of any path, or `reader reindex`, does the rest."
    case .restore:
      "\(what). Move the library away, then restore a copy of it or import the articles again."
    }
  }
}
