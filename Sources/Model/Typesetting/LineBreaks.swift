/// Where the lines of a text may and must end (UAX #14, Unicode 15.0, with the treatment of numbers
/// of its section 8.2, example 7, and the quotation marks of Unicode 15.1).
struct LineBreaks {
  /// What may happen before a scalar.
  enum Opportunity: UInt8 {
    /// The line goes on.
    case none
    /// The line may end.
    case allowed
    /// The line must end.
    case mandatory
  }

  private typealias Class = LineBreakClass

  /// How far a number has come (LB25 as a regular expression).
  private enum Number {
    /// Nothing of it; something that may stand before its digits; digits; a bracket after them.
    case none, prefix, digits, closed
  }

  /// The class before the place looked at, after LB9 and LB10; nil at the start of a line.
  private var before: Class?
  /// The class before that.
  private var previous: Class?
  private var spaces = 0
  private var number = Number.none
  /// The opening bracket that follows a prefix.
  private var bracket: Int?
  /// How many regional indicators stand in a row.
  private var indicators = 0
  /// Whether `before` is an initial quotation mark that opens a quotation (LB15a).
  private var opensQuotation = false
  /// The final quotation mark before which the line may end unless what follows closes it (LB15b).
  private var closing: Int?
  /// Whether the last scalar was ZWJ (LB8a).
  private var endsInJoiner = false

  /// What may happen before each scalar of a text; nothing before the first (LB2).
  static func opportunities(in scalars: ArraySlice<Unicode.Scalar>) -> [Opportunity] {
    var state = LineBreaks()
    var isInWord = false
    let trie = LineBreakTable.trie
    return [Opportunity](unsafeUninitializedCapacity: scalars.count) { buffer, count in
      for scalar in scalars {
        let kind = Class(number: trie[scalar])
        let next = kind == .QUI || kind == .QUF ? .QU : kind
        // LB28, by far the most frequent.
        if isInWord, next == .AL {
          buffer.initializeElement(at: count, to: .none)
          count += 1
          continue
        }
        // LB25: only now is it known that the bracket after a prefix opens a number.
        if next == .NU, let bracket = state.bracket, state.isTouchingBracket {
          buffer[bracket] = .none
        }
        let isAfterPrefix = state.spaces == 0 && (state.before == .PR || state.before == .PO)
        if let closing = state.closing, next.closesQuotation { buffer[closing] = .none }
        if next != .CM, next != .ZWJ { state.closing = nil }
        let opens = kind == .QUI && state.mayOpenQuotation
        let found = state.advance(to: next)
        buffer.initializeElement(at: count, to: found)
        if next != .SP, next != .CM, next != .ZWJ { state.opensQuotation = opens }
        if kind == .QUF, found == .allowed { state.closing = count }
        if next == .OP || next == .OPW {
          state.bracket = isAfterPrefix ? count : nil
        }
        isInWord = state.isInWord
        count += 1
      }
      if let closing = state.closing { buffer[closing] = .none }
    }
  }

  /// Whether a letter and nothing else stands before the place looked at.
  private var isInWord: Bool {
    before == .AL && spaces == 0 && number == .none && !endsInJoiner
  }

  // LB15a: (sot | BK | CR | LF | NL | OP | QU | GL | SP | ZW) before the mark.
  private var mayOpenQuotation: Bool {
    guard spaces == 0, let before else { return true }
    switch before {
    case .BK, .CR, .LF, .NL, .OP, .OPW, .QU, .GL, .SP, .ZW: return true
    default: return false
    }
  }

  private mutating func advance(to next: Class) -> Opportunity {
    if isInWord, next == .SP {
      // LB7
      spaces = 1
      return .none
    }
    let found = decide(next)
    note(next, found)
    return found
  }

  private func decide(_ next: Class) -> Opportunity {
    guard let before else { return .none }
    switch before {
    // LB4, LB5
    case .BK, .LF, .NL: return .mandatory
    case .CR: return next == .LF ? .none : .mandatory
    default: break
    }
    switch next {
    // LB6, LB7
    case .BK, .CR, .LF, .NL, .SP, .ZW: return .none
    default: break
    }
    // LB8
    if before == .ZW { return .allowed }
    // LB8a
    if endsInJoiner { return .none }
    // LB9
    if next == .CM || next == .ZWJ, spaces == 0, before != .SP { return .none }
    // LB10
    let after = next == .CM || next == .ZWJ ? .AL : next
    return isProhibited(before, after) ? .none : .allowed
  }

  // LB11 to LB18, which look across spaces.
  private func isProhibited(_ before: Class, _ after: Class) -> Bool {
    // LB11, LB13 (spaces before these do not matter, LB12a apart)
    switch after {
    case .WJ, .CL, .CP, .CPW, .EX, .IS, .SY: return true
    default: break
    }
    if spaces > 0 {
      switch (before, after) {
      // LB14
      case (.OP, _), (.OPW, _): return true
      // LB15a
      case (.QU, _) where opensQuotation: return true
      // LB15
      case (.QU, .OP), (.QU, .OPW): return true
      // LB16
      case (.CL, .NS), (.CP, .NS), (.CPW, .NS): return true
      // LB17
      case (.B2, .B2): return true
      // LB18
      default: return false
      }
    }
    switch (before, after) {
    // LB11, LB12
    case (.WJ, _), (.GL, _): return true
    // LB12a
    case (let left, .GL): return left != .SP && left != .BA && left != .HY
    // LB14 to LB17
    case (.OP, _), (.OPW, _), (.B2, .B2): return true
    case (.CL, .NS), (.CP, .NS), (.CPW, .NS): return true
    // LB18: a space that starts the line
    case (.SP, _): return false
    // LB19
    case (_, .QU), (.QU, _): return true
    // LB20
    case (_, .CB), (.CB, _): return false
    default: return isProhibitedPair(before, after)
    }
  }

