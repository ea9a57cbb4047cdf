/// Decides on Arabic names by the noun before them that says what they name: «لوكالة الأناضول»,
/// «إذاعة كاراكول», «بلدة كارليوفا».
struct ArabicAnnouncements {
  /// How much a word that no table knows must look like a name.
  private static let looks: UInt8 = 8
  /// How much a word must that only a preposition stands before.
  private static let unknownLooks: UInt8 = 9
  /// How sure a name is that only the noun before it shows.
  private static let confidence = 0.6

  /// Nouns that the name of a body follows.
  private static let bodies = NameFolding.hashes([
    "صحيفة", "جريدة", "مجلة", "قناة", "إذاعة", "شبكة", "وكالة", "منصة", "تلفزيون", "شركة",
    "مصرف", "مجموعة",
  ])
  /// Of these the name of a place follows now and then, which says whose they are.
  private static let ofPlaces = NameFolding.hashes(["قناة", "شركة", "مجموعة", "تلفزيون", "شبكة"])
  private static let house = NameFolding.hash("دار".unicodeScalars)
  private static let publishing = NameFolding.hash("نشر".unicodeScalars)
  /// Nouns that the name of a group follows; other words follow them as often.
  private static let groups = NameFolding.hashes([
    "تنظيم", "حركة", "جماعة", "ميليشيا", "مليشيا", "حزب", "جبهة", "فصيل",
  ])
  /// Nouns that the name of a place follows.
  private static let places = NameFolding.hashes([
    "مدينة", "بلدة", "قرية", "محافظة", "مقاطعة", "ضاحية", "جزيرة", "شوارع", "مدينتي",
  ])

  private let analysis: ArticleAnalysis
  private let sentence: Range<Int>

  init(_ analysis: ArticleAnalysis, sentence: Range<Int>) {
    self.analysis = analysis
    self.sentence = sentence
  }

  /// The spans, each of the kind that is announced, and with those that only the announcement shows.
  func completed(_ spans: [NameSpan]) -> [NameSpan] {
    var result = spans.map(settled)
    for index in sentence.dropFirst() {
      guard let span = shown(at: index),
        !result.contains(where: { $0.tokens.overlaps(span.tokens) })
      else { continue }
      result.append(span)
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The name that only what stands before it shows.
  private func shown(at index: Int) -> NameSpan? {
    func span(_ kind: EntityKind, length: Int = 1) -> NameSpan {
      NameSpan(tokens: index..<(index + length), kind: kind, confidence: Self.confidence)
    }
    if let kind = announced(at: index), mayBeName(index) { return span(kind) }
    if isUnknownPlace(index) { return span(.place) }
    if isKnownGroup(index) { return span(.organization, length: analysis.matches[index].length) }
    return nil
  }

  /// Whether the known name of a group starts after the noun that announces one: «تنظيم القاعدة».
  private func isKnownGroup(_ index: Int) -> Bool {
    analysis.matches[index].flags.contains(.organization)
      && analysis.tokens[index - 1].kind == .arabic
      && Self.groups.contains(analysis.forms[index - 1].stem)
  }

  private func settled(_ span: NameSpan) -> NameSpan {
    var span = span
    let first = span.tokens.lowerBound
    guard announced(at: first) == .organization, span.kind != .organization else { return span }
    if span.kind == .place, Self.ofPlaces.contains(analysis.forms[first - 1].stem) { return span }
    span.kind = .organization
    return span
  }

  /// What the noun before a word announces.
  private func announced(at index: Int) -> EntityKind? {
    guard index > sentence.lowerBound, analysis.tokens[index - 1].kind == .arabic else {
      return nil
    }
    let noun = analysis.forms[index - 1].stem
    if Self.bodies.contains(noun) { return .organization }
    if Self.places.contains(noun) { return .place }
    let isHouse =
      noun == Self.publishing && index - 2 >= sentence.lowerBound
      && analysis.forms[index - 2].stem == Self.house
    return isHouse ? .organization : nil
  }

  /// Prepositions of place.
  private static let prepositions = NameFolding.hashes(["في", "قرب", "شمال", "جنوب", "شرق", "غرب"])

  /// Whether a word after a preposition of place is in no table and no text the tables were made of, looks
  /// like a foreign name, and rules no noun as a word of the language would.
  private func isUnknownPlace(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    let next = index + 1
    if next < sentence.upperBound, analysis.forms[next].shape.contains(.article) { return false }
    return Self.prepositions.contains(analysis.forms[index - 1].hash) && form.flags.isEmpty
      && form.wholeFlags.isEmpty && form.cluster == 0 && form.length > 3
      && max(form.looks.person, form.looks.place) >= Self.unknownLooks && mayBeName(index)
  }

  /// Whether a word that no table knows looks like a name.
  private func mayBeName(_ index: Int) -> Bool {
    let form = analysis.forms[index]
    return analysis.isBareArabic(index) && form.length > 2
      && max(form.looks.person, form.looks.place) >= Self.looks
      && form.flags.isDisjoint(with: [
        .common, .calendar, .nationality, .title, .organizationHead, .placeHead,
      ])
  }
}
