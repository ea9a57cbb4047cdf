/// A purpose that letters are folded for, and where it departs from the others.
///
/// The policies share ``LetterTable``. They differ in three places, all of them in its rows: ``names``
/// leaves alone what the models were not trained on, ``sounds`` spells Latin letters with a mark as
/// they are spoken, and ``search`` as they are typed by those who lack the key.
struct FoldingPolicy: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// The full-text index, queries, and the highlighting of hits.
  static let search = FoldingPolicy(rawValue: 1 << 0)
  /// The lexicon and the features of the tagger, whose tables and models are keyed by the letters: one
  /// letter stays one, the first of several.
  static let names = FoldingPolicy(rawValue: 1 << 1)
  /// The words of a name as the matcher compares them within a script and across scripts.
  static let sounds = FoldingPolicy(rawValue: 1 << 2)

  /// What all policies fold.
  static let all: FoldingPolicy = [.search, .names, .sounds]
  /// What the models were not trained on: hamza by itself and the rarer letters of other languages.
  static let untrained: FoldingPolicy = [.search, .sounds]
}

/// The letters that are written for each other, in both scripts.
enum LetterTable {
  /// Some letters, what they become, and for which purposes; Latin letters in lower case.
  private static let rows: [(letters: String, folded: String, policy: FoldingPolicy)] = [
    // Arabic: alef with madda, hamza or wasla, and its rarer forms.
    ("أإآٱ", "ا", .all), ("ٲٳٵ", "ا", .untrained),
    // Hamza by itself, and on its seats.
    ("ءٴ", "", .untrained), ("ؤ", "و", .all), ("ئ", "ي", .all),
    ("ٶٷۆۇ", "و", .untrained),
    // Alef maqsura and every ya; ta marbuta and every ha.
    ("ىی", "ي", .all), ("ٸۍێېےۓ", "ي", .untrained),
    ("ة", "ه", .all), ("ھۀہۂۃە", "ه", .untrained),
    // Keheh; gaf, as Arabic newspapers spell its sound; peh, veh.
    ("ک", "ك", .all), ("ڪګڬ", "ك", .untrained), ("گ", "غ", .all), ("ڭݣ", "غ", .untrained),
    ("پ", "ب", .all), ("ڤ", "ف", .all), ("ڨڧ", "ق", .untrained),
    ("ڢڥ", "ف", .untrained),
    // Tcheh is spelled with two letters, as in تشاد; jeh; the retroflex letters of Urdu.
    ("چ", "تش", .untrained), ("ژ", "ز", .untrained), ("ڕڑ", "ر", .untrained),
    ("ڵ", "ل", .untrained), ("ٹټ", "ت", .untrained), ("ڈ", "د", .untrained),
    ("ں", "ن", .untrained),
    // Latin letters that no decomposition takes apart.
    ("ß", "ss", .all), ("æ", "ae", .all), ("ø", "o", .all), ("ł", "l", .all), ("đ", "d", .all),
    ("ı", "i", .all), ("ẞ", "ss", .untrained), ("œ", "oe", .untrained), ("þ", "th", .untrained),
    ("ħ", "h", .untrained), ("ĸ", "k", .untrained), ("ŋ", "ng", .untrained),
    ("ŧ", "t", .untrained), ("ƒ", "f", .untrained), ("ɓ", "b", .untrained),
    ("ɗ", "d", .untrained), ("ƙ", "k", .untrained), ("ǝɛ", "e", .untrained),
    ("ɔ", "o", .untrained), ("ð", "d", .search), ("ə", "e", .search),
    // Latin letters as they are spoken, and as transliteration uses them.
    ("ð", "dh", .sounds), ("ə", "a", .sounds), ("šşș", "sh", .sounds), ("čćç", "ch", .sounds),
    ("žż", "zh", .sounds), ("ñ", "ny", .sounds), ("å", "o", .sounds), ("ğġḡ", "gh", .sounds),
    ("ḏ", "dh", .sounds), ("ṯ", "th", .sounds), ("ḫẖ", "kh", .sounds), ("ě", "ye", .sounds),
    ("ţț", "ts", .sounds), ("ř", "rz", .sounds),
  ]

  /// What letters become under a policy, capitals too; letters without an entry stay.
  static func letters(for policy: FoldingPolicy) -> [Unicode.Scalar: [Unicode.Scalar]] {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for row in rows where !row.policy.isDisjoint(with: policy) {
      for letter in row.letters.unicodeScalars {
        table[letter] = Array(row.folded.unicodeScalars)
        let capital = letter.properties.uppercaseMapping.unicodeScalars
        // The capital of ı is the I of ASCII.
        if capital.count == 1, let capital = capital.first, !capital.isASCII {
          table[capital] = Array(row.folded.unicodeScalars)
        }
      }
    }
    return table
  }
}
