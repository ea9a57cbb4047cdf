/// How many mentions were tagged each kind.
public struct KindCounts: Hashable, Sendable {
  /// The counts by the kinds' codes, without zeros at the end.
  private var counts: [Int] = []

  /// Creates counts of zero.
  public init() {}

  /// The number of mentions of a kind.
  public subscript(kind: EntityKind) -> Int {
    get { counts.indices.contains(Int(kind.code)) ? counts[Int(kind.code)] : 0 }
    set {
      let place = Int(kind.code)
      if place >= counts.count {
        counts += repeatElement(0, count: place + 1 - counts.count)
      }
      counts[place] = newValue
      while counts.last == 0 { counts.removeLast() }
    }
  }

  /// The number of mentions of any kind.
  public var total: Int { counts.reduce(0, +) }

  /// The kind of most mentions, the last of several in the order of the kinds; `nil` without mentions.
  public var leading: EntityKind? {
    var most: (kind: EntityKind, count: Int)?
    for kind in EntityKind.allCases where self[kind] >= max(most?.count ?? 1, 1) {
      most = (kind, self[kind])
    }
    return most?.kind
  }

  /// Adds the counts of others.
  public static func += (left: inout KindCounts, right: KindCounts) {
    for kind in EntityKind.allCases where right[kind] != 0 { left[kind] += right[kind] }
  }
}
