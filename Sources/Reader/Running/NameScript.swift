import Model

/// The script in which names are shown first.
enum NameScript {
  /// Languages written in the Arabic script, by their codes in locales.
  private static let arabicScriptLanguages: Set<Substring> = [
    "ar", "ckb", "fa", "ps", "sd", "ug", "ur",
  ]

  /// The script of the locale that the environment names; Latin for C and what is not known.
  static func preferred(_ environment: [String: String]) -> Script {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let language = locale?.prefix(while: { $0.isLetter }) else { return .latin }
    return arabicScriptLanguages.contains(language) ? .arabic : .latin
  }
}
