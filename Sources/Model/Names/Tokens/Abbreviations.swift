/// English words that keep the full stop after them.
enum Abbreviations {
  private static let titles: Set<String> = [
    "adm", "brig", "capt", "cmdr", "col", "cpl", "dr", "fr", "gen", "gov", "hon", "lt", "maj",
    "messrs", "mr", "mrs", "ms", "mt", "pres", "prof", "rep", "reps", "rev", "sen", "sens", "sgt",
    "st", "supt",
  ]
  private static let others: Set<String> = [
    "apr", "assn", "aug", "ave", "bros", "co", "corp", "dec", "dept", "dist", "est", "etc", "feb",
    "inc", "intl", "jan", "jr", "ltd", "nov", "oct", "sept", "sep", "sr", "univ", "vs",
  ]

  /// Whether `letters` is one of them.
  static func contains(_ letters: Slice<UnsafeBufferPointer<Unicode.Scalar>>) -> Bool {
    isTitle(letters) || others.contains(lowercase(letters))
  }

  /// Whether a name follows `letters` as a rule, so that no sentence ends there.
  static func isTitle(_ letters: Slice<UnsafeBufferPointer<Unicode.Scalar>>) -> Bool {
    titles.contains(lowercase(letters))
  }

  /// The letters in lower case; nothing where they are longer than any of the words.
  private static func lowercase(_ letters: Slice<UnsafeBufferPointer<Unicode.Scalar>>) -> String {
    guard letters.count <= 6 else { return "" }
    var word = String.UnicodeScalarView()
    for letter in letters {
      word.append(Unicode.Scalar(NameFolding.fold(letter)) ?? letter)
    }
    return String(word)
  }
}
