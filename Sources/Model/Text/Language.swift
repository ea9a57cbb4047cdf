/// The language an article is written in, as far as the program tells languages apart.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
  /// Arabic.
  case arabic = "ar"
  /// English.
  case english = "en"
  /// Any other language, or too little text to tell.
  case undetermined = "und"
}

extension Language {
  /// The language that most of a text is in.
  ///
  /// The script with half of the letters or more decides first. Text in Arabic script is Arabic
  /// unless letters or function words of Persian, Urdu or Kurdish tell otherwise; text in Latin
  /// script is English where English function words are frequent and those of its neighbours are
  /// not.
  ///
  /// Complexity: O(*n*) up to 20,000 scalars, which are enough.
  init(of text: some Sequence<ArraySlice<Unicode.Scalar>>) {
    var evidence = LanguageEvidence()
    for slice in text {
      evidence.add(slice.prefix(20_000))
      if evidence.count >= 20_000 { break }
    }
    self = evidence.language
  }
}
