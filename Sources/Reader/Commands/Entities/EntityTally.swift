import Model

/// An entity and how often the articles of a report name it.
struct EntityTally {
  /// The entity.
  let entity: Entity
  /// How many mentions name it.
  private(set) var mentions = 0
  /// How many articles of each language name it.
  private(set) var articlesByLanguage: [Language: Int] = [:]
  private var confidences = 0.0

  /// Makes the tally of an entity that no article was counted for yet.
  init(_ entity: Entity) {
    self.entity = entity
  }

  /// Counts an article that names it, and how sure each mention is.
  mutating func add(_ language: Language, confidences: [Double]) {
    mentions += confidences.count
    articlesByLanguage[language, default: 0] += 1
    self.confidences += confidences.reduce(0, +)
  }

  /// How many articles name it.
  var articles: Int { articlesByLanguage.values.reduce(0, +) }

  /// How sure its mentions are on average, from 0 to 1.
  var confidence: Double {
    mentions == 0 ? 0 : (confidences / Double(mentions) * 1000).rounded() / 1000
  }

  /// Its name, in Latin script where there is one.
  var name: String { entity.displayName(preferring: .latin) }

  /// Its best names: the Latin, the Arabic, else whatever it has.
  var bestNames: [String] {
    let names = [entity.name(in: .latin), entity.name(in: .arabic)].compactMap { $0 }
    return names.isEmpty ? [name] : names
  }

  /// Its other names.
  var aliases: [NameForm] {
    let best = bestNames
    return entity.names.filter { !best.contains($0.text) }
  }
}
