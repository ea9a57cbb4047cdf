/// What judgements ask of some clusters, given as indices.
struct ClusterConstraints {
  /// Pairs that are one entity.
  var same: [(Int, Int)] = []
  /// Pairs that are not.
  var different: [(Int, Int)] = []
  /// Parts that are not shown.
  var hidden: Set<Int> = []
  /// Parts whose entity is shown by another name, the latest judgement last.
  var shown: [(cluster: Int, name: String)] = []
  /// Parts whose entity is of another kind, the latest judgement last.
  var kinds: [(cluster: Int, kind: EntityKind)] = []
  /// Articles in which clusters are not shown.
  var hiddenArticles: [Int: Set<Int64>] = [:]

  /// Whether nothing is asked.
  var isEmpty: Bool {
    same.isEmpty && different.isEmpty && hidden.isEmpty && shown.isEmpty && kinds.isEmpty
      && hiddenArticles.isEmpty
  }

  /// Makes no constraints.
  init() {}

  /// Finds out what judgements ask.
  ///
  /// `clusters` are those that a name names everywhere, `articles` those of a digest; `isIn` tells whether
  /// a cluster is named in one of some articles.
  init(
    _ judgements: [Judgement], clusters: (JudgedName) -> [Int],
    articles: (Int64) throws -> Set<Int64>,
    isIn: (Int, Set<Int64>) throws -> Bool
  ) rethrows {
    func named(_ name: JudgedName) throws -> [Int] {
      let all = clusters(name)
      guard let digest = name.article, !all.isEmpty else { return all }
      let scope = try articles(digest)
      return try all.filter { try isIn($0, scope) }
    }
    for judgement in judgements {
      switch judgement {
      case .same(let left, let right): same += Self.pairs(try named(left), try named(right))
      case .different(let left, let right):
        different += Self.pairs(try named(left), try named(right))
      case .unsure, .spans: continue
      case .rename(let name, let text): shown += try named(name).map { ($0, text) }
      case .kind(let name, let kind): kinds += try named(name).map { ($0, kind) }
      case .hide(let name):
        guard let digest = name.article else {
          hidden.formUnion(clusters(name))
          continue
        }
        for cluster in try named(name) {
          hiddenArticles[cluster, default: []].formUnion(try articles(digest))
        }
      }
    }
  }

  private static func pairs(_ left: [Int], _ right: [Int]) -> [(Int, Int)] {
    left.flatMap { x in right.filter { $0 != x }.map { (x, $0) } }
  }
}
