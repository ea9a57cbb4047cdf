import Foundation

/// Arabic text in which lam and alef, drawn as one, have changed places: «السالم» for «السلام».
enum LamAlef {
  private static let sample = 20_000
  private static let fewestSigns = 2
  private static let alef: Unicode.Scalar = "\u{627}"
  private static let lam: Unicode.Scalar = "\u{644}"
  private static let otherAlefs: Set<Unicode.Scalar> = ["\u{622}", "\u{623}", "\u{625}", "\u{627}"]

  /// Whether a text has what the fault leaves and Arabic does not spell, and hardly a lam-alef.
  static func isSwapped(_ text: [Unicode.Scalar]) -> Bool {
    var signs = 0
    var right = 0
    for word in VisualOrder.words(of: text.prefix(sample)) {
      if zip(word, word.dropFirst()).contains(where: { $0 == lam && otherAlefs.contains($1) }) {
        right += 1
      }
      if word.indices.contains(where: { swap(at: $0, in: word[...]) != nil }) { signs += 1 }
    }
    // «لألول» for «للأول» has a lam and an alef in order.
    return signs >= fewestSigns && signs > 4 * right
  }

  /// The text with each lam-alef in order again.
  static func restored(_ text: MappedText) -> MappedText {
    var edits: [MappedText.Edit] = []
    var index = 0
    let scalars = text.scalars
    while index < scalars.count {
      let isStart = index == 0 || ScalarClass(scalars[index - 1]) != .arabic
      if isStart, let edit = known(wordAt: index, in: scalars) {
        edits.append(edit)
        index = edit.range.upperBound
      } else if let letters = swap(at: index, in: scalars[...]) {
        edits.append(MappedText.Edit(range: index..<index + letters.count, scalars: letters))
        index += letters.count
      } else {
        index += 1
      }
    }
    return text.replacing(edits)
  }

  /// Frequent words with lam-alef, with the article and without, by their letters with the two exchanged.
  private static let words: [[Unicode.Scalar]: [Unicode.Scalar]] = {
    let file = try? String(contentsOf: ResourceFolder.file("lam-alef.txt"), encoding: .utf8)
    var words: [[Unicode.Scalar]: [Unicode.Scalar]] = [:]
    for line in (file ?? "").split(separator: "\n") {
      for word in [Array(line.unicodeScalars), [alef, lam] + line.unicodeScalars] {
        var swapped = word
        for place in word.indices.dropLast()
        where word[place] == lam && otherAlefs.contains(word[place + 1]) {
          swapped.swapAt(place, place + 1)
        }
        words[swapped] = word
      }
    }
    return words
  }()

  /// The particles that stand before a word of the list.
  private static let fronts = ["", "و", "ف", "ب", "ل", "ك"].map { Array($0.unicodeScalars) }

  /// The word of the list that starts at a place, behind particles or not.
  private static func known(
    wordAt start: Int, in text: [Unicode.Scalar]
  ) -> MappedText.Edit? {
    let word = text[start...].prefix { ScalarClass($0) == .arabic }
    for front in fronts where word.count > front.count && word.starts(with: front) {
      let rest = word.dropFirst(front.count)
      if let right = words[Array(rest)] {
        return MappedText.Edit(range: rest.indices, scalars: right)
      }
    }
    return nil
  }

  /// The right order of the letters from an alef on, where they are a mark of the fault.
  private static func swap(
    at index: Int, in word: ArraySlice<Unicode.Scalar>
  ) -> [Unicode.Scalar]? {
    guard word[index] == alef, index + 2 < word.endIndex else { return nil }
    let (second, third) = (word[index + 1], word[index + 2])
    // األول, اإلسلام and االجتماع for الأول, الإسلام and الاجتماع.
    if otherAlefs.contains(second), third == lam { return [alef, lam, second] }
    // طالل and عالء for طلال and علاء.
    let isEnd = index + 3 == word.endIndex || ScalarClass(word[index + 3]) != .arabic
    if isEnd, second == lam, third == lam || third == "\u{621}" { return [lam, alef, third] }
    return nil
  }
}
