/// Finds how far the names of Arabic bodies reach, by their grammar.
///
/// A body's name is a noun for a body with what rules or describes it: adjectives that have the article
/// where the noun has it («البنك المركزي المصري»), nouns that it rules («حزب الأصالة والمعاصرة»), and
/// what it is for, with ل («المنظمة الدولية للهجرة», «الهيئة الوطنية لمكافحة الفساد»).
struct ArabicBodies {
  private let analysis: ArticleAnalysis
  private let sentence: Range<Int>

  init(_ analysis: ArticleAnalysis, sentence: Range<Int>) {
    self.analysis = analysis
    self.sentence = sentence
  }

  /// Nouns that with an adjective and a purpose are always a name.
  private static let definiteHeads = NameFolding.hashes([
    "المنظمة", "الهيئة", "الجمعية", "المركز", "المجلس", "اللجنة", "الاتحاد", "الوكالة", "المؤسسة",
    "المعهد", "المفوضية", "الصندوق", "البنك", "الرابطة", "الشبكة", "المحكمة", "الجبهة", "الحزب",
    "الحركة", "النقابة", "المكتب", "المرصد", "الأكاديمية", "الجامعة", "المديرية", "المنتخب",
    "المنتدى", "الشركة", "الائتلاف", "التحالف", "التجمع", "الجهاز",
  ])
  /// Nouns whose adjective of a country belongs to the name.
  private static let nationalHeads = definiteHeads.union(
    NameFolding.hashes([
      "الصليب", "الهلال", "القوات", "البحرية", "الحرس", "الكونغرس", "الكونجرس", "الكنيست",
    ]))
  /// Adjectives that make a name of such a noun.
  private static let descriptions = NameFolding.hashes([
    "الوطني", "الوطنية", "الدولي", "الدولية", "المركزي", "المركزية", "التجاري", "العالمي",
    "العالمية",
    "العربي", "العربية", "الإسلامي", "الإسلامية", "الأوروبي", "الأوروبية", "الأفريقي", "الإفريقي",
    "الأفريقية", "الاتحادي", "الاتحادية", "الأعلى", "العليا", "الدستورية", "الجنائية", "العام",
    "العامة", "الشعبي", "الشعبية", "الديمقراطي", "الديمقراطية", "الاشتراكي", "الشيوعي", "التقدمي",
    "الإقليمي", "الإقليمية", "الحكومي", "الحكومية", "الزراعي", "الصناعي", "العقاري", "الآسيوي",
  ])
  /// Nouns that with a place behind them are a name: «بورصة لندن».
  private static let seated = NameFolding.hashes(["بورصة", "جامعة"])
  /// Nouns that with a definite noun behind them are a name.
  private static let rulingHeads = NameFolding.hashes([
    "حزب", "حركة", "جبهة", "منظمة", "وزارة", "جامعة", "رابطة", "نقابة", "هيئة", "جمعية", "اتحاد",
    "مفوضية", "أكاديمية",
  ])
  /// Nouns that are a name with a noun that rules another: «جماعة نصرة الإسلام».
  private static let chainHeads = NameFolding.hashes([
    "حزب", "جبهة", "منظمة", "رابطة", "نقابة", "جمعية", "جماعة", "اتحاد",
  ])
  /// Nouns that rule others or are followed by adjectives all the same, but are a name with certain ones.
  private static let fixed: [UInt64: Set<UInt64>] = {
    let phrases: [(String, [String])] = [
      ("المجلس", ["الدستوري", "الأعلى"]), ("المحكمة", ["العليا", "الدستورية"]),
      ("البنك", ["المركزي", "الدولي"]),
      ("جيش", ["التحرير", "المهدي"]), ("حكومة", ["الوحدة", "الوفاق"]),
      ("محكمة", ["النقض", "التمييز", "العدل", "التحكيم"]),
      ("مجلس", ["الدولة", "القضاء", "الشورى"]),
      ("صندوق", ["النقد"]), ("هيئة", ["الأركان", "الرقابة"]), ("ديوان", ["المحاسبة", "المظالم"]),
    ]
    return Dictionary(
      uniqueKeysWithValues: phrases.map {
        (NameFolding.hash($0.unicodeScalars), NameFolding.hashes($1))
      })
  }()

