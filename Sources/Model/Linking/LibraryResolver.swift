/// Joins the local entities of all articles, from their names and their company alone.
///
/// Records with the same identity (a well-known entity, a person's full name, the name of a place or
/// organization) make one node; the steps then join nodes. Nodes and candidates are put in an order
/// of their own before anything depends on one, so the order of the records makes no difference.
struct LibraryResolver {
  let tables: LinkingTables
  let records: [LocalEntityRecord]

  /// Every different name, taken apart once.
  var names: [ParsedName] = []
  /// The names of each record: indices of ``names``. Records with the same names share an array.
  var recordNames: [[Int]] = []
  /// The node of each record's fullest name.
  var recordNodes: [Int32] = []
  /// The article of each record: its place among all articles, put in order by what they hold.
  var recordArticles: [Int] = []
  /// What each article holds, in one number, by its place.
  var articleSignatures: [UInt64] = []
  /// The nodes; those with an identity first, in its order, then the lone names.
  var nodes: [LinkNode] = []
  /// Which nodes are one entity.
  var sets = DisjointSets(count: 0)
  /// What joins nodes, and what might.
  var links: [NodeLink] = []

  /// Prepares to join records.
  init(tables: LinkingTables, records: [LocalEntityRecord]) {
    self.tables = tables
    self.records = records
  }

  /// The parts and the links between them.
  mutating func resolve() -> Resolution {
    internNames()
    makeNodes()
    joinSameNames()
    joinVariantsOfPeople()
    joinAcronyms()
    joinScripts()
    joinLoneNames()
    return makeParts()
  }

  /// Joins two nodes and notes why; a link below the bound is noted alone.
  mutating func link(_ left: Int, _ right: Int, _ reason: LinkReason, _ confidence: Double) {
    guard left != right else { return }
    links.append(NodeLink(left: left, right: right, reason: reason, confidence: confidence))
    if confidence >= PartLink.bound { sets.join(left, right) }
  }

  private mutating func internNames() {
    var indices: [String: Int] = [:]
    func index(of text: String) -> Int {
      if let index = indices[text] { return index }
      indices[text] = names.count
      names.append(ParsedName(text, titles: tables.titles))
      return names.count - 1
    }
    recordNames.reserveCapacity(records.count)
    var signatures: [Int64: UInt64] = [:]
    for record in records {
      var signature = FowlerNollVoHash()
      // A record without names is as one with an empty name.
      var own = record.names.isEmpty ? [index(of: "")] : []
      for form in record.names {
        let name = index(of: form.text)
        own.append(name)
        signature.feed(names[name].hash)
        signature.feed(UInt64(bitPattern: Int64(form.count)))
      }
      recordNames.append(own)
      signatures[record.article, default: 0] &+= signature.value
    }
    let articles = signatures.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    articleSignatures = articles.map(\.value)
    let places = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1.key, $0) })
    recordArticles = records.map { places[$0.article] ?? 0 }
  }
}
