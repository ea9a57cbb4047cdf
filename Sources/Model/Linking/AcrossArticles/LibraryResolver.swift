/// Joins the local entities of all articles, from their names and their company alone.
///
/// Records with the same identity (a well-known entity, a person's full name, the name of a place or
/// organization) make one node; the steps then join nodes. Nodes and candidates are put in an order
/// of their own before anything depends on one, so the order of the records makes no difference.
struct LibraryResolver {
  let tables: LinkingTables
  var records: [LocalEntityRecord]
  /// Records that are one entity from the first: their places.
  let groups: [[Int]]

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
  /// The keys under which a node's name is found by its sound.
  var sounds: [Int: [UInt64]] = [:]

  /// Prepares to join records.
  init(tables: LinkingTables, records: [LocalEntityRecord], groups: [[Int]] = []) {
    self.tables = tables
    self.records = records
    self.groups = groups
  }

  /// The parts and the links between them.
  mutating func resolve() -> Resolution {
    internNames()
    makeNodes()
    joinKnownGroups()
    joinSameNames()
    joinVariantsOfPeople()
    joinAcronyms()
    joinScripts()
    joinLoneNames()
    // Of the records themselves no more is needed; a library has millions.
    let keys = records.map(\.key)
    records = []
    return makeParts(of: keys)
  }

  private mutating func joinKnownGroups() {
    for group in groups {
      for record in group.dropFirst() {
        sets.join(Int(recordNodes[group[0]]), Int(recordNodes[record]))
      }
    }
  }

  /// Joins two nodes and notes why; a link below the bound is noted alone.
  mutating func link(_ left: Int, _ right: Int, _ reason: LinkReason, _ confidence: Double) {
    guard left != right else { return }
    links.append(NodeLink(left: left, right: right, reason: reason, confidence: confidence))
    if confidence >= PartLink.bound { sets.join(left, right) }
  }

  /// Takes every different name apart, and finds records that are equal.
  private mutating func internNames() {
    var interner = NameInterner(titles: tables.titles)
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
