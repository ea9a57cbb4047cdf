/// The positions where an article states its date: a line of its own near the top or at the end, or the
/// start of the first paragraph as agencies write it.
enum Dateline {
  private static let longestLine = 120
  /// How many words may stand beside the date for its place or agency.
  private static let mostWords = 3

  /// The date of a line that states a date and nothing else; with `besideName`, a place or a source
  /// may be set off from it.
  static func day(of line: ShortLine, besideName: Bool) -> CalendarDay? {
    let tokens = line.tokens
    guard line.scalars.count <= longestLine, let match = DateFinder(tokens).first else {
      return nil
    }
    var names = 0
    var isSetOff = false
    for (index, token) in tokens.enumerated() where !match.tokens.contains(index) {
      switch token {
      case .word(let word):
        if !usualWords.contains(word) { names += 1 }
      case .sign(let sign):
        if ["|", "-", "–", "—", "·", "•", ",", "،", ":", "/"].contains(sign) { isSetOff = true }
      case .number:
        break
      }
    }
    if names == 0 { return match.day }
    guard besideName, isSetOff, names <= mostWords, tokens.last != .sign(".") else { return nil }
    return match.day
  }

  /// The date at the start of an agency's report: "BAGHDAD, August 18, 2020 (Reuters) - The prime…".
  static func day(atStartOf paragraph: ArraySlice<Unicode.Scalar>) -> CalendarDay? {
    let start = paragraph.prefix(longestLine)
    guard start.prefix(60).contains(where: { Digits.value($0) != nil }) else { return nil }
    let tokens = LineToken.tokens(of: start)
    guard let match = DateFinder(tokens).first else { return nil }
    let names = tokens[..<match.tokens.lowerBound].compactMap(\.word)
      .filter { !usualWords.contains($0) }
    guard names.count <= mostWords else { return nil }
    // What follows is an agency in brackets at most, and a dash.
    var isInBrackets = false
    for token in tokens[match.tokens.upperBound...] {
      switch token {
      case .sign("("): isInBrackets = true
      case .sign(")"): isInBrackets = false
      case .sign("-"), .sign("–"), .sign("—"): return match.day
      case .sign(","), .sign("،"), .sign("/"): break
      default:
        if !isInBrackets { return nil }
      }
    }
    return nil
  }

  /// Whether a line names the author of the article and says nothing else.
  static func isByline(_ line: ShortLine) -> Bool {
    let words = line.words
    guard (2...8).contains(words.count), let last = line.scalars.last,
      ![".", "!", "?", "؟"].contains(last)
    else { return false }
    if words[0] == "by" {
      // "By George", not "By the time": a name has capitals.
      let second = line.scalars.drop { !TextLine.isSpace($0) }.drop { TextLine.isSpace($0) }.first
      return second?.properties.isUppercase ?? false
    }
    return words[0] == "بقلم"
  }

  /// The words that go with a date: labels, days of the week, zones, the Islamic calendar.
  private static let usualWords: Set<HashedWord> = Set(
    HashedWord.words(
      of: """
        published updated posted modified created last first date time on at the of and st nd rd th
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
        fri sat sun gmt utc est edt cst pst pdt bst cet cest ist ast am pm et t z updated
        نشر نشرت تم تاريخ بتاريخ النشر التاريخ في آخر تحديث تحديثه الساعة بتوقيت غرينتش جرينتش
        مكة المكرمة المحلي يوم السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة الموافق الموافق
        هـ م ص صباحا مساء محرم صفر ربيع الأول الأولى الثاني الآخر الآخرة الثانية جمادى رجب شعبان
        رمضان شوال ذو ذي القعدة الحجة
        """))
}
