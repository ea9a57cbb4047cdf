/// The features of a token, each a number, by which the trained models tell names from other words.
///
/// The trainer calls the same code as the program, so the two cannot drift apart. What a feature
/// says (template and value) is hashed to 32 bits; a change here needs the models trained anew.
struct FeatureExtractor {
  private let analysis: ArticleAnalysis
  private let sentence: Range<Int>
  private let isArabic: Bool
  /// The row of capitalised words that each token lies in.
  private let runs: [Range<Int>]
  private let covers: [Cover]
  private let sentenceStyle: UInt64

  /// The part a token has in the lexicon's entry it lies in.
  private struct Cover {
    var flags: LexiconFlags = []
    var position: UInt64 = 0
    var length: UInt64 = 0
  }

  /// Prepares the features of a sentence's tokens.
  init(analysis: ArticleAnalysis, sentence: Range<Int>, language: Language) {
    self.analysis = analysis
    self.sentence = sentence
    isArabic = language == .arabic
    var covers = [Cover](repeating: Cover(), count: sentence.count)
    for entry in analysis.entries(in: sentence) {
      for (offset, index) in entry.enumerated() {
        covers[index - sentence.lowerBound] = Cover(
          flags: analysis.matches[entry.lowerBound].flags, position: UInt64(min(offset, 2)),
          length: UInt64(min(entry.count, 4)))
      }
    }
    self.covers = covers
    runs = isArabic ? [] : Self.runs(in: sentence, of: analysis)
    sentenceStyle = isArabic ? 0 : Self.style(of: sentence, in: analysis)
  }

  /// Whether a sentence is written as most are (0), as a headline (1) or all in capitals (2).
  private static func style(of sentence: Range<Int>, in analysis: ArticleAnalysis) -> UInt64 {
    var words = 0
    var capitals = 0
    var allCapitals = 0
    for index in sentence
    where analysis.tokens[index].kind == .word && analysis.forms[index].length > 3 {
      words += 1
      if analysis.forms[index].shape.contains(.capital) { capitals += 1 }
      if analysis.forms[index].shape.contains(.allCapitals) { allCapitals += 1 }
    }
    guard words > 3 else { return 0 }
    if allCapitals * 10 > words * 8 { return 2 }
    return capitals * 10 > words * 7 ? 1 : 0
  }

  private static func isCapital(_ index: Int, _ analysis: ArticleAnalysis) -> Bool {
    analysis.tokens[index].kind == .word && analysis.forms[index].isCapitalized
  }

