import Foundation

/// Compares one article with others.
///
/// Entities and figures, which are the same in every language, make the angle between two vectors
/// that are weighted by rarity (Salton's tf-idf and cosine). Words add the
/// share of one article's words that the other has, compared directly in the same language and by
/// translation in another. Nothing is learned from examples.
struct Likeness {
  /// A word of the article that is compared.
  struct Word {
    /// Its number.
    var hash: UInt64
    /// Its information content, in nats.
    var information: Double
  }

  /// The article.
  let sketch: ArticleSketch
  /// Its words.
  let words: [Word]
  private let pairs: WordPairs

  /// The weight of the language-independent share against that of the words.
  private static let neutralShare = 2.0 / 3
  /// In how many days news of an event become e times fewer.
  private static let lifetime = 14.0 * 86_400

  /// Creates the comparison with an article.
  init(_ sketch: ArticleSketch, words: [Word], pairs: WordPairs) {
    self.sketch = sketch
    self.words = words
    self.pairs = pairs
  }

  /// The likeness of two articles.
  struct Result {
    /// From 0, nothing, towards 1, all they are known by.
    var score: Double
    /// The shared entities, in descending order of their share in the score.
    var shared: [EntityID]
  }

  /// Compares the article with another.
  ///
  /// - Parameters:
  ///   - other: The other article.
  ///   - most: The highest information content of anything, in nats.
  ///   - told: The information content of an entity.
  func compare(
    with other: ArticleSketch, most: Double, told: (EntityID) throws -> Rarity.Told
  ) rethrows -> Result {
    var dot = 0.0
    var shared: [(id: EntityID, part: Double)] = []
    for (entity, count) in other.entities {
      guard let own = sketch.entities[entity] else { continue }
      let information = try told(entity).information
      let part = Self.weight(own, information) * Self.weight(count, information)
      shared.append((entity, part))
    }
    // Sums are made in one order, so that they are the same in every run.
    shared.sort { ($1.part, $0.id) < ($0.part, $1.id) }
    for entity in shared { dot += entity.part }
    let isAcross = isAcross(to: other)
    if isAcross { dot += try unlinkedNames(of: other, told: told) }
    var lengths = try (
      sketch.squaredLength(most, isAcross: isAcross, told),
      other.squaredLength(most, isAcross: isAcross, told)
    )
    let figures = sketch.figures.filter { other.figures[$0.key] != nil }.values.sorted()
    for information in figures { dot += min(information, most) * min(information, most) }
    addForeignWords(of: other, most, &dot, &lengths)
    // Each side is smoothed by one rare feature that was not found, so that two articles with a
    // single name or word in common are not taken for the same.
    let unseen = most * most
    let neutral = dot / ((lengths.0 + unseen) * (lengths.1 + unseen)).squareRoot()
    let words = sharedWords(with: other, unseen: unseen)
    let score = Self.neutralShare * neutral + (1 - Self.neutralShare) * words
    return Result(score: score * nearness(to: other), shared: shared.map(\.id))
  }

  /// Whether one article is Arabic and the other is not, so that they share no words.
  private func isAcross(to other: ArticleSketch) -> Bool {
    (sketch.language == .arabic) != (other.language == .arabic)
  }

  /// The weight of an entity by its mentions and its information content.
  static func weight(_ count: Int, _ information: Double) -> Double {
    (1 + log(Double(max(count, 1)))) * information
  }

  /// Names that were not found to be one entity and sound alike, each counting half.
  private func unlinkedNames(
    of other: ArticleSketch, told: (EntityID) throws -> Rarity.Told
  ) rethrows -> Double {
    var pairs: [EntityID: EntityID] = [:]
    for (sound, entity) in other.sounds.sorted(by: { $0.key < $1.key }) {
      guard let own = sketch.sounds[sound], own != entity, sketch.entities[entity] == nil,
        other.entities[own] == nil, pairs[own] == nil
      else { continue }
      pairs[own] = entity
    }
    return try pairs.sorted { $0.key < $1.key }.reduce(0) { sum, pair in
      let own = try Self.weight(sketch.entities[pair.key] ?? 1, told(pair.key).information)
      let others = try Self.weight(other.entities[pair.value] ?? 1, told(pair.value).information)
      return sum + own * others / 4
    }
  }

  /// Latin words in Arabic text count where the other article has them: they carry half the
  /// highest information content.
  private func addForeignWords(
    of other: ArticleSketch, _ most: Double, _ dot: inout Double, _ lengths: inout (Double, Double)
  ) {
    guard isAcross(to: other) else { return }
    let unit = most * most / 4
    let own = Double(sketch.foreign.intersection(other.words).count) * unit
    let others = Double(other.foreign.intersection(sketch.words).count) * unit
    dot += own + others
    lengths.0 += Double(sketch.foreign.count) * unit + others
    lengths.1 += Double(other.foreign.count) * unit + own
  }

  /// The share of the information content of the article's words that the other's words cover.
  private func sharedWords(with other: ArticleSketch, unseen: Double) -> Double {
    let isAcross = isAcross(to: other)
    var all = 0.0
    var found = 0.0
    for word in words {
      let part = word.information * word.information
      if !isAcross {
        all += part
        if other.words.contains(word.hash) { found += part }
      } else {
        let translations = pairs.translations(of: word.hash)
        guard !translations.isEmpty else { continue }
        all += part
        if translations.contains(where: other.words.contains) { found += part }
      }
    }
    return found / (all + unseen)
  }

  /// 1 for the same time or where one states none, down to a half for times far apart.
  private func nearness(to other: ArticleSketch) -> Double {
    guard let date = sketch.date, let otherDate = other.date else { return 1 }
    return 0.5 + 0.5 * exp(-abs(Double(date) - Double(otherDate)) / Self.lifetime)
  }
}

extension ArticleSketch {
  /// The square of the length of the vector of entities and figures.
  ///
  /// Across languages an entity that is named in one script alone counts half: the other article
  /// could not share it.
  fileprivate func squaredLength(
    _ most: Double, isAcross: Bool, _ told: (EntityID) throws -> Rarity.Told
  ) rethrows -> Double {
    var sum = 0.0
    for (entity, count) in entities.sorted(by: { $0.key < $1.key }) {
      let told = try told(entity)
      let weight = Likeness.weight(count, told.information)
      sum += weight * weight * (isAcross && !told.isInBothScripts ? 0.25 : 1)
    }
    for information in figures.values.sorted() {
      sum += min(information, most) * min(information, most)
    }
    return sum
  }
}
