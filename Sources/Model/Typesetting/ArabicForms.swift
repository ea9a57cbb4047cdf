/// The glyphs of Arabic letters by how they join.
enum ArabicForms {
  /// How a letter is drawn: a glyph and the marks that complete it.
  struct Shape {
    var glyph: Unicode.Scalar
    var marks: [Unicode.Scalar]
  }

  /// The shape of a letter that is drawn as another letter and marks, by whether letters on its
  /// right and left join it.
  static func composite(
    of letter: Unicode.Scalar, joinedRight: Bool, joinedLeft: Bool
  ) -> Shape? {
    guard let parts = composites[letter],
      let glyph = form(of: parts.skeleton, joinedRight: joinedRight, joinedLeft: joinedLeft)
    else { return nil }
    return Shape(glyph: glyph, marks: parts.marks)
  }

  /// The presentation form of a letter by whether letters on its right and left join it; nil where
  /// Unicode has none.
  @inline(__always)
  static func form(
    of letter: Unicode.Scalar, joinedRight: Bool, joinedLeft: Bool
  ) -> Unicode.Scalar? {
    let place = Int(letter.value) - Int(ArabicFormTable.firstLetter)
    let column = (joinedRight ? 1 : 0) + (joinedLeft ? 2 : 0)
    guard place >= 0, 4 * place + column < ArabicFormTable.forms.count else { return nil }
    let form = ArabicFormTable.forms[4 * place + column]
    return form == 0 ? nil : Unicode.Scalar(form)
  }

  /// Lam with an alef after it in one glyph.
  static func lamAlef(_ alef: Unicode.Scalar, joinedRight: Bool) -> Unicode.Scalar? {
    let table = ArabicFormTable.lamAlef
    for place in stride(from: 0, to: table.count, by: 3) where table[place] == alef.value {
      return Unicode.Scalar(table[place + (joinedRight ? 2 : 1)])
    }
    return nil
  }

  /// Letters that Unicode has no presentation forms for, as a letter of the same joining group that has
  /// some and the marks that distinguish them.
  private static let composites:
    [Unicode.Scalar: (skeleton: Unicode.Scalar, marks: [Unicode.Scalar])] = {
      let table = ArabicFormTable.composites.map { Unicode.Scalar($0) ?? "\u{0}" }
      var composites: [Unicode.Scalar: (skeleton: Unicode.Scalar, marks: [Unicode.Scalar])] = [:]
      for place in stride(from: 0, to: table.count, by: 4) {
        composites[table[place]] = (
          table[place + 1], table[(place + 2)..<(place + 4)].filter { $0.value != 0 }
        )
      }
      return composites
    }()
}
