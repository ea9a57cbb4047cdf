/// Puts the names of an entity in order: the script of most mentions first, and in each script its headline.
///
/// The headline is the most frequent full name. A person's name is full with two words, titles not
/// counting; that of an organization, unless it is a well-known one, with no shorter form beside it that is
/// far more frequent. Acronyms and names all in capitals head an entity only where there is nothing else.
struct NameRanking {
  /// What the entity is.
  let kind: EntityKind
  /// Whether it is a well-known place or organization.
  let isKnown: Bool

  /// A fuller name of an organization heads it where it is at least a part of this many as frequent as the
  /// most frequent one.
  private static let attestation = 4

  /// The different names in order.
  func ranked(_ names: [ClusterName]) -> [NameForm] {
    if names.count == 1 { return [names[0].form] }
    let scripts = [Script.latin, .arabic, .other].map { script in
      names.filter { $0.form.script == script }.sorted {
        ($1.form.count, $0.form.text) < ($0.form.count, $1.form.text)
      }
    }
    let totals = scripts.map { $0.reduce(0) { $0 + $1.form.count } }
    let order = scripts.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
    return order.flatMap { place in
      let own = scripts[place]
      guard let headline = headline(of: own) else { return [NameForm]() }
      return [headline.form] + own.map(\.form).filter { $0.text != headline.form.text }
    }
  }

  /// The headline among the names of one script, the most frequent first.
  private func headline(of names: [ClusterName]) -> ClusterName? {
    let spelled = names.filter { !ParsedName.isAcronym($0.form.text) && !isShouted($0.form) }
    let full = spelled.filter { kind != .person || $0.personWords > 1 }
    let candidates = [full, spelled, names].first { !$0.isEmpty } ?? []
    guard let first = candidates.first else { return nil }
    let isFullest = kind == .organization && !isKnown
    let attested = candidates.filter {
      $0.form.count * (isFullest ? Self.attestation : 1) >= first.form.count
    }
    guard let best = attested.max(by: { rank($0).lexicographicallyPrecedes(rank($1)) }) else {
      return nil
    }
    // The same name without its title is the better one.
    return kind == .person
      ? full.filter { $0.personWords == best.personWords && best.form.text.hasSuffix($0.form.text) }
        .min { $0.words < $1.words } ?? best : best
  }

  /// What makes one of equally frequent names better, the weightiest first.
  private func rank(_ name: ClusterName) -> [Int] {
    let words = kind == .person ? name.personWords : name.words
    return [words, words - name.words, name.form.count]
  }

  private func isShouted(_ form: NameForm) -> Bool {
    form.script == .latin && form.text == form.text.uppercased()
  }
}
