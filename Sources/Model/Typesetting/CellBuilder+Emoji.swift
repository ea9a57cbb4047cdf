extension CellBuilder {
  /// Adds an emoji; one that ZWJ joins to the emoji before it is not drawn.
  mutating func placeEmoji(
    _ scalar: Unicode.Scalar, width: UInt8, source: TextRange, level: UInt8
  ) {
    if case .joinedEmoji = sequence {
      drop(source)
    } else {
      addCell(scalar, width: width, level: level, source: source)
    }
    sequence = .emoji
  }

  /// Drops a skin tone; one that follows no emoji is an emoji itself.
  mutating func placeModifier(
    _ scalar: Unicode.Scalar, width: UInt8, source: TextRange, level: UInt8
  ) {
    if case .emoji = sequence {
      drop(source)
    } else {
      placeEmoji(scalar, width: width, source: source, level: level)
    }
  }

  /// Adds half of a flag: two halves are a flag of two columns, one alone is drawn as its letter.
  mutating func placeIndicator(_ scalar: Unicode.Scalar, source: TextRange, level: UInt8) {
    guard case .indicator(let first) = sequence, cells.last?.cell.level == level
    else {
      let letter = Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0x1F1E6 + 0x41))
      addCell(letter, width: 1, level: level, source: source)
      sequence = .indicator(scalar)
      return
    }
    // At odd levels the halves change places when the line is reordered.
    let runsRightToLeft = level & 1 == 1
    cells.changeLast { $0.cell.glyph = runsRightToLeft ? scalar : first }
    addCell(runsRightToLeft ? first : scalar, width: 1, level: level, source: source)
    cells.changeLast { $0.flags.insert(.glued) }
  }
}
