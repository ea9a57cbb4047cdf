extension CellBuilder {
  /// The letter of the last cell, which waits for its form, or ZWJ in the place of one.
  struct PendingLetter {
    /// The letter as it is written; of lam-alef the alef.
    var scalar: Unicode.Scalar
    var level: UInt8
    var joining: CellProperty.Joining
    /// Whether the letter before joins it.
    var joinsPrevious: Bool
    var isLamAlef = false
    var isJoiner = false
  }

  /// Adds a letter that joins, and shapes the one before it.
  mutating func placeLetter(
    _ scalar: Unicode.Scalar, joining: CellProperty.Joining, source: TextRange, level: UInt8
  ) {
    var joins = false
    if let before = letter {
      // Joining stops where the level changes. In right-to-left text forced to run left to right
      // the letter before stands on the left.
      if level & 1 == 1 {
        joins = before.joining.joinsLeft && joining.joinsRight
      } else {
        joins = before.joining.joinsRight && joining.joinsLeft
      }
      joins = joins && (before.level == level || before.isJoiner)
      if joins, level & 1 == 1, before.scalar == "\u{644}", !before.isLamAlef,
        ArabicForms.lamAlef(scalar, joinedRight: before.joinsPrevious) != nil
      {
        cells.changeLast { $0.cell.source.upperBound = source.upperBound }
        letter?.scalar = scalar
        letter?.joining = joining
        letter?.isLamAlef = true
        nextFlags = []
        return
      }
    }
    finishLetter(joinsNext: joins)
    addCell(scalar, width: 1, level: level, source: source)
    letter = PendingLetter(
      scalar: scalar, level: level, joining: joining, joinsPrevious: joins)
  }

  /// Takes ZWJ, which joins the letter before it and the one after it, and emoji to a sequence.
  mutating func placeJoiner(source: TextRange, level: UInt8) {
    if case .emoji = sequence { sequence = .joinedEmoji }
    finishLetter(joinsNext: true)
    letter = PendingLetter(
      scalar: "\u{200D}", level: level, joining: .causing, joinsPrevious: true, isJoiner: true)
    drop(source)
  }

  /// Shapes the letter that waits, now that it is known whether the next one joins it.
  @inline(__always)
  mutating func finishLetter(joinsNext: Bool) {
    guard let pending = letter else { return }
    letter = nil
    if pending.isJoiner { return }
    let runsRightToLeft = pending.level & 1 == 1
    let joinsNext =
      joinsNext && (runsRightToLeft ? pending.joining.joinsLeft : pending.joining.joinsRight)
    let joinedRight = runsRightToLeft ? pending.joinsPrevious : joinsNext
    let joinedLeft = runsRightToLeft ? joinsNext : pending.joinsPrevious
    if pending.isLamAlef {
      if let glyph = ArabicForms.lamAlef(pending.scalar, joinedRight: joinedRight) {
        cells.changeLast { $0.cell.glyph = glyph }
      }
    } else if let glyph = ArabicForms.form(
      of: pending.scalar, joinedRight: joinedRight, joinedLeft: joinedLeft)
    {
      cells.changeLast { $0.cell.glyph = glyph }
    } else {
      compound(pending.scalar, joinedRight: joinedRight, joinedLeft: joinedLeft)
    }
  }

  /// Draws a letter without presentation forms as another one and marks, where it looks like that.
  private mutating func compound(
    _ scalar: Unicode.Scalar, joinedRight: Bool, joinedLeft: Bool
  ) {
    guard let own = cells.last?.cell.marks,
      let shape = ArabicForms.composite(
        of: scalar, joinedRight: joinedRight, joinedLeft: joinedLeft)
    else { return }
    var marks = Marks()
    for mark in shape.marks + own.scalars { marks.append(mark) }
    cells.changeLast {
      $0.cell.marks = marks
      $0.cell.glyph = shape.glyph
    }
  }
}
