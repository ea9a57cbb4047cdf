import Model

/// The search being typed, with what it has found so far.
struct SearchPane: Sendable {
  /// A line of what was found.
  enum Line: Hashable, Sendable {
    /// An entity; the first of its kind says how many there are.
    case entity(FoundEntity, heading: String?)
    /// How many more entities have the name than are shown.
    case more(Int)
    /// What stands between the entities and the articles.
    case articles
    /// An article, by its number among the hits.
    case hit(Int)

    /// How many rows of the screen it takes.
    var rows: Int {
      switch self {
      case .entity, .more, .articles: 1
      case .hit: SearchPane.rowsPerHit
      }
    }
  }

  /// What is typed.
  var input = InputLine()
  /// What was found for the newest answered input.
  var results: SearchResults?
  /// What is wrong with what is typed.
  var mistake: QueryMistake?
  /// Whether what is typed has not been answered yet.
  var isWaiting = false
  /// Whether Enter was typed meanwhile: the first hit is opened as soon as there is one.
  var opensFirstHit = false
  /// What was found, line by line.
  private(set) var lines: [Line] = []
  /// The line of the cursor.
  private(set) var selected = 0
  /// The line at the top of the screen.
  private(set) var top = 0
  /// Where the reader was, for Esc.
  let origin: Location?

  /// A search that starts from a place.
  init(origin: Location?) {
    self.origin = origin
  }

  /// How many rows of the screen a hit takes.
  static let rowsPerHit = 3
  /// Screens of fewer rows show fewer entities of a kind.
  private static let tall = 30

  /// The line under the cursor.
  var selectedLine: Line? { lines.indices.contains(selected) ? lines[selected] : nil }

  /// Takes in what was found; the cursor stands on the first article, below the entities.
  mutating func take(_ results: SearchResults?, height: Int) {
    self.results = results
    isWaiting = false
    lines = []
    for group in results?.names ?? [] {
      let shown = group.entities.prefix(height < Self.tall ? 2 : NameGroup.limit)
      for (number, entity) in shown.enumerated() {
        lines.append(.entity(entity, heading: number == 0 ? Self.heading(of: group) : nil))
      }
    }
    let all = results?.names.filter { !$0.areForgiven }.reduce(0) { $0 + $1.total } ?? 0
    // The list of all names knows words, no conditions.
    if all > lines.count, !input.text.contains(":") { lines.append(.more(all - lines.count)) }
    if !lines.isEmpty { lines.append(.articles) }
    lines += (results?.hits ?? []).indices.map(Line.hit)
    top = 0
    selected = lines.firstIndex { if case .hit = $0 { true } else { false } } ?? 0
    follow(height: height)
  }

  /// Takes in more hits, if they go on where those at hand end.
  mutating func append(_ hits: [SearchHit], from first: Int) {
    guard let known = results?.hits.count, known == first else { return }
    results?.hits += hits
    lines += hits.indices.map { .hit(known + $0) }
  }

  private static func heading(of group: NameGroup) -> String {
    "\(group.kind.heading) \(group.total.grouped)" + (group.areForgiven ? "?" : "")
  }

  /// Moves the cursor by lines that can be opened, and scrolls so that it is among `height` rows.
  mutating func move(by distance: Int, height: Int) {
    let step = distance.signum()
    for _ in 0..<abs(distance) {
      var next = selected + step
      if lines.indices.contains(next), lines[next] == .articles { next += step }
      guard lines.indices.contains(next) else { break }
      selected = next
    }
    follow(height: height)
  }

  private mutating func follow(height: Int) {
    if selected < top { top = selected }
    // From the first line that can be reached on, all above it is shown.
    if lines.prefix(selected + 1).reduce(0, { $0 + $1.rows }) <= height { top = 0 }
    while top < selected, lines[top...selected].reduce(0, { $0 + $1.rows }) > height { top += 1 }
  }
}
