/// Joins the local entities of all articles, from their names and their company alone.
///
/// Records with the same identity (a well-known entity, a person's full name, the name of a place or
/// organization) make one node; the steps then join nodes. Nodes and candidates are put in an order
/// of their own before anything depends on one, so the order of the records makes no difference.
struct LibraryResolver {
  let tables: LinkingTables
  var records: [LocalEntityRecord]
  /// What a library knows beside the records.
  let context: LibraryContext
  /// The clusters of the context, each as a record behind the others.
  var known: [KnownRecord] = []
  /// The number of records that are not of the context.
  let newCount: Int

  /// Every different name, taken apart once.
  var names: [ParsedName] = []
  /// What equal records have in common.
  var forms: [RecordForm] = []
  /// The form of each record.
  var recordForms: [Int32] = []
  /// The node of each record's fullest name.
  var recordNodes: [Int32] = []
  /// The article of each record: its place among all articles, put in order by what they hold.
  var recordArticles: [Int32] = []
  /// What each article holds, in one number, by its place.
  var articleSignatures: [UInt64] = []
  /// The nodes; those with an identity first, in its order, then the lone names.
  var nodes: [LinkNode] = []
  /// Which nodes are one entity.
  var sets = DisjointSets(count: 0)
  /// What joins nodes, and what might.
  var links: [NodeLink] = []
  /// The keys under which nodes' names are found by their sounds.
  var sounds: [NodeSound] = []

  /// A key under which a node's name is found.
  struct NodeSound {
    /// The node.
    var node: Int32
    /// The key.
    var key: UInt64
  }

  /// Notes keys under which a node's name is found.
  mutating func note(sounds keys: some Sequence<UInt64>, of node: Int) {
    for key in keys { sounds.append(NodeSound(node: Int32(node), key: key)) }
  }

  /// A cluster of the context that stands among the records.
  struct KnownRecord {
    /// Its number.
    var cluster: Int64
    /// The entity that it is of: an index of the context's.
    var entity: Int
    /// The English name of the well-known entity that it is.
    var known: String?
  }

  /// Prepares to join records to one another and to the clusters of a context.
  init(
    tables: LinkingTables, records: [LocalEntityRecord], context: LibraryContext = LibraryContext()
  ) {
    self.tables = tables
    self.records = records
    self.context = context
    newCount = records.count
    for (place, entity) in context.entities.enumerated() {
      for cluster in entity.clusters {
        known.append(KnownRecord(cluster: cluster.id, entity: place, known: cluster.known))
        self.records.append(LocalEntityRecord(of: cluster))
      }
    }
  }

  /// The clusters and the links between them.
  ///
  /// - Parameter progress: Called before each step with how many of them are done, of how many.
  mutating func resolve(progress: (_ done: Int, _ steps: Int) -> Void = { _, _ in }) -> Resolution {
    let steps: [(inout Self) -> Void] = [
      { $0.internNames() }, { $0.makeNodes() }, { $0.joinKnownClusters() },
      { $0.joinSameNames() }, { $0.joinVariantsOfPeople() }, { $0.joinVariantsOfOthers() },
      { $0.joinAcronyms() }, { $0.joinScripts() }, { $0.joinLoneNames() },
    ]
    for (done, step) in steps.enumerated() {
      progress(done, steps.count + 1)
      step(&self)
    }
    progress(steps.count, steps.count + 1)
    // Of the records themselves no more is needed; a library has millions.
    let keys = records.map(\.key)
    records = []
    return makeClusters(of: keys)
  }

  /// Joins the clusters that the library has as one entity.
  private mutating func joinKnownClusters() {
    for place in known.indices.dropFirst() where known[place - 1].entity == known[place].entity {
      sets.join(Int(recordNodes[newCount + place - 1]), Int(recordNodes[newCount + place]))
    }
  }

  /// The place among the known clusters of the one that a record stands for.
  func knownPlace(ofRecord record: Int32) -> Int? {
    Int(record) >= newCount ? Int(record) - newCount : nil
  }

  /// Whether the library has a node's cluster already.
  func isStored(_ node: Int) -> Bool {
    nodes[node].records.last.flatMap(knownPlace) != nil
  }

