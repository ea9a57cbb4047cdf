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

  /// Letters of Urdu, Kurdish and Pashto that Unicode has no presentation forms for, as a letter
  /// that has some and the marks that tell them apart.
  private static let composites:
    [Unicode.Scalar: (skeleton: Unicode.Scalar, marks: [Unicode.Scalar])] = [
      // Urdu: heh goal with hamza above.
      "\u{6C2}": ("\u{6C1}", ["\u{654}"]),
      // Kurdish: lam and yeh with small v, reh with small v below.
      "\u{6B5}": ("\u{644}", ["\u{65A}"]),
      "\u{6CE}": ("\u{6CC}", ["\u{65A}"]),
      "\u{695}": ("\u{631}", ["\u{32C}"]),
      // Pashto: hah with hamza; khah, whose dot two more make three; letters with a ring, with dots
      // on two sides, yeh with tail. The ring stands for a dot below too, as few fonts have the
      // Arabic one.
      "\u{681}": ("\u{62D}", ["\u{654}"]),
      "\u{685}": ("\u{62E}", ["\u{308}"]),
      "\u{689}": ("\u{62F}", ["\u{325}"]),
      "\u{693}": ("\u{631}", ["\u{325}"]),
      "\u{696}": ("\u{632}", ["\u{325}"]),
      "\u{69A}": ("\u{633}", ["\u{307}", "\u{325}"]),
      "\u{6AB}": ("\u{6A9}", ["\u{325}"]),
      "\u{6BC}": ("\u{646}", ["\u{325}"]),
      "\u{6CD}": ("\u{6CC}", []),
    ]
}
