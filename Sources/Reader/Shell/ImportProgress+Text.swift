import Model

extension ImportProgress {
  /// How far the import is, in a few words: `42%  4200 articles  2310/s  0:42 left`.
  var text: String {
    guard phase == .reading else { return "joining the names of \(articles) articles" }
    let parts = [
      percent.map { "\($0)%" }, "\(articles) articles", articlesPerSecond.map(Pace.rate),
      timeLeft.map(Pace.timeLeft),
    ]
    return parts.compactMap(\.self).joined(separator: "  ")
  }
}
