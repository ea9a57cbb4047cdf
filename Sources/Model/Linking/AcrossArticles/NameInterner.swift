/// Gives names and the forms of records numbers, each different one once.
struct NameInterner {
  /// The different names, taken apart.
  private(set) var names: [ParsedName] = []
  /// The different forms.
  private(set) var forms: [RecordForm] = []
  private let tables: LinkingTables
  private var numbers: [String: Int] = [:]
  private var known: [Source: Int] = [:]

  /// Where a record's names are stored: equal records of a library share one array.
  private struct Source: Hashable {
    var address: Int
    var kind: EntityKind
  }

  /// Makes an interner that takes names apart with some tables.
  init(tables: LinkingTables) {
    self.tables = tables
  }

  /// The number of a record's form; the record has to outlive the interner.
  mutating func form(of record: LocalEntityRecord) -> Int {
    let address = record.names.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
    let source = Source(address: address, kind: record.kind)
    if let form = known[source] { return form }
    // A record without names is as one with an empty name.
    let own = record.names.isEmpty ? [NameForm(text: "", count: 0)] : record.names
    var hash = StableHash()
    var form = RecordForm(kind: record.kind, names: [], counts: [], mentionCount: 0, hash: 0)
    for name in own {
      let index = number(of: name.text)
      form.names.append(index)
      form.counts.append(Self.plausible(name.count))
      form.mentionCount += Self.plausible(name.count)
      guard !record.names.isEmpty else { continue }
      hash.feed(names[index].hash)
      hash.feed(UInt64(bitPattern: Int64(name.count)))
    }
    form.hash = hash.value
    known[source] = forms.count
    forms.append(form)
    return forms.count - 1
  }

  private mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = names.count
    names.append(tables.name(text))
    return names.count - 1
  }

  /// A count of mentions, kept where sums of it cannot overflow.
  private static func plausible(_ count: Int) -> Int {
    min(max(0, count), 1 << 24)
  }
}

/// What equal records have in common, looked at once for all of them.
struct RecordForm {
  /// What they are.
  var kind: EntityKind
  /// Their names, the fullest first: indices of the resolver's names.
  var names: [Int]
  /// How many mentions have each name.
  var counts: [Int]
  /// How many mentions each record has.
  var mentionCount: Int
  /// The names and their counts in one number.
  var hash: UInt64
  /// The well-known entity that they are by name alone: an index of the resolver's.
  var known: Int?
  /// Whether a name has several readings, so that the article decides.
  var isDoubtful = false
  /// What they are of some country, where many countries have one: an index of the resolver's.
  var shared: Int?
}
