import Foundation

@testable import Model

/// Builds the lexicon's table from the lines that `Tools/gazetteer/gather.py` prints.
struct LexiconBuilder {
  private var flags: [UInt64: LexiconFlags] = [:]
  private var clusters: [UInt64: UInt16] = [:]

  /// Adds a word's cluster: the word as `TaggerTool words` prints it, a tab and the cluster's number.
  mutating func add(cluster line: Substring) throws {
    let fields = line.split(separator: "\t")
    guard fields.count == 2, let number = UInt16(fields[1]) else {
      throw ToolError("not a line of WORD, tab, NUMBER: \(line)")
    }
    let key = NameFolding.hash(fields[0].unicodeScalars)
    clusters[key] = number
    if flags[key] == nil { flags[key] = [] }
  }

  /// Adds one line: a flag's name, a tab and a name.
  mutating func add(line: Substring) throws {
    let fields = line.split(separator: "\t", maxSplits: 1)
    guard fields.count == 2, let flag = LexiconFlags.named[String(fields[0])] else {
      throw ToolError("not a line of FLAG, tab, NAME: \(line)")
    }
    let text = ScalarText(fields[1])
    let tokens = Tokenizer.tokens(of: text, in: text.range)
    guard let first = tokens.first, tokens.count <= Lexicon.longestSequence else { return }
    var key = NameFolding.hash(text.scalars[first.start..<first.end])
    for token in tokens.dropFirst() {
      flags[key, default: []].insert(.continues)
      key = Lexicon.key(key, then: NameFolding.hash(text.scalars[token.start..<token.end]))
    }
    flags[key, default: []].insert(flag)
  }

  /// The bytes of the table.
  func table() -> Data {
    var size = 1
    while size * 2 < flags.count * 3 { size *= 2 }
    var slots = [(fingerprint: UInt32, flags: UInt16, cluster: UInt16)](
      repeating: (0, 0, 0), count: size)
    // The order of keys decides where they land; sorted, the same names give the same bytes.
    for (key, flags) in flags.sorted(by: { $0.key < $1.key }) {
      var slot = Int(truncatingIfNeeded: key >> 32) & (size - 1)
      while slots[slot].fingerprint != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (Lexicon.fingerprint(key), flags.rawValue, clusters[key] ?? 0)
    }
    var data = Data(Lexicon.format.utf8)
    for field in [Lexicon.version, UInt32(size), 0, 0, 0, 0] as [UInt32] {
      withUnsafeBytes(of: field.littleEndian) { data.append(contentsOf: $0) }
    }
    for slot in slots {
      withUnsafeBytes(of: slot.fingerprint.littleEndian) { data.append(contentsOf: $0) }
      withUnsafeBytes(of: slot.flags.littleEndian) { data.append(contentsOf: $0) }
      withUnsafeBytes(of: slot.cluster.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }
}

extension LexiconFlags {
  /// The names by which a list in `Tools/gazetteer` calls the flags.
  static let named: [String: LexiconFlags] = [
    "person": .person, "place": .place, "major-place": .majorPlace,
    "organization": .organization, "given-name": .givenName, "surname": .surname, "title": .title,
    "organization-head": .organizationHead, "organization-tail": .organizationTail,
    "place-head": .placeHead, "place-tail": .placeTail, "nationality": .nationality,
    "common": .common, "calendar": .calendar, "country": .country,
  ]
}
