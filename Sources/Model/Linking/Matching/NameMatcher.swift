import Foundation

/// Tells whether a Latin and an Arabic name are one, by how they sound and by what they mean.
///
/// People are compared word by word in order; in names of places and organizations words may stand
/// in any order, since Arabic puts the head noun first, and may be translated.
public struct NameMatcher: Sendable {
  /// Takes names apart.
  let speller: NameSpeller
  /// What the sounds cost.
  var costs: EditCosts { speller.costs }

  /// Opens the tables of the running program.
  ///
  /// - Throws: What finding and reading the tables throws.
  public init() throws {
    try self.init(folder: ResourceFolder.locate())
  }

  /// Opens the tables in a folder.
  ///
  /// - Throws: What reading the tables throws.
  public init(folder: URL) throws {
    speller = NameSpeller(
      costs: try EditCosts(contentsOf: folder.appending(path: "edit-costs.tsv")),
      words: try WordTable(contentsOf: folder.appending(path: "name-words.tsv")),
      designators: try SortedTable(contentsOf: folder.appending(path: "designators.tsv")))
  }

  /// How well a Latin and an Arabic name agree as names of a `kind`.
  ///
  /// Complexity: O(*n* · *m*) in the lengths of the names.
  func score(latin: String, arabic: String, kind: EntityKind) -> NameScore {
    score(speller.spell(latin: latin), speller.spell(arabic: arabic), kind: kind)
  }

  /// Whether a Latin and an Arabic name are spellings of one name of a `kind`.
  func areSame(latin: String, arabic: String, kind: EntityKind) -> Bool {
    isMatch(score(latin: latin, arabic: arabic, kind: kind), kind: kind)
  }

  /// How well two names agree that were taken apart before.
  func score(_ latin: SpelledName, _ arabic: SpelledName, kind: EntityKind) -> NameScore {
    var memory = WordMatchMemory()
    return score(latin, arabic, kind: kind, memory: &memory)
  }

  /// How well two names agree that were taken apart before, the same with and without a memory.
  func score(
    _ latin: SpelledName, _ arabic: SpelledName, kind: EntityKind, memory: inout WordMatchMemory
  ) -> NameScore {
    guard !latin.words.isEmpty, !arabic.words.isEmpty else { return NameScore() }
    return kind == .person
      ? alignInOrder(latin, arabic, &memory)
      : alignInAnyOrder(latin, arabic, kind: kind, &memory)
  }

  /// How a word of one name matches a word of the other.
  @inline(__always)
  func match(
    _ latin: SpelledName, _ i: Int, _ arabic: SpelledName, _ j: Int, least: Float,
    _ memory: inout WordMatchMemory
  ) -> WordMatch? {
    memory.match(latin.words[i].identity, arabic.words[j].identity, least: least) {
      costs.match(latin.words[i], arabic.words[j], least: least)
    }
  }

  /// How a Latin word and the next one, as if they were one, match an Arabic word.
  @inline(__always)
  func match(
    _ latin: SpelledName, joined i: Int, _ arabic: SpelledName, _ j: Int, least: Float,
    _ memory: inout WordMatchMemory
  ) -> WordMatch? {
    memory.match(latin.joined[i].identity, arabic.words[j].identity, least: least) {
      costs.match([latin.joined[i]], arabic.words[j].spellings, least: least)
    }
  }

  /// How a Latin word matches an Arabic word and the next one, as if they were one.
  @inline(__always)
  func match(
    _ latin: SpelledName, _ i: Int, _ arabic: SpelledName, joined j: Int, least: Float,
    _ memory: inout WordMatchMemory
  ) -> WordMatch? {
    memory.match(latin.words[i].identity, arabic.joined[j].identity, least: least) {
      costs.match(latin.words[i].spellings, [arabic.joined[j]], least: least)
    }
  }

  /// Whether a score is that of one name.
  func isMatch(_ score: NameScore, kind: EntityKind) -> Bool {
    if kind == .person {
      return score.ratio >= 0.40 && (score.openLatin == 0 || score.openArabic == 0)
    }
    return score.ratio >= 0.38 && score.evidence >= 6 && score.weakestWord >= 0.25
  }

  /// Whether a score is that of a full name and its last word alone.
  func isShortForm(_ score: NameScore) -> Bool {
    score.lastRatio.map { $0 >= 0.40 } == true && score.evidence >= 7
      && (score.openLatin == 0 || score.openArabic == 0)
  }
}

/// How well a Latin and an Arabic name agree.
struct NameScore: Hashable, Sendable {
  /// The evidence as a share of what a perfect match would give: 1 for a perfect one, below 0 where
  /// the names speak against each other.
  var ratio: Float = -1
  /// The evidence that the names are one: a log-likelihood ratio in nats.
  var evidence: Float = 0
  /// The part of the evidence that is in how words sound; the rest is in words that translate each other,
  /// which many names share.
  var sounding: Float = 0
  /// The least ratio of any two words that were matched.
  var weakestWord: Float = 1
  /// How many words of the Latin name are left without a counterpart.
  var openLatin = 0
  /// How many words of the Arabic name are left without a counterpart.
  var openArabic = 0
  /// How well the last words that count agree by themselves, as ``ratio``, where two people's names have
  /// them matched.
  var lastRatio: Float?
}
