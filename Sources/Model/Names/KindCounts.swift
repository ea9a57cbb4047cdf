/// How many mentions were tagged each kind.
public struct KindCounts: Hashable, Sendable {
  /// The counts by the kinds' codes.
  private var counts = SIMD4<Int>.zero

  /// Creates counts of zero.
  public init() {}

  /// The number of mentions of a kind.
  public subscript(kind: EntityKind) -> Int {
    get { counts[Int(kind.code)] }
    set { counts[Int(kind.code)] = newValue }
  }

  /// The number of mentions of any kind.
  public var total: Int { EntityKind.allCases.reduce(0) { $0 + self[$1] } }

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
    for kind in EntityKind.allCases { left[kind] += right[kind] }
  }
}
