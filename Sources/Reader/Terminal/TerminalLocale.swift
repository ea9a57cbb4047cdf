import Foundation

/// The character encoding of the terminal: always UTF-8.
enum TerminalLocale {
  /// Locales that have UTF-8 and need no language installed, best first.
  private static let fallbacks = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"]

  /// Takes the character set of the user's locale, or of one with UTF-8 where it has another.
  ///
  /// Only the character set: numbers and dates are Foundation's matter. Returns the locale taken;
  /// nil where the system has none with UTF-8.
  @discardableResult
  static func adopt() -> String? {
    if let name = setlocale(LC_CTYPE, ""), isUTF8 { return String(cString: name) }
    for fallback in fallbacks where setlocale(LC_CTYPE, fallback) != nil && isUTF8 {
      return fallback
    }
    return nil
  }

  private static var isUTF8: Bool {
    guard let name = nl_langinfo(CODESET_ITEM) else { return false }
    return String(cString: name).lowercased().filter { $0 != "-" } == "utf8"
  }

  /// `CODESET`, which glibc also defines as a macro of itself.
  private static let CODESET_ITEM = nl_item(CODESET)
}
