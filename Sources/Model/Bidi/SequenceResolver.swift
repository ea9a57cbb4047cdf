/// Resolves the levels of isolating run sequences: weak types (W1 to W7), neutral types (N0 to N2)
/// and implicit levels (I1, I2) of UAX #9.
struct SequenceResolver {
  /// The text, for bracket pairs; nil where it has none.
  private let scalars: ArraySlice<Unicode.Scalar>?
  /// The classes of the sequence as far as they are resolved.
  private var types: [BidiClass] = []
  private var brackets = BracketPairs()

  /// Makes a resolver for sequences of a text.
  init(scalars: ArraySlice<Unicode.Scalar>?) {
    self.scalars = scalars
  }

  /// Resolves a sequence of characters whose level is `level` so far.
  ///
  /// `positions` has the place of each character in the text, nil where the sequence is all of it;
  /// the parities of `start` and `end` are the types sos and eos.
  mutating func resolve(
    _ classes: [BidiClass], at positions: [Int]? = nil, level: UInt8, start: UInt8, end: UInt8,
    into levels: inout [UInt8]
  ) {
    let sos: BidiClass = start & 1 == 1 ? .R : .L
    let eos: BidiClass = end & 1 == 1 ? .R : .L
    let embedding: BidiClass = level & 1 == 1 ? .R : .L
    types = classes
    resolveWeak(sos: sos)
    if let scalars {
      brackets.find(types: types) { place in
        let position = positions.map { $0[place] } ?? place
        return BidiPairs.bracket(scalars[scalars.startIndex + position])
      }
      brackets.resolve(&types, original: classes, embedding: embedding, sos: sos)
    }
    resolveNeutral(sos: sos, eos: eos, embedding: embedding)
    for place in types.indices {
      // UAX #9 I1, I2
      switch (types[place], embedding) {
      case (.R, .L): levels[place] = level + 1
      case (.AN, .L), (.EN, .L): levels[place] = level + 2
      case (.L, .R), (.AN, .R), (.EN, .R): levels[place] = level + 1
      default: levels[place] = level
      }
    }
  }

  /// Applies W1 to W7 in one pass.
  private mutating func resolveWeak(sos: BidiClass) {
    // The type of the last character after W1, and after W4.
    var afterW1 = sos
    var afterW4 = sos
    var lastStrong = sos
    // Whether the last character is an EN after W5, and the start of a sequence of ET that an EN may
    // follow.
    var endsNumber = false
    var terminators: Int?
    let count = types.count

    for place in 0..<count {
      var type = types[place]
      // UAX #9 W1
      if type == .NSM {
        type = afterW1.isIsolateInitiator || afterW1 == .PDI ? .ON : afterW1
      }
      afterW1 = type
      switch type {
      case .L, .R:
        lastStrong = type
      case .AL:
        lastStrong = .AL
        // UAX #9 W3
        type = .R
      case .EN where lastStrong == .AL:
        // UAX #9 W2
        type = .AN
      case .ES, .CS:
        // UAX #9 W4
        var next: BidiClass = place + 1 < count ? types[place + 1] : .ON
        if next == .EN, lastStrong == .AL { next = .AN }
        if next == afterW4, next == .EN || next == .AN && type == .CS { type = next }
      default:
        break
      }
      afterW4 = type
      // UAX #9 W5 to W7
      switch type {
      case .EN:
        let resolved: BidiClass = lastStrong == .L ? .L : .EN
        if let first = terminators {
          for earlier in first..<place { types[earlier] = resolved }
        }
        terminators = nil
        endsNumber = true
        types[place] = resolved
      case .ET:
        if endsNumber {
          types[place] = lastStrong == .L ? .L : .EN
        } else {
          terminators = terminators ?? place
          types[place] = .ON
        }
      case .ES, .CS:
        terminators = nil
        endsNumber = false
        types[place] = .ON
      default:
        terminators = nil
        endsNumber = false
        types[place] = type
      }
    }
  }

  /// Applies N1 and N2.
  private mutating func resolveNeutral(sos: BidiClass, eos: BidiClass, embedding: BidiClass) {
    var before = sos
    var place = 0
    while place < types.count {
      let type = types[place]
      guard type.isNeutralOrIsolate else {
        before = type == .L ? .L : .R
        place += 1
        continue
      }
      var end = place + 1
      while end < types.count, types[end].isNeutralOrIsolate { end += 1 }
      let after: BidiClass = end == types.count ? eos : types[end] == .L ? .L : .R
      let resolved = before == after ? before : embedding
      while place < end {
        types[place] = resolved
        place += 1
      }
    }
  }
}
