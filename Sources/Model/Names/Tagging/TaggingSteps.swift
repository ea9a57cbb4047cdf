/// The steps between the model of a sentence and an article's mentions; a tagger may leave some out,
/// to see what each brings.
struct TaggingSteps: OptionSet, Hashable, Sendable {
  let rawValue: Int

  /// The rules that look at a name and the words next to it.
  static let spanRules = TaggingSteps(rawValue: 1 << 0)
  /// Names lose what the article shows to be no part of them.
  static let shortening = TaggingSteps(rawValue: 1 << 1)
  /// All mentions of a name get the kind that most speaks for.
  static let kinds = TaggingSteps(rawValue: 1 << 2)
  /// Names are found again where they were not seen.
  static let filling = TaggingSteps(rawValue: 1 << 3)
  /// People's names take in the words next to them that can be nothing else.
  static let extending = TaggingSteps(rawValue: 1 << 4)
  /// An organization's acronym is found everywhere.
  static let acronyms = TaggingSteps(rawValue: 1 << 5)
  /// What products, events and storms are called after is left out.
  static let products = TaggingSteps(rawValue: 1 << 6)
  /// What is below the bound is left out.
  static let bound = TaggingSteps(rawValue: 1 << 7)
  /// Doubtful names are kept for what other articles know.
  static let doubt = TaggingSteps(rawValue: 1 << 8)

  /// All steps.
  static let all: TaggingSteps = [
    .spanRules, .shortening, .kinds, .filling, .extending, .acronyms, .products, .bound, .doubt,
  ]

  /// The steps by their names.
  static let named: [(name: String, step: TaggingSteps)] = [
    ("span-rules", .spanRules), ("shortening", .shortening), ("kinds", .kinds),
    ("filling", .filling), ("extending", .extending), ("acronyms", .acronyms),
    ("products", .products), ("bound", .bound), ("doubt", .doubt),
  ]
}
