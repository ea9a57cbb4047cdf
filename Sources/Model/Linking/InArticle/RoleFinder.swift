/// Finds the offices that an article gives to the people it names.
///
/// An office is a run of titles and nationalities that stands right before a person's name, in Arabic
/// also right after it, or in English after a comma behind it. Where the article has the same words
/// elsewhere they mean the same person, unless it gives them to two.
struct RoleFinder {
  let titles: SortedTable
  let article: Article

  /// A word of the text, folded as titles are.
  private struct Word {
    var range: TextRange
    var key: String
    /// Whether nothing but white space stands between it and the word before.
    var isJoined: Bool
  }

  /// The longest office, in words.
  private static let longest = 7
  /// Courtesies, which are no office by themselves.
  private static let courtesies: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "sir", "late", "former", "then", "سيد", "سيده", "ساده",
    "دكتور", "دكتوره", "د", "استاذ", "استاذه", "راحل", "سابق", "حاج",
  ]

  /// The offices of the people that mentions name, in the order of the text.
  func roles(of mentions: [LinkedMention]) -> [EntityRole] {
    let words = words()
    guard !words.isEmpty else { return [] }
    var bearers: [[String]: (entities: Set<EntityID>, range: TextRange)] = [:]
    for linked in mentions where linked.mention.kind == .person {
      for run in runs(beside: linked.mention.range, words) {
        let key = words[run].map(\.key)
        let range = TextRange(
          words[run.lowerBound].range.lowerBound, words[run.upperBound - 1].range.upperBound)
        bearers[key, default: ([], range)].entities.insert(linked.entity)
      }
    }
    var roles: [EntityRole] = []
    for (key, bearer) in bearers {
      guard bearer.entities.count == 1, let entity = bearer.entities.first else { continue }
      let ranges = occurrences(of: key, words)
      roles.append(EntityRole(entity: entity, text: article.text[bearer.range], ranges: ranges))
    }
    return roles.sorted { ($0.ranges[0].lowerBound, $0.text) < ($1.ranges[0].lowerBound, $1.text) }
  }

  // MARK: - Words

  private func words() -> [Word] {
    var words: [Word] = []
    let scalars = article.text.scalars
    var index = scalars.startIndex
    var isJoined = false
    while index < scalars.endIndex {
      guard scalars[index].properties.isAlphabetic else {
        isJoined = isJoined && scalars[index] == " "
        index += 1
        continue
      }
      let start = index
      while index < scalars.endIndex, Self.isPart(scalars[index]) { index += 1 }
      let range = TextRange(start, index)
      words.append(
        Word(range: range, key: NameKey.key(of: article.text[range]), isJoined: isJoined))
      isJoined = true
    }
    return words
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }

  private func isTitle(_ word: Word) -> Bool {
    !word.key.isEmpty && titles.contains(word.key)
  }

  // MARK: - Runs of titles

  /// The offices that stand beside a name: ranges of the words.
  private func runs(beside name: TextRange, _ words: [Word]) -> [Range<Int>] {
    let first = words.partitioningIndex { $0.range.lowerBound >= name.lowerBound }
    let next = words.partitioningIndex { $0.range.lowerBound >= name.upperBound }
    var runs: [Range<Int>] = []
    if let run = run(endingAt: first, words) { runs.append(run) }
    let gap = next < words.count ? gap(name.upperBound, words[next].range.lowerBound) : ""
    let isArabic = Script(of: article.text[name]) == .arabic
    if gap == ", " || isArabic && gap == " ", let run = run(from: next, words) {
      runs.append(run)
    }
    return runs
  }

  private func gap(_ start: Int, _ end: Int) -> String {
    start <= end && end - start <= 6 ? article.text[TextRange(start, end)] : ""
  }

  private func run(endingAt end: Int, _ words: [Word]) -> Range<Int>? {
    guard end < words.count, words[end].isJoined else { return nil }
    var start = end
    while start > 0, end - start < Self.longest, isTitle(words[start - 1]),
      start == end || words[start].isJoined
    {
      start -= 1
    }
    return office(start..<end, words)
  }

  private func run(from start: Int, _ words: [Word]) -> Range<Int>? {
    var start = start
    if start < words.count, words[start].key == "the" { start += 1 }
    var end = start
    while end < words.count, end - start < Self.longest, isTitle(words[end]),
      end == start || words[end].isJoined
    {
      end += 1
    }
    return office(start..<end, words)
  }

  /// A run of titles, if it tells who is meant: two words at least, one of them more than a courtesy.
  private func office(_ run: Range<Int>, _ words: [Word]) -> Range<Int>? {
    guard run.count > 1, words[run].contains(where: { !Self.courtesies.contains($0.key) }) else {
      return nil
    }
    return run
  }

  private func occurrences(of key: [String], _ words: [Word]) -> [TextRange] {
    var ranges: [TextRange] = []
    guard words.count >= key.count else { return [] }
    for start in 0...(words.count - key.count) {
      let run = words[start..<start + key.count]
      guard zip(run, key).allSatisfy({ $0.key == $1 }), run.dropFirst().allSatisfy(\.isJoined)
      else {
        continue
      }
      ranges.append(
        TextRange(words[start].range.lowerBound, words[start + key.count - 1].range.upperBound))
    }
    return ranges
  }
}

/// What an article calls a person by office: "the Iraqi Prime Minister".
///
/// It holds for that article alone, since offices change hands, and is never a mention.
public struct EntityRole: Hashable, Sendable {
  /// Whose office it is.
  public var entity: EntityID
  /// The office as the article writes it first.
  public var text: String
  /// Where the article writes it, ascending; beside the name and elsewhere.
  public var ranges: [TextRange]

  /// Makes a role.
  public init(entity: EntityID, text: String, ranges: [TextRange]) {
    self.entity = entity
    self.text = text
    self.ranges = ranges
  }
}