  /// Joins two nodes and notes why; a link below the bound is noted alone.
  ///
  /// What the library decided of its own clusters it decided with all their articles before it.
  mutating func link(_ left: Int, _ right: Int, _ reason: LinkReason, _ confidence: Double) {
    guard left != right, !(isStored(left) && isStored(right)) else { return }
    links.append(NodeLink(left: left, right: right, reason: reason, confidence: confidence))
    if confidence >= ClusterLink.bound { sets.join(left, right) }
  }

  /// Takes every different name apart, and finds records that are equal.
  private mutating func internNames() {
    var interner = NameInterner(tables: tables)
    recordForms.reserveCapacity(records.count)
    var signatures: [Int64: UInt64] = [:]
    for record in records {
      let form = interner.form(of: record)
      recordForms.append(Int32(form))
      signatures[record.article, default: 0] &+= interner.forms[form].hash
    }
    names = interner.names
    forms = interner.forms
    let articles = signatures.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    articleSignatures = articles.map(\.value)
    let places = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1.key, Int32($0)) })
    recordArticles = records.map { places[$0.article] ?? 0 }
  }

  /// The company of all entities as they are joined so far.
  func company() -> Company {
    var places: [Int64: Int32] = [:]
    func place(_ article: Int64) -> Int32 {
      if let place = places[article] { return place }
      let place = Int32(articleSignatures.count + places.count)
      places[article] = place
      return place
    }
    let sampled = context.entities.map { $0.sample.map(place) }
    let noted = context.entities.map { $0.articles.compactMap { places[$0] } }
    var company = Company(
      articleCount: articleSignatures.count + places.count, entityCount: nodes.count,
      unseen: max(0, context.articleCount - places.count - known.count))
    var sets = sets
    for set in sets.sets() {
      var articles: [Int32] = []
      var entities: Set<Int> = []
      for node in set {
        for record in nodes[node].records {
          if let place = knownPlace(ofRecord: record) {
            entities.insert(known[place].entity)
          } else {
            articles.append(recordArticles[Int(record)])
          }
        }
      }
      company.note(entity: set[0], in: articles)
      for entity in entities.sorted() {
        company.note(
          entity: set[0], in: noted[entity], sample: sampled[entity],
          count: context.entities[entity].articleCount)
      }
    }
    return company
  }

  /// The names of a record.
  func names(ofRecord record: Int) -> [Int] {
    forms[Int(recordForms[record])].names
  }

  /// The names that the records of a node have, each once, ascending.
  func names(ofNode node: Int) -> [Int] {
    if nodes[node].forms.count == 1 { return Set(forms[Int(nodes[node].forms[0])].names).sorted() }
    return Set(nodes[node].forms.flatMap { forms[Int($0)].names }).sorted()
  }
}

extension LocalEntityRecord {
  /// A known cluster as a record of an article of its own.
  fileprivate init(of cluster: Cluster) {
    let fullest = cluster.names.filter { name in
      let key = NameKey.key(of: name.form.text)
      return (key.isEmpty ? name.form.text : key) == cluster.key
    }
    let rest = cluster.names.filter { !fullest.contains($0) }
    self.init(
      key: cluster.id, article: -cluster.id, kind: cluster.kind, names: (fullest + rest).map(\.form)
    )
  }
}

/// The keys under which a library finds clusters by their sound, told apart by what they are of.
///
/// Those of a person's whole name are as they are.
enum SoundKey {
  /// The key of a place's or organization's one word.
  static func word(_ key: UInt64) -> UInt64 { key ^ 1 << 50 }
  /// The key of the last word of a person's full name.
  static func surname(_ key: UInt64) -> UInt64 { key ^ 1 << 51 }
  /// The key of a lone name.
  static func lone(_ key: UInt64) -> UInt64 { key ^ 1 << 52 }

  /// The keys of the clusters that one of a key may be: those of the same key, and of a person's lone
  /// name those of full names that it may be short for, and the other way round.
  static func matches(for key: Int64, kind: EntityKind) -> [Int64] {
    let bits = UInt64(bitPattern: key)
    guard kind == .person else { return [key] }
    switch bits >> 51 & 3 {
    case 1: return [Int64(bitPattern: surname(lone(bits)))]
    case 2: return [key, Int64(bitPattern: surname(lone(bits)))]
    default: return [key]
    }
  }
}
