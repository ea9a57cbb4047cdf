extension LibraryResolver {
  /// From this share of an article's places on their country is the article's.
  private static let majority = 0.5
  /// So many articles a name is taken to be found in besides, so that one article alone says little.
  private static let unseenArticles = 2.0

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

  /// The country of each of some articles, where there is one: that of most of its places; where they do not
  /// tell, that of most articles whose places do and that name the same people and organizations.
  func countries(of articles: Set<Int32>) -> [Int32: String] {
    guard !articles.isEmpty else { return [:] }
    let told = countriesByPlaces()
    let untold = articles.filter { told[$0] == nil }
    return told.filter { articles.contains($0.key) }
      .merging(countriesByCompany(of: untold, told)) { own, _ in own }
  }

  /// The country that most of an article's places are in, for each article that has one.
  private func countriesByPlaces() -> [Int32: String] {
    var weights: [Int32: [String: Double]] = [:]
    var ofForm: [Int32: String?] = [:]
    for index in records.indices where records[index].kind == .place {
      let form = recordForms[index]
      let country = ofForm[form] ?? country(of: forms[Int(form)])
      ofForm[form] = .some(country)
      if let country {
        weights[recordArticles[index], default: [:]][country, default: 0] +=
          Double(forms[Int(form)].mentionCount)
      }
    }
    return weights.compactMapValues(Self.leader)
  }

  /// The country of articles whose places do not tell, by what others of their names are found in: each
  /// name speaks for the countries of the articles it is found in, by their share.
  private func countriesByCompany(
    of articles: Set<Int32>, _ told: [Int32: String]
  ) -> [Int32: String] {
    guard !articles.isEmpty else { return [:] }
    var ofName: [Int: [String: Double]] = [:]
    var wanted: [Int32: Set<Int>] = [:]
    func name(_ record: Int) -> Int? {
      let form = forms[Int(recordForms[record])]
      return form.kind == .place || form.shared != nil ? nil : form.names.first
    }
    for record in records.indices where articles.contains(recordArticles[record]) {
      guard let name = name(record) else { continue }
      wanted[recordArticles[record], default: []].insert(name)
      ofName[name] = [:]
    }
    for record in records.indices {
      guard let country = told[recordArticles[record]], let name = name(record) else { continue }
      ofName[name]?[country, default: 0] += 1
    }
    return wanted.compactMapValues { names in
      var weights: [String: Double] = [:]
      for name in names.sorted() {
        guard let own = ofName[name], !own.isEmpty else { continue }
        let total = own.values.reduce(Self.unseenArticles, +)
        for (country, count) in own { weights[country, default: 0] += count / total }
      }
      return Self.leader(weights)
    }
  }

  /// The country that has more than half of the weight.
  private static func leader(_ weights: [String: Double]) -> String? {
    let total = weights.values.sorted().reduce(0, +)
    return weights.first { $0.value > majority * total }?.key
  }

  /// The country that a place is or lies in.
  private func country(of form: RecordForm) -> String? {
    guard let first = form.names.first else { return nil }
    let readings = tables.aliases.readings(of: names[first], kind: .place)
    let keys = readings.map { NameKey.key(of: $0.entity.name) } + [names[first].key]
    return keys.lazy.compactMap { self.tables.countries.rows(for: $0).first?.first }.first
  }
}
