/// Puts the names of an entity in order: script by script, the best name of each first.
///
/// The best name of a person is the fullest of the well-attested ones, titles not counting. That of a
/// well-known place or organization is the one most used in text, acronyms only where there is nothing else.
struct NameRanking {
  /// What the entity is.
  let kind: EntityKind
  /// Whether it is a well-known place or organization.
  let isKnown: Bool

  /// A name is well attested where at least one mention in this many has it.
  private static let attestation = 50

  /// The different names in order.
  func ranked(_ names: [ClusterName]) -> [NameForm] {
    if names.count == 1 { return [names[0].form] }
    var result: [NameForm] = []
    for script in [Script.latin, .arabic, .other] {
      let own = names.filter { $0.form.script == script }.sorted {
        ($1.form.count, $0.form.text) < ($0.form.count, $1.form.text)
      }
      let total = own.reduce(0) { $0 + $1.form.count }
      let attested = own.filter { $0.form.count * Self.attestation >= total }
      let best = attested.max { !precedes($0, $1) && precedes($1, $0) }
      if let best { result.append(best.form) }
      for name in own where name.form.text != best?.form.text { result.append(name.form) }
    }
    return result
  }

  private func precedes(_ left: ClusterName, _ right: ClusterName) -> Bool {
    let x = rank(left)
    let y = rank(right)
    if x != y { return x.lexicographicallyPrecedes(y, by: >) }
    return left.form.text < right.form.text
  }

  /// What makes a name good, the weightiest first.
  private func rank(_ name: ClusterName) -> [Int] {
    let text = name.form.text
    let isAcronym = ParsedName.isAcronym(text)
    let isShouted = name.form.script == .latin && text == text.uppercased() ? 0 : 1
    let fullness = isAcronym ? 0 : name.words
    if isKnown { return [isAcronym ? 0 : 1, name.form.count, fullness, isShouted] }
    if kind == .person {
      return [name.personWords, isShouted, name.personWords - name.words, name.form.count]
    }
    return [fullness, isShouted, 0, name.form.count]
  }
}
