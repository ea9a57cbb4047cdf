import Foundation

/// A person, place or organization that a list of names watches for.
public struct WatchedName: Hashable, Sendable {
  /// The list's own number or code for it.
  public var id: String?
  /// Its names in either script, the one to show first; never empty.
  public var names: [String]
  /// What it is; `nil` where the list does not say.
  public var kind: EntityKind?

  /// The most names that are kept of one, and the longest that is a name, in scalars.
  private static let mostNames = 64
  private static let longest = 200

  /// Creates a watched name of what a list says, cleaned; `nil` where none of the names is one.
  ///
  /// "Kazemi, Mustafa" is taken for "Mustafa Kazemi" too, unless it is an organization.
  public init?(id: String? = nil, names: [String], kind: EntityKind? = nil) {
    var seen: Set<String> = []
    var known: [String] = []
    for name in names.lazy.map(CleanText.displayed) where known.count < Self.mostNames {
      guard name.unicodeScalars.count <= Self.longest, !NameKey.key(of: name).isEmpty else {
        continue
      }
      let forms = kind == .organization ? [name] : [name] + Self.inOrder(name)
      known += forms.filter { seen.insert($0).inserted }
    }
    guard !known.isEmpty else { return nil }
    let id = id.map(CleanText.displayed)
    self.id = id?.isEmpty == false ? id : nil
    self.names = known
    self.kind = kind
  }

  /// The name to show.
  public var name: String { names[0] }

  /// A name that has its surname before a comma, in the order in which it is spoken.
  private static func inOrder(_ name: String) -> [String] {
    let parts = name.split(whereSeparator: { ",\u{60C}".contains($0) })
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return [] }
    return ["\(parts[1]) \(parts[0])"]
  }
}

/// A kind of entity as lists name it: by our word, or by a schema of FollowTheMoney.
enum WatchedKind: Hashable {
  /// One of the kinds that texts are searched for.
  case of(EntityKind)
  /// Any of them.
  case any
  /// Something that no text is searched for, such as a ship or a passport.
  case unsought

  private static let words: [String: WatchedKind] = [
    "person": .of(.person), "people": .of(.person), "place": .of(.place), "address": .of(.place),
    "location": .of(.place), "territory": .of(.place), "organization": .of(.organization),
    "organisation": .of(.organization), "org": .of(.organization),
    "company": .of(.organization), "publicbody": .of(.organization), "legalentity": .any,
    "thing": .any, "": .any,
  ]

  /// Reads what a list has in the column for it.
  init(_ text: String) {
    let word = text.lowercased().filter { !$0.isWhitespace }
    self = Self.words[word] ?? .unsought
  }

  /// The kind; `nil` for any.
  var kind: EntityKind? {
    if case .of(let kind) = self { kind } else { nil }
  }
}