  private static func runs(in sentence: Range<Int>, of analysis: ArticleAnalysis) -> [Range<Int>] {
    var runs = sentence.map { $0..<$0 }
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard isCapital(index, analysis) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.upperBound {
        if isCapital(end, analysis) {
          end += 1
        } else if end + 1 < sentence.upperBound, isCapital(end + 1, analysis),
          joiners.contains(analysis.forms[end].hash)
        {
          end += 2
        } else {
          break
        }
      }
      for place in index..<end { runs[place - sentence.lowerBound] = index..<end }
      index = end
    }
    return runs
  }

  /// The pattern of a word of Arabic letters.
  private static let arabicPattern: UInt32 = {
    var pattern = StableHash()
    pattern.combine(UInt32(ScalarClass.arabic.rawValue) + 1)
    return UInt32(truncatingIfNeeded: pattern.value)
  }()

  private static let joiners = NameFolding.hashes(["-", "&", "of"])

  /// Calls `add` with each feature of a token and what it is about.
  @inline(__always)
  func features(of index: Int, add: (UInt32, FeatureTemplate) -> Void) {
    func emit(_ template: FeatureTemplate, _ offset: Int, _ value: UInt64) {
      var state = StableHash(seed: template.rawValue &* 0x1000_0001_B3)
      state.combine(UInt64(bitPattern: Int64(offset)))
      state.combine(value)
      add(UInt32(truncatingIfNeeded: state.value >> 16), template)
    }
    func form(_ place: Int) -> WordForm? {
      sentence.contains(place) ? analysis.forms[place] : nil
    }
    let own = analysis.forms[index]
    emit(.bias, 0, 0)
    emit(.word, 0, own.hash)
    emit(.wordCased, 0, own.hash &+ UInt64(own.pattern))
    emit(.pattern, 0, UInt64(own.pattern))
    emit(.length, 0, UInt64(min(own.length, 9)))
    for length in 0..<4 where own.prefixes[length] != 0 {
      emit(.prefix, length, UInt64(own.prefixes[length]))
      emit(.suffix, length, UInt64(own.suffixes[length]))
    }
    if own.cluster > 0 {
      emit(.cluster, 0, UInt64(own.cluster))
      emit(.coarse, 0, UInt64(own.cluster - 1) >> 4)
    }
    if isArabic {
      emit(.stem, 0, own.stem)
      emit(.clitics, 0, UInt64(own.clitics))
      emit(.article, 0, own.shape.contains(.article) ? 1 : 0)
    }
    for offset in [-2, -1, 1, 2] {
      guard let near = form(index + offset) else {
        emit(.word, offset, 0)
        continue
      }
      emit(.word, offset, near.hash)
      if near.cluster > 0 { emit(.coarse, offset, UInt64(near.cluster - 1) >> 4) }
      if isArabic, near.stem != near.hash { emit(.stem, offset, near.stem) }
      guard abs(offset) == 1 else { continue }
      if near.cluster > 0 { emit(.cluster, offset, UInt64(near.cluster)) }
      if own.cluster > 0, near.cluster > 0 {
        emit(
          .clusterBigram, offset,
          (UInt64(near.cluster - 1) >> 4) << 8 | (UInt64(own.cluster - 1) >> 4))
      }
      emit(.pattern, offset, UInt64(near.pattern))
      emit(.bigram, offset, near.hash &+ own.hash &* 3)
      emit(.patternBigram, offset, UInt64(near.pattern) &* 3 &+ UInt64(own.pattern))
      for length in 1..<3 where near.suffixes[length] != 0 {
        emit(.suffix, offset * 8 + length, UInt64(near.suffixes[length]))
      }
      if isArabic { emit(.article, offset, near.shape.contains(.article) ? 1 : 0) }
    }
    if isArabic {
      for offset in -1...1 {
        guard let near = form(index + offset), near.pattern == Self.arabicPattern else { continue }
        emit(.looksPerson, offset, UInt64(near.looks.person))
        emit(.looksPlace, offset, UInt64(near.looks.place))
        if offset == 0 {
          emit(.looks, 0, UInt64(near.looks.person / 3) << 4 | UInt64(near.looks.place / 3))
        }
      }
    }
    emitKnowledge(of: index, emit: emit)
    if !isArabic { emitCapitals(of: index, emit: emit) }
    emitRecurrence(of: index, emit: emit)
  }

  /// A feature for each bit that is set.
  @inline(__always)
  private func emitBits(
    _ bits: UInt16, as template: FeatureTemplate, _ offset: Int,
    emit: (FeatureTemplate, Int, UInt64) -> Void
  ) {
    var bits = bits
    while bits != 0 {
      emit(template, offset, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
  }

  @inline(__always)
  private func emitRecurrence(of index: Int, emit: (FeatureTemplate, Int, UInt64) -> Void) {
    guard let others = analysis.recurrence[index], isArabic || Self.isCapital(index, analysis)
    else { return }
    emit(.elsewhereCount, 0, UInt64(min(others.count, 4)))
    emitBits(others.hints.rawValue, as: .elsewhere, 0, emit: emit)
    for place in [others.nearest.before, others.nearest.after] {
      guard let place, !sentence.contains(place) else { continue }
      if place > 0 { emit(.elsewhereBefore, 0, analysis.forms[place - 1].hash) }
      if place + 1 < analysis.forms.count {
        emit(.elsewhereAfter, 0, analysis.forms[place + 1].hash)
      }
    }
  }

  @inline(__always)
  private func emitKnowledge(of index: Int, emit: (FeatureTemplate, Int, UInt64) -> Void) {
    for offset in -1...1 {
      let place = index + offset
      guard sentence.contains(place) else { continue }
      emitBits(analysis.forms[place].flags.rawValue & 0x7FFF, as: .flag, offset, emit: emit)
      let cover = covers[place - sentence.lowerBound]
      if cover.length > 0 {
        let kinds = UInt64(cover.flags.intersection(.anyName).rawValue)
        emit(.match, offset, kinds << 8 | cover.position << 4 | cover.length)
        emit(.matchKind, offset, kinds << 8 | (cover.length > 1 ? 1 : 0))
      }
    }
    // A title or announcing word a few words before: "President of Iraq Barham Salih".
    var place = index - 1
    while place >= sentence.lowerBound, place >= index - 4 {
      let flags = analysis.forms[place].flags
      if flags.contains(.title) { emit(.titleBefore, index - place, 0) }
      if !flags.isDisjoint(with: [.organizationHead, .placeHead]) {
        emit(.headBefore, index - place, flags.contains(.placeHead) ? 1 : 0)
        if place >= index - 2 { emit(.headBefore, 0, analysis.forms[place].stem) }
      }
      place -= 1
    }
  }

  @inline(__always)
  private func emitCapitals(of index: Int, emit: (FeatureTemplate, Int, UInt64) -> Void) {
    emit(.sentence, index == sentence.lowerBound ? 1 : 0, sentenceStyle)
    let run = runs[index - sentence.lowerBound]
    guard !run.isEmpty else { return }
    let length = UInt64(min(run.count, 6))
    let position = UInt64(min(index - run.lowerBound, 3))
    emit(.run, 0, length << 4 | position)
    let startsSentence: UInt64 = run.lowerBound == sentence.lowerBound ? 1 : 0
    emit(.run, 1, length << 4 | startsSentence)
    if length > 1 {
      emit(.runLast, 0, analysis.forms[run.upperBound - 1].hash)
      emit(
        .tailAfter, 0,
        UInt64(analysis.forms[run.upperBound - 1].flags.rawValue & 0x7FFF) << 1
          | (index == run.upperBound - 1 ? 1 : 0))
      emit(
        .tailAfter, 1,
        UInt64(analysis.forms[run.lowerBound].flags.rawValue & 0x7FFF) << 1
          | (index == run.lowerBound ? 1 : 0))
    }
    if run.lowerBound > sentence.lowerBound {
      emit(.runBefore, 0, analysis.forms[run.lowerBound - 1].hash)
    }
    if run.upperBound < sentence.upperBound {
      emit(.runAfter, 0, analysis.forms[run.upperBound].hash)
    }
  }
}
