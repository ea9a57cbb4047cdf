/// The language an article is written in, as far as the program tells languages apart.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
  /// Arabic.
  case arabic = "ar"
  /// English.
  case english = "en"
  /// Any other language, or too little text to tell.
  case undetermined = "und"
}
