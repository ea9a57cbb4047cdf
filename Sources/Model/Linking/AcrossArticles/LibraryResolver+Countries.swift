extension LibraryResolver {
  /// From this share of an article's places on their country is the article's.
  private static let majority = 0.5

  /// The organization that a name says to be a country's: "Tunisian Ministry of Health", «وزارة الصحة التونسية».
  func national(_ name: ParsedName) -> KnownEntity? {
    let words = name.words.map(String.init)
    guard words.count > 1 else { return nil }
    for length in [1, 2] where length < words.count {
      for start in 0...(words.count - length) {
        let adjective = words[start..<(start + length)].joined(separator: " ")
        guard let country = tables.countries.rows(for: adjective).first?.first else { continue }
        var rest = words
        rest.removeSubrange(start..<(start + length))
        if rest.last == "of" { rest.removeLast() }
        let readings = tables.aliases.readings(ofKey: rest.joined(separator: " "))
        if let shared = readings.first(where: \.isGeneric) {
          return tables.aliases.entity(shared.entity, of: country)
        }
      }
    }
    return nil
  }

  /// The country that most of an article's places are in, for each of some articles, where there is one.
  func countries(of articles: Set<Int32>) -> [Int32: String] {
    guard !articles.isEmpty else { return [:] }
    var weights: [Int32: [String: Int]] = [:]
    var ofForm: [Int32: String?] = [:]
    for index in records.indices where records[index].kind == .place {
      let article = recordArticles[index]
      guard articles.contains(article) else { continue }
      let form = recordForms[index]
      let country = ofForm[form] ?? country(of: forms[Int(form)])
      ofForm[form] = .some(country)
      if let country {
        weights[article, default: [:]][country, default: 0] += forms[Int(form)].mentionCount
      }
    }
    return weights.compactMapValues { weights in
      let total = weights.values.reduce(0, +)
      return weights.first { Double($0.value) > Self.majority * Double(total) }?.key
    }
  }

  /// The country that a place is or lies in.
  private func country(of form: RecordForm) -> String? {
    guard let first = form.names.first else { return nil }
    let readings = tables.aliases.readings(of: names[first], kind: .place)
    let keys = readings.map { NameKey.key(of: $0.entity.name) } + [names[first].key]
    return keys.lazy.compactMap { self.tables.countries.rows(for: $0).first?.first }.first
  }
}