  /// The phrases of a sentence that are names of bodies by their grammar alone.
  func phrases() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard let end = phraseEnd(from: index) else {
        index += 1
        continue
      }
      found.append(index..<end)
      index = end
    }
    return found
  }

  private func phraseEnd(from index: Int) -> Int? {
    guard analysis.tokens[index].kind == .arabic else { return nil }
    let stem = analysis.forms[index].stem
    if Self.definiteHeads.contains(stem) {
      let described = adjectivesEnd(from: index + 1, agreeingWith: index)
      guard described > index + 1 else { return nil }
      if let end = purposeEnd(from: described) { return end }
      let isName = (index + 1..<described).contains {
        Self.descriptions.contains(analysis.forms[$0].hash)
      }
      let isFixed = Self.fixed[stem]?.contains(analysis.forms[index + 1].hash) == true
      return isFixed || isName && described > index + 2 ? described : nil
    }
    guard index + 1 < sentence.upperBound, !isTime(index + 1) else { return nil }
    if Self.seated.contains(stem),
      !analysis.forms[index + 1].flags.isDisjoint(with: [.place, .majorPlace])
    {
      return index + 2
    }
    if Self.chainHeads.contains(stem), !analysis.forms[index].shape.contains(.article),
      !isDefinite(index + 1), analysis.tokens[index + 1].kind == .arabic,
      analysis.forms[index + 1].cliticLength == 0,
      analysis.forms[index + 1].flags.isDisjoint(with: [.person, .majorPlace, .nationality]),
      isDefinite(index + 2), !isTime(index + 2)
    {
      return ruledEnd(from: index + 2)
    }
    guard isDefinite(index + 1) else { return nil }
    if Self.rulingHeads.contains(stem)
      || Self.fixed[stem]?.contains(analysis.forms[index + 1].hash) == true
    {
      return ruledEnd(from: index + 1)
    }
    return nil
  }

  /// Where a body's name ends that was found up to `end`: its country's adjective and its purpose are
  /// part of it.
  func end(of tokens: Range<Int>) -> Int {
    let head = tokens.lowerBound
    if let end = cut(tokens) { return end }
    guard Self.nationalHeads.contains(analysis.forms[head].stem) else { return tokens.upperBound }
    var end = tokens.upperBound
    while end < sentence.upperBound, isDefinite(end), agrees(end, with: head),
      analysis.forms[end].flags.contains(.nationality)
        || Self.descriptions.contains(analysis.forms[end].hash)
    {
      end += 1
    }
    guard Self.definiteHeads.contains(analysis.forms[head].stem), end > head + 1 else { return end }
    return purposeEnd(from: end) ?? end
  }

  /// Where a body's name is cut that a noun follows: a country's adjective ends it.
  private func cut(_ tokens: Range<Int>) -> Int? {
    guard tokens.count > 2 else { return nil }
    let isNational = Self.nationalHeads.contains(analysis.forms[tokens.lowerBound].stem)
    for index in (tokens.lowerBound + 2)..<tokens.upperBound
    where analysis.forms[index - 1].flags.contains(.nationality) && isDefinite(index - 1)
      && isDefinite(index) && !(agrees(index, with: index - 1) && (!isNational || describes(index)))
    {
      return index
    }
    return nil
  }

  // MARK: - Parts of a phrase

  private func isDefinite(_ index: Int) -> Bool {
    index < sentence.upperBound && analysis.tokens[index].kind == .arabic
      && analysis.forms[index].shape.contains(.article) && analysis.forms[index].cliticLength == 0
  }

  private func isTime(_ index: Int) -> Bool {
    !analysis.forms[index].flags.isDisjoint(with: [.calendar, .title])
  }

  /// An adjective has the feminine ending where its noun has it.
  private func agrees(_ index: Int, with head: Int) -> Bool {
    if analysis.forms[index].hash == Self.high { return true }
    let isPeople = isPlural(index)
    return isPeople == isPlural(head)
      && (isPeople || endsFeminine(index) == (endsFeminine(head) || isPluralOfThings(head)))
  }

  /// The plural of people: المسافرين, المسافرون.
  private func isPlural(_ index: Int) -> Bool {
    Self.plurals.contains(analysis.forms[index].suffixes[1])
  }

  /// The plural of things, whose adjectives have the feminine ending: القوات, المطارات.
  private func isPluralOfThings(_ index: Int) -> Bool {
    analysis.forms[index].suffixes[1] == Self.pluralOfThings
  }

  /// An adjective made of a noun (الجوية), which broken plurals have in this form: الأرصاد الجوية.
  private func isRelative(_ index: Int) -> Bool {
    analysis.forms[index].suffixes[1] == Self.relative
  }

  private static let relative = suffix("ية")
  private static let plurals: Set<UInt32> = [suffix("ين"), suffix("ون")]
  private static let pluralOfThings = suffix("ات")
  private static let high = NameFolding.hash("العليا".unicodeScalars)

  private func endsFeminine(_ index: Int) -> Bool {
    analysis.forms[index].suffixes[0] == Self.feminine
  }

  private static let feminine = suffix("ة")

  /// The hash of last letters as ``WordForm`` has it.
  private static func suffix(_ letters: String) -> UInt32 {
    var suffix = StableHash(seed: 2)
    for letter in letters.unicodeScalars.reversed() { suffix.combine(NameFolding.fold(letter)) }
    return UInt32(truncatingIfNeeded: suffix.value)
  }

  private func adjectivesEnd(from start: Int, agreeingWith head: Int) -> Int {
    var end = start
    while end - start < 4, isDefinite(end), agrees(end, with: head), !isTime(end),
      analysis.forms[end].flags.isDisjoint(with: [.person, .majorPlace]),
      end == start || !analysis.forms[end - 1].flags.contains(.nationality) || describes(end)
    {
      end += 1
    }
    return end
  }

  /// Whether a word is an adjective that bodies have.
  private func describes(_ index: Int) -> Bool {
    Self.descriptions.contains(analysis.forms[index].hash)
      || analysis.forms[index].flags.contains(.nationality)
  }

  /// Where a purpose ends that starts here: للهجرة, لحماية المال العام, لتقييم وتطبيق التكنولوجيا.
  private func purposeEnd(from start: Int) -> Int? {
    guard start < sentence.upperBound, analysis.tokens[start].kind == .arabic else { return nil }
    let form = analysis.forms[start]
    // A word that is often read with its ل (لحماية) is known as a whole.
    let hasPurpose =
      form.clitics == Self.purpose
      || form.clitics == 0 && form.length > 4 && form.prefixes[0] == Self.purposePrefix
        && form.flags.subtracting([.common, .continues]).isEmpty
    guard hasPurpose, form.flags.isDisjoint(with: [.majorPlace, .country, .calendar]) else {
      return nil
    }
    var end = start + 1
    if form.shape.contains(.article) {
      end = describedEnd(from: end, of: start)
      while end - start < 4, isAndDefinite(end) { end = describedEnd(from: end + 1, of: end) }
      return end
    }
    // لتقييم وتطبيق: a second noun before what both rule.
    if end < sentence.upperBound, analysis.tokens[end].kind == .arabic,
      analysis.forms[end].clitics == Self.and || startsWithAnd(end), !isDefinite(end)
    {
      end += 1
    }
    guard isDefinite(end), !isTime(end) else { return nil }
    return describedEnd(from: end + 1, of: end)
  }

  /// Where the nouns and adjectives end that a noun rules: الأصالة والمعاصرة, الوحدة الوطنية.
  private func ruledEnd(from start: Int) -> Int {
    var end = describedEnd(from: start + 1, of: start)
    if end == start + 1, isAndDefinite(end) { end = describedEnd(from: end + 1, of: end) }
    return end
  }

  /// Where the adjectives of a ruled noun end, or of the one that rules it; a country's is the last.
  private func describedEnd(from start: Int, of noun: Int) -> Int {
    var end = start
    while end - start < 3, isDefinite(end), !isTime(end),
      agrees(end, with: noun) || agrees(end, with: noun - 1) || isRelative(end),
      analysis.forms[end].flags.isDisjoint(with: [.person, .majorPlace, .organizationHead])
    {
      end += 1
      // One adjective is usual; more than that are a body's own.
      let isLast =
        analysis.forms[end - 1].flags.contains(.nationality)
        || end < sentence.upperBound && !describes(end)
      if isLast { break }
    }
    return end
  }

  /// Whether a second definite noun follows with و: «للتربية والثقافة».
  private func isAndDefinite(_ index: Int) -> Bool {
    index < sentence.upperBound && analysis.tokens[index].kind == .arabic
      && analysis.forms[index].shape.contains(.article) && analysis.forms[index].clitics == Self.and
      && analysis.forms[index].flags.isDisjoint(with: [
        .person, .majorPlace, .country, .organizationHead, .title,
      ])
  }

  private func startsWithAnd(_ index: Int) -> Bool {
    analysis.forms[index].prefixes[0] == Self.andPrefix
  }

  private static let andPrefix = prefix("و")
  private static let purposePrefix = prefix("ل")

  /// The hash of a first letter as ``WordForm`` has it.
  private static func prefix(_ letter: Unicode.Scalar) -> UInt32 {
    var prefix = StableHash(seed: 1)
    prefix.combine(NameFolding.fold(letter))
    return UInt32(truncatingIfNeeded: prefix.value)
  }

  private static let and = clitics("و")
  private static let purpose = clitics("ل")

  /// The hash of particles as ``WordForm`` has it.
  static func clitics(_ letters: String) -> UInt32 {
    var state = StableHash(seed: 3)
    for letter in letters.unicodeScalars { state.combine(NameFolding.fold(letter)) }
    return UInt32(truncatingIfNeeded: state.value)
  }
}
