/// The names of the months in English and in the Arabic of east and west, folded.
enum MonthNames {
  /// The month that starts at `index` of `tokens` and how many tokens its name takes.
  static func month(in tokens: ArraySlice<LineToken>, at index: Int) -> (month: Int, length: Int)? {
    guard tokens.indices.contains(index), let first = tokens[index].word else { return nil }
    if tokens.indices.contains(index + 1), let second = tokens[index + 1].word,
      let month = months[[first, second]]
    {
      return (month, 2)
    }
    return months[[first]].map { ($0, 1) }
  }

  /// The names of each month, January first: English, Egypt and the Gulf, the Levant and Iraq,
  /// Tunisia and Algeria, Morocco.
  static let names = [
    ["january", "jan", "يناير", "كانون الثاني", "جانفي"],
    ["february", "feb", "فبراير", "شباط", "فيفري"],
    ["march", "mar", "مارس", "آذار", "اذار"],
    ["april", "apr", "أبريل", "إبريل", "نيسان", "أفريل"],
    ["may", "مايو", "أيار", "ماي"],
    ["june", "jun", "يونيو", "يونيه", "حزيران", "جوان"],
    ["july", "jul", "يوليو", "يوليه", "تموز", "جويلية", "يوليوز"],
    ["august", "aug", "أغسطس", "آب", "أوت", "غشت"],
    ["september", "sep", "sept", "سبتمبر", "أيلول", "شتنبر"],
    ["october", "oct", "أكتوبر", "تشرين الأول", "أكتوبر"],
    ["november", "nov", "نوفمبر", "تشرين الثاني", "نونبر", "نوفنبر"],
    ["december", "dec", "ديسمبر", "كانون الأول", "دجنبر"],
  ]

  private static let months: [[HashedWord]: Int] = {
    var months: [[HashedWord]: Int] = [:]
    for (index, row) in names.enumerated() {
      for name in row {
        months[HashedWord.words(of: name)] = index + 1
      }
    }
    return months
  }()
}
