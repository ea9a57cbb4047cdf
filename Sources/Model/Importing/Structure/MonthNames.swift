/// The names of the months in English, in the Arabic of east and west, and of the Islamic and the
/// Persian calendar, folded.
enum MonthNames {
  /// The month that starts at `index` of `tokens` and how many tokens its name takes.
  static func month(in tokens: ArraySlice<LineToken>, at index: Int) -> (month: Int, length: Int)? {
    month(in: tokens, at: index, of: months)
  }

  /// The month of the Islamic calendar that starts at `index` and how many tokens its name takes.
  static func islamicMonth(
    in tokens: ArraySlice<LineToken>, at index: Int
  ) -> (month: Int, length: Int)? {
    month(in: tokens, at: index, of: islamicMonths)
  }

  /// The month of the Persian calendar that starts at `index` and how many tokens its name takes.
  static func persianMonth(
    in tokens: ArraySlice<LineToken>, at index: Int
  ) -> (month: Int, length: Int)? {
    month(in: tokens, at: index, of: persianMonths)
  }

  private static func month(
    in tokens: ArraySlice<LineToken>, at index: Int, of months: [[HashedWord]: Int]
  ) -> (month: Int, length: Int)? {
    guard tokens.indices.contains(index), let first = tokens[index].word else { return nil }
    if tokens.indices.contains(index + 1), let second = ordinal(tokens[index + 1]),
      let month = months[[first, second]]
    {
      return (month, 2)
    }
    return months[[first]].map { ($0, 1) }
  }

  /// The word that tells two months of one name apart, also where it is written "تشرين 2".
  private static func ordinal(_ token: LineToken) -> HashedWord? {
    switch token {
    case .number(1, 1): "الأول"
    case .number(2, 1): "الثاني"
    default: token.word
    }
  }

  /// The names of each month, January first: English, Egypt and the Gulf, the Levant and Iraq,
  /// Tunisia and Algeria, Morocco, Mauritania.
  static let names = [
    ["january", "jan", "يناير", "كانون الثاني", "كانون ثاني", "جانفي"],
    ["february", "feb", "فبراير", "شباط", "فيفري"],
    ["march", "mar", "مارس", "آذار", "اذار"],
    ["april", "apr", "أبريل", "إبريل", "نيسان", "أفريل"],
    ["may", "مايو", "أيار", "ماي"],
    ["june", "jun", "يونيو", "يونيه", "حزيران", "جوان"],
    ["july", "jul", "يوليو", "يوليه", "تموز", "جويلية", "يوليوز"],
    ["august", "aug", "أغسطس", "آب", "أوت", "غشت", "أغشت"],
    ["september", "sep", "sept", "سبتمبر", "أيلول", "شتنبر", "شتمبر"],
    ["october", "oct", "أكتوبر", "تشرين الأول", "تشرين أول", "اكتوبر"],
    ["november", "nov", "نوفمبر", "تشرين الثاني", "تشرين ثاني", "نونبر", "نوفنبر"],
    ["december", "dec", "ديسمبر", "كانون الأول", "كانون أول", "دجنبر", "دجمبر"],
  ]

  /// The months of the Islamic calendar, Muharram first, as newspapers spell them.
  static let islamic = [
    ["محرم", "المحرم", "muharram"], ["صفر", "safar"], ["ربيع الأول", "ربيع أول"],
    ["ربيع الآخر", "ربيع الثاني", "ربيع ثاني", "ربيع آخر"],
    ["جمادى الأولى", "جمادى الأول", "جمادى أولى"],
    ["جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادى الثاني", "جمادى ثاني"],
    ["رجب", "rajab"],
    ["شعبان", "shaban"], ["رمضان", "ramadan"], ["شوال", "shawwal"],
    ["ذو القعدة", "ذي القعدة", "ذوالقعدة"], ["ذو الحجة", "ذي الحجة", "ذوالحجة"],
  ]

  /// The months of the Persian calendar, Farvardin first, as Iran calls them.
  static let persian = [
    ["فروردین"], ["اردیبهشت"], ["خرداد"], ["تیر"], ["مرداد", "امرداد"], ["شهریور"], ["مهر"],
    ["آبان"], ["آذر"], ["دی"], ["بهمن"], ["اسفند"],
  ]

  private static let months = numbers(of: names)
  private static let islamicMonths = numbers(of: islamic)
  private static let persianMonths = numbers(of: persian)

  /// The number of the month that each name, as its words, stands for.
  private static func numbers(of rows: [[String]]) -> [[HashedWord]: Int] {
    var months: [[HashedWord]: Int] = [:]
    for (index, row) in rows.enumerated() {
      for name in row {
        months[HashedWord.words(of: name)] = index + 1
      }
    }
    return months
  }
}

/// The zones of time that dates name, as seconds east of Greenwich.
enum ZoneNames {
  /// Offsets by name; where a name has several meanings, the one of the regions that Reader's news is
  /// from: AST is Arabia's, GST the Gulf's.
  static let offsets: [HashedWord: Int] = {
    let hours: [(names: String, hours: Double)] = [
      ("z gmt utc ut wet غرينتش جرينتش", 0), ("bst cet west", 1), ("cest eet sast", 2),
      ("eest msk ast مكه", 3), ("gst", 4), ("pkt", 5), ("ist", 5.5), ("sgt hkt", 8),
      ("jst kst", 9), ("aest", 10), ("aedt", 11), ("nst", -3.5), ("adt", -3), ("edt", -4),
      ("est cdt", -5), ("cst mdt", -6), ("mst pdt", -7), ("pst akdt", -8), ("hst", -10),
    ]
    var offsets: [HashedWord: Int] = [:]
    for row in hours {
      for name in HashedWord.words(of: row.names) { offsets[name] = Int(row.hours * 3600) }
    }
    return offsets
  }()
}
