extension LocalResolver {
  /// Words that do not count in the expansion of an acronym.
  private static let unspoken: Set<Substring> = ["of", "the", "and", "for", "in", "on", "to", "de"]

  /// Joins acronyms to what they abbreviate: to the name they stand beside, or whose initials they are.
  mutating func joinAcronyms() {
    for (left, right) in zip(mentions.indices, mentions.indices.dropFirst()) {
      joinApposed(owner[left], owner[right], gap: gap(after: left))
    }
    var expansions: [Substring: [Int]] = [:]
    for full in clusters.indices where clusters[full].kind != .person {
      for initials in Set(Self.initials(of: clusters[full].name)) {
        expansions[initials, default: []].append(full)
      }
    }
    for acronym in clusters.indices
    where clusters[acronym].name.isAcronym && clusters[acronym].kind != .person {
      let letters = Substring(clusters[acronym].name.key.filter { $0 != " " })
      let full = expansions[letters] ?? []
      if Set(full.map { sets.root(of: $0) }).count == 1, areJoinable(acronym, full[0]) {
        sets.join(acronym, full[0])
      }
    }
  }

  /// What stands between a mention and the next.
  private func gap(after mention: Int) -> ArraySlice<Unicode.Scalar> {
    let start = mentions[mention].range.upperBound
    let end = mentions[mention + 1].range.lowerBound
    guard start < end, end - start <= 3, end <= article.text.count else { return [] }
    return article.text.slice(TextRange(start, end))
  }

  /// Joins two names of which one stands in brackets after the other, or an acronym in the other's
  /// script right after it.
  private mutating func joinApposed(_ left: Int, _ right: Int, gap: ArraySlice<Unicode.Scalar>) {
    guard !gap.isEmpty, left != right,
      gap.allSatisfy({ " (-–—\"«".unicodeScalars.contains($0) })
    else { return }
    let x = clusters[left].name
    let y = clusters[right].name
    let isBracketed = gap.contains("(")
    let isBeside = x.script != y.script && gap.allSatisfy { $0 == " " } && y.isAcronym
    if isBeside || isBracketed, x.isAcronym != y.isAcronym,
      clusters[x.isAcronym ? right : left].kind == .organization,
      clusters[x.isAcronym ? left : right].kind != .person, areJoinable(left, right)
    {
      sets.join(left, right)
    } else if isBracketed, isTransliterated(left, right) {
      sets.join(left, right)
    }
  }

  /// Whether two names are one in two scripts.
  private func isTransliterated(_ left: Int, _ right: Int) -> Bool {
    let pair = [clusters[left], clusters[right]]
    guard pair[0].kind == pair[1].kind,
      let latin = pair.first(where: { $0.name.script == .latin }),
      let arabic = pair.first(where: { $0.name.script == .arabic })
    else { return false }
    return tables.matcher.areSame(
      latin: latin.name.text, arabic: arabic.name.text, kind: pair[0].kind)
  }

  /// The letters that could abbreviate a name: the initials of all words, and of those that count.
  private static func initials(of name: ParsedName) -> [Substring] {
    guard name.script == .latin, name.fullness > 1 else { return [] }
    let counting = name.words.filter { !unspoken.contains($0) }
    return [name.words, counting].map { words in
      Substring(words.compactMap(\.first).map(String.init).joined())
    }
  }

  /// Whether nothing speaks against two names being one: they are not known for two entities.
  private func areJoinable(_ left: Int, _ right: Int) -> Bool {
    guard let x = clusters[left].known, let y = clusters[right].known else { return true }
    return x == y
  }

  /// Joins a name to the one longer name of the article that it is short for: "Navy" to "German Navy",
  /// «البحرية» to «البحرية الألمانية».
  mutating func joinShortForms() {
    var byHead: [[Substring]: [Int]] = [:]
    var byTail: [[Substring]: [Int]] = [:]
    for long in clusters.indices where clusters[long].kind != .person {
      let words = clusters[long].name.words
      for count in 1..<max(words.count, 1) {
        byHead[Array(words.prefix(count)), default: []].append(long)
        byTail[Array(words.suffix(count)), default: []].append(long)
      }
    }
    for short in clusters.indices where clusters[short].kind != .person {
      guard clusters[short].known == nil || clusters[short].isGeneric else { continue }
      let words = clusters[short].name.words
      guard !words.isEmpty, !clusters[short].name.isAcronym else { continue }
      // The head noun, which short forms keep, comes first in Arabic and last in English.
      let isArabic = clusters[short].name.script == .arabic
      for longer in isArabic ? [byHead, byTail] : [byTail, byHead] {
        let candidates = (longer[words] ?? []).filter { isShort(short, for: $0) }
        guard let long = candidates.first else { continue }
        if Set(candidates.map { sets.root(of: $0) }).count == 1 { sets.join(long, short) }
        break
      }
    }
  }

  private func isShort(_ short: Int, for long: Int) -> Bool {
    let x = clusters[short]
    let y = clusters[long]
    guard short != long, x.kind == y.kind, x.name.script == y.name.script else { return false }
    return x.kind == .organization
      || y.name.words.filter { !x.name.words.contains($0) }.allSatisfy(isPlaceNoun)
  }

  /// Whether a word says what sort of place a name is, and may be left out in the article.
  private func isPlaceNoun(_ word: Substring) -> Bool {
    word == "of"
      || tables.matcher.speller.designators.rows(for: String(word)).contains {
        $0.first == EntityKind.place.rawValue || $0.first == "region"
      }
  }
}
