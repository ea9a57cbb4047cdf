extension Entity {
  /// How many mentions name it.
  public var mentionCount: Int { names.reduce(0) { $0 + $1.count } }

  /// How many mentions name it in a script.
  public func mentionCount(in script: Script) -> Int {
    names.reduce(0) { $0 + ($1.script == script ? $1.count : 0) }
  }
}
