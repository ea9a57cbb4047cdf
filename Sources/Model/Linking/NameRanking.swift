/// Puts the names of an entity in order: script by script, the best name of each first.
///
/// The best name of a person is the fullest of the well-attested ones, titles not counting. That of a
/// well-known place or organization is the one most used in text, acronyms only where there is nothing else.
struct NameRanking {
  /// All names.
  let names: [ParsedName]
  /// What the entity is.
  let kind: EntityKind
  /// Whether it is a well-known place or organization.
  let isKnown: Bool

  /// A name is well attested where at least one mention in this many has it.
  private static let attestation = 50

  /// The names, given as indices with their counts, in order.
  func ranked(_ counts: [Int: Int]) -> [NameForm] {
    var result: [NameForm] = []
    for script in [Script.latin, .arabic, .other] {
      let own = counts.filter { names[$0.key].script == script }.sorted {
        ($1.value, names[$0.key].text) < ($0.value, names[$1.key].text)
      }
      let total = own.reduce(0) { $0 + $1.value }
      let attested = own.filter { $0.value * Self.attestation >= total }
      let best = attested.max { !precedes($0, $1) && precedes($1, $0) }
      if let best { result.append(NameForm(text: names[best.key].text, count: best.value)) }
      for (name, count) in own where name != best?.key {
        result.append(NameForm(text: names[name].text, count: count))
      }
    }
    return result
  }

  private func precedes(_ left: (key: Int, value: Int), _ right: (key: Int, value: Int)) -> Bool {
    let x = rank(left)
    let y = rank(right)
    if x != y { return x.lexicographicallyPrecedes(y, by: >) }
    return names[left.key].text < names[right.key].text
  }

  /// What makes a name good, the weightiest first.
  private func rank(_ name: (key: Int, value: Int)) -> [Int] {
    let parsed = names[name.key]
    let isShouted = parsed.text == parsed.text.uppercased() && parsed.script == .latin ? 0 : 1
    if isKnown { return [parsed.isAcronym ? 0 : 1, name.value, parsed.fullness, isShouted] }
    let words = kind == .person ? parsed.person?.words.count ?? 0 : parsed.fullness
    let extra = kind == .person ? words - parsed.words.count : 0
    return [words, isShouted, extra, name.value]
  }
}
