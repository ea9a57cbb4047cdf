/// What the tables know of a word or a sequence of words.
struct LexiconFlags: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// A person known by this name.
  static let person = LexiconFlags(rawValue: 1 << 0)
  /// A place of any size.
  static let place = LexiconFlags(rawValue: 1 << 1)
  /// A country, capital, region or large town.
  static let majorPlace = LexiconFlags(rawValue: 1 << 2)
  /// An organization.
  static let organization = LexiconFlags(rawValue: 1 << 3)
  /// A given name.
  static let givenName = LexiconFlags(rawValue: 1 << 4)
  /// A surname, or in Arabic any part of a person's name.
  static let surname = LexiconFlags(rawValue: 1 << 5)
  /// A word that stands before a person's name.
  static let title = LexiconFlags(rawValue: 1 << 6)
  /// A word that an organization's name starts with.
  static let organizationHead = LexiconFlags(rawValue: 1 << 7)
  /// A word that an organization's name ends with.
  static let organizationTail = LexiconFlags(rawValue: 1 << 8)
  /// A word that stands before a place's name.
  static let placeHead = LexiconFlags(rawValue: 1 << 9)
  /// A word that a place's name ends with.
  static let placeTail = LexiconFlags(rawValue: 1 << 10)
  /// An adjective of a country or people.
  static let nationality = LexiconFlags(rawValue: 1 << 11)
  /// A word that is seldom part of a name.
  static let common = LexiconFlags(rawValue: 1 << 12)
  /// A day or month.
  static let calendar = LexiconFlags(rawValue: 1 << 13)
  /// A country.
  static let country = LexiconFlags(rawValue: 1 << 14)
  /// A longer entry starts with these words.
  static let continues = LexiconFlags(rawValue: 1 << 15)

  /// All the flags of names.
  static let anyName: LexiconFlags = [
    .person, .place, .majorPlace, .organization, .givenName, .surname,
  ]
  /// Whether it is known as a name or part of one.
  var isName: Bool { !isDisjoint(with: .anyName) }
  /// Whether anything is known of the word itself, not only that a longer entry starts with it.
  var isKnown: Bool { !subtracting(.continues).isEmpty }
}
