/// The words for small numbers, months and days of the week, in English and Arabic.
enum FigureWords {
  /// The figure that a folded word names.
  ///
  /// - Parameters:
  ///   - word: The number of the word.
  ///   - isCapital: Whether the word is capitalized: "may" and "march" are not months.
  static func figure(_ word: UInt64, isCapital: Bool) -> Figure? {
    numbers[word] ?? (isCapital ? names[[word]] : nil)
  }

  /// The month that two folded words name.
  static func figure(_ first: UInt64, _ second: UInt64) -> Figure? {
    names[[first, second]]
  }

  private static let days = [
    ["monday", "الاثنين"], ["tuesday", "الثلاثاء"], ["wednesday", "الأربعاء"],
    ["thursday", "الخميس"], ["friday", "الجمعة"], ["saturday", "السبت"], ["sunday", "الأحد"],
  ]

  /// From three on: Arabic expresses one and two by the form of a noun.
  private static let digits = [
    ("3", ["three", "ثلاثة", "ثلاث"]), ("4", ["four", "أربعة", "أربع"]),
    ("5", ["five", "خمسة", "خمس"]), ("6", ["six", "ستة", "ست"]),
    ("7", ["seven", "سبعة", "سبع"]), ("8", ["eight", "ثمانية", "ثماني"]),
    ("9", ["nine", "تسعة", "تسع"]), ("10", ["ten", "عشرة"]),
  ]

  private static let numbers: [UInt64: Figure] = {
    var numbers: [UInt64: Figure] = [:]
    for (digits, words) in digits {
      for word in words {
        for hash in FoldedWord.hashes(of: word, bare: false) {
          numbers[hash] = Figure(number: digits)
        }
      }
    }
    return numbers
  }()

  private static let names: [[UInt64]: Figure] = {
    var names: [[UInt64]: Figure] = [:]
    for (prefix, rows) in [("month ", MonthNames.names), ("day ", days)] {
      for (index, row) in rows.enumerated() {
        let figure = Figure(prefix + String(index), of: Double(rows.count))
        for name in row { names[FoldedWord.hashes(of: name, bare: false)] = figure }
      }
    }
    return names
  }()
}