  // LB21 to LB30b, for neighbours.
  private func isProhibitedPair(_ before: Class, _ after: Class) -> Bool {
    // LB21a
    if previous == .HL, before == .HY || before == .BA { return true }
    // LB25
    if continuesNumber(after) { return true }
    switch (before, after) {
    // LB21
    case (_, .BA), (_, .HY), (_, .NS), (.BB, _): return true
    // LB21b
    case (.SY, .HL): return true
    // LB22
    case (_, .IN): return true
    // LB23
    case (.AL, .NU), (.HL, .NU), (.NU, .AL), (.NU, .HL): return true
    // LB23a
    case (.PR, .ID), (.PR, .EB), (.PR, .EM), (.PR, .EXTPICT): return true
    case (.ID, .PO), (.EB, .PO), (.EM, .PO), (.EXTPICT, .PO): return true
    // LB24
    case (.PR, .AL), (.PR, .HL), (.PO, .AL), (.PO, .HL): return true
    case (.AL, .PR), (.AL, .PO), (.HL, .PR), (.HL, .PO): return true
    // LB26
    case (.JL, .JL), (.JL, .JV), (.JL, .H2), (.JL, .H3): return true
    case (.JV, .JV), (.JV, .JT), (.H2, .JV), (.H2, .JT), (.JT, .JT), (.H3, .JT): return true
    // LB27
    case (.JL, .PO), (.JV, .PO), (.JT, .PO), (.H2, .PO), (.H3, .PO): return true
    case (.PR, .JL), (.PR, .JV), (.PR, .JT), (.PR, .H2), (.PR, .H3): return true
    // LB28, LB29
    case (.AL, .AL), (.AL, .HL), (.HL, .AL), (.HL, .HL), (.IS, .AL), (.IS, .HL): return true
    // LB30
    case (.AL, .OP), (.HL, .OP), (.NU, .OP), (.CP, .AL), (.CP, .HL), (.CP, .NU): return true
    // LB30a
    case (.RI, .RI): return !indicators.isMultiple(of: 2)
    // LB30b
    case (.EB, .EM), (.EXTPICT, .EM): return true
    // LB31
    default: return false
    }
  }

  // LB25: ( PR | PO )? ( OP | HY )? NU ( NU | SY | IS )* ( CL | CP )? ( PR | PO )?
  private func continuesNumber(_ after: Class) -> Bool {
    switch (number, after) {
    case (.prefix, .NU), (.digits, .NU): return true
    case (.digits, .PR), (.digits, .PO), (.closed, .PR), (.closed, .PO): return true
    default: return false
    }
  }

  private var isTouchingBracket: Bool { (before == .OP || before == .OPW) && spaces == 0 }

  private mutating func note(_ next: Class, _ found: Opportunity) {
    if found == .mandatory {
      self = LineBreaks()
    }
    endsInJoiner = next == .ZWJ
    if next == .SP, let before, before != .BK, before != .LF, before != .NL, before != .CR {
      spaces += 1
      return
    }
    let isMark = next == .CM || next == .ZWJ
    // LB9: marks belong to what they follow.
    if isMark, spaces == 0, let before, before != .ZW, before != .SP { return }
    let current: Class = isMark ? .AL : next
    if current != .RI || spaces > 0 { indicators = 0 }
    if current == .RI { indicators += 1 }
    number = numberState(after: current)
    previous = spaces > 0 ? .SP : before
    before = current
    spaces = 0
  }

  private func numberState(after current: Class) -> Number {
    let isTouching = spaces == 0
    switch current {
    case .NU: return .digits
    case .SY, .IS: return isTouching && number == .digits ? .digits : .none
    case .CL, .CP, .CPW: return isTouching && number == .digits ? .closed : .none
    case .PR, .PO, .OP, .OPW, .HY: return .prefix
    default: return .none
    }
  }
}

/// The line breaking classes of UAX #14 after rule LB1, numbered as the generated table does.
enum LineBreakClass: UInt8, TableValue {
  case AL, BA, BB, B2, BK, CB, CL, CM, CP, CR, EB, EM, EX, GL, H2, H3, HL, HY, ID, IN, IS, JL, JT,
    JV, LF, NL, NS, NU, OP, PO, PR, QU, RI, SP, SY, WJ, ZW, ZWJ
  /// OP and CP of East Asian width, which LB30 leaves alone.
  case OPW, CPW
  /// Unassigned pictographs, which LB30b counts as emoji bases.
  case EXTPICT
  /// QU of the general categories Pi and Pf, which LB15a and LB15b look at.
  case QUI, QUF

  static var greatest: LineBreakClass { .QUF }

  // LB15b: (SP | GL | WJ | CL | QU | CP | EX | IS | SY | BK | CR | LF | NL | ZW | eot) after the mark.
  fileprivate var closesQuotation: Bool {
    switch self {
    case .SP, .GL, .WJ, .CL, .QU, .CP, .CPW, .EX, .IS, .SY, .BK, .CR, .LF, .NL, .ZW: true
    default: false
    }
  }
}
