import Model

/// The page of an entity as it is on screen: what is known of it, and below that every mention in
/// its line of text, fetched as it comes on screen.
struct EntityPagePane: Sendable {
  /// The entity; what the reader says of its names may make it another.
  private(set) var entity: EntityID
  /// The name by which it is found where its number is gone or has become another's.
  var anchor: JudgedName?
  /// How notes are set.
  private(set) var setting = TextSetting(width: Settings().measure)
  /// What is known of it, once that has come.
  private(set) var content: EntityPageContent?
  /// The lines above the mentions.
  private(set) var lines: [EntityPageLine] = []
  /// The mentions fetched so far, by number.
  private(set) var mentions: [Int: ConcordanceLine] = [:]
  /// How many mentions there are.
  private(set) var mentionCount = 0
  /// The line of the cursor; mentions come after the other lines.
  private(set) var selected = 0
  /// The line at the top of the screen.
  private(set) var top = 0
  /// The column of the chart that is chosen there; `nil` is the newest.
  private var chosenColumn: Int?
  /// Where the cursor is to go when the content comes.
  private var wanted: PageBookmark?
  /// The proposed link that it is to go to.
  private var wantedLink: EntityLink?
  /// How many links were judged before in the review that the page is part of.
  private(set) var reviewed: Int?

  /// How many mentions are fetched beyond the screen on either side.
  static let margin = 60

  /// Makes the page of an entity, empty until its content comes.
  init(entity: EntityID, at bookmark: PageBookmark? = nil) {
    self.entity = entity
    wanted = bookmark
  }

  /// Makes the page of an entity on which the reader is to say something of a link.
  init(entity: EntityID, goingTo link: EntityLink, reviewed: Int) {
    self.entity = entity
    self.reviewed = reviewed
    wantedLink = link
  }

  /// Where the page is, for coming back to it.
  var bookmark: PageBookmark {
    wanted ?? PageBookmark(entity: entity, selected: selected, top: top)
  }

  /// How many lines there are in all.
  var lineCount: Int { lines.count + mentionCount }

  /// What stands at the cursor.
  var selectedLine: EntityPageLine? {
    lines.indices.contains(selected) ? lines[selected] : nil
  }

  /// The link at the cursor, proposed or made.
  var selectedLink: EntityLink? {
    switch selectedLine {
    case .proposal(let link)?, .link(let link)?: link
    default: nil
    }
  }

  /// The column of the chart that is chosen, where the cursor is on the chart.
  var chartColumn: Int? {
    guard case .chart? = selectedLine, let columns = content?.page.histogram.columns else {
      return nil
    }
    return chosenColumn.flatMap { columns.indices.contains($0) ? $0 : nil } ?? columns.count - 1
  }

  /// Chooses the next column of the chart that has articles.
  mutating func moveInChart(by step: Int) {
    guard let columns = content?.page.histogram.columns, var column = chartColumn else { return }
    repeat {
      column += step
    } while columns.indices.contains(column) && columns[column].articles == 0
    if columns.indices.contains(column) { chosenColumn = column }
  }

  /// The number of the mention at a line.
  func mentionNumber(at line: Int) -> Int? {
    line >= lines.count && line < lineCount ? line - lines.count : nil
  }

  /// The mention at the cursor.
  var selectedMention: ConcordanceLine? {
    mentionNumber(at: selected).flatMap { mentions[$0] }
  }

  /// Takes in what is known of the entity; the cursor stays on its line where it can.
  mutating func take(_ content: EntityPageContent, setting: TextSetting, height: Int) {
    self.setting = setting
    let isFirst = self.content == nil
    var content = content
    // Only some are shown; the one that is asked about is among them.
    if let link = wantedLink, let place = content.proposals.firstIndex(of: link) {
      content.proposals.swapAt(0, place)
    }
    let before = selectedLine
    let number = mentionNumber(at: selected)
    self.content = content
    entity = content.page.entity.id
    anchor = content.page.entity.names.first.map {
      JudgedName(kind: content.page.entity.kind, text: $0.text)
    }
    lines = EntityPageLine.lines(of: content, setting: setting)
    mentionCount = content.page.mentionCount
    mentions = [:]
    if isFirst {
      // At the first mention, where the page's head stays on screen all the same.
      selected = wanted?.selected ?? (lines.count < height ? lines.count : 0)
      top = wanted?.top ?? 0
      if let link = wantedLink, let line = lines.firstIndex(of: .proposal(link)) { selected = line }
      (wanted, wantedLink) = (nil, nil)
    } else {
      stay(on: before, mention: number)
    }
    settle(upwards: false, height: height)
  }

  /// Sets notes in another way; the cursor stays on its line.
  mutating func set(_ setting: TextSetting, height: Int) {
    guard setting != self.setting else { return }
    self.setting = setting
    guard let content else { return }
    let (before, number) = (selectedLine, mentionNumber(at: selected))
    lines = EntityPageLine.lines(of: content, setting: setting)
    stay(on: before, mention: number)
    settle(upwards: false, height: height)
  }

  /// Puts the cursor on a line or mention, where it is still there.
  private mutating func stay(on line: EntityPageLine?, mention number: Int?) {
    if let number {
      selected = lines.count + number
    } else if let line, let place = lines.firstIndex(of: line) {
      selected = place
    }
  }

  /// Takes over mentions; those far from the screen are let go.
  mutating func take(_ concordance: Concordance) {
    mentionCount = concordance.total
    for line in concordance.lines { mentions[line.number] = line }
    if mentions.count > 8 * Self.margin {
      let near = top - lines.count - 2 * Self.margin...top - lines.count + 3 * Self.margin
      mentions = mentions.filter { near.contains($0.key) }
    }
  }

  /// The numbers of the mentions to fetch so that `height` lines are filled; `nil` where all are at
  /// hand.
  func missingMentions(height: Int) -> Range<Int>? {
    let shown = max(0, top - lines.count)..<max(0, min(mentionCount, top + height - lines.count))
    guard content != nil, shown.contains(where: { mentions[$0] == nil }) else { return nil }
    return max(
      0, shown.lowerBound - Self.margin)..<min(
        mentionCount, shown.upperBound + Self.margin)
  }

  /// Moves the cursor by lines that it can stand on.
  mutating func move(by distance: Int, height: Int) {
    var left = distance.magnitude
    var line = selected
    while left > 0 {
      guard let next = nextSelectable(from: line, upwards: distance < 0) else { break }
      line = next
      left -= 1
      // Below the first mention every line is one.
      if distance > 0, line >= lines.count {
        line = min(lineCount - 1, line + Int(clamping: left))
        break
      }
    }
    if line == selected, distance < 0 { top = 0 }
    selected = line
    follow(height: height)
  }

  /// Puts the cursor on a line, or on the nearest that it can stand on.
  mutating func go(to line: Int, height: Int) {
    selected = line
    settle(upwards: line > 0, height: height)
  }

  /// Puts the cursor on the next mention.
  mutating func moveToMention(by step: Int, height: Int) {
    guard mentionCount > 0 else { return }
    let number = mentionNumber(at: selected).map { $0 + step } ?? (step > 0 ? 0 : mentionCount - 1)
    selected = lines.count + (number % mentionCount + mentionCount) % mentionCount
    follow(height: height)
  }

  /// Scrolls just as far as the cursor needs.
  mutating func follow(height: Int) {
    guard height > 0 else { return }
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    if !lines.prefix(selected).contains(where: \.isSelectable), selected < height { top = 0 }
    top = min(max(0, top), max(0, lineCount - height))
  }

  private mutating func settle(upwards: Bool, height: Int) {
    selected = min(max(0, selected), max(0, lineCount - 1))
    if !isSelectable(selected) {
      selected =
        nextSelectable(from: selected, upwards: upwards)
        ?? nextSelectable(from: selected, upwards: !upwards) ?? selected
    }
    follow(height: height)
  }

  private func isSelectable(_ line: Int) -> Bool {
    line >= lines.count ? line < lineCount : lines[line].isSelectable
  }

  private func nextSelectable(from line: Int, upwards: Bool) -> Int? {
    var line = line
    repeat { line += upwards ? -1 : 1 } while line >= 0 && line < lineCount && !isSelectable(line)
    return line >= 0 && line < lineCount ? line : nil
  }
}

/// Where someone is on an entity's page.
struct PageBookmark: Hashable, Sendable {
  /// The entity.
  var entity: EntityID
  /// The line of the cursor.
  var selected: Int
  /// The line at the top of the screen.
  var top: Int
}

/// What a library has to say of an entity, as its page shows it.
struct EntityPageContent: Sendable {
  /// The page.
  var page: EntityPage
  /// Some of the articles that name it, in list order.
  var articles: [ArticleSummary]
  /// What is noted of its names.
  var notes: [Note] = []
  /// What those articles call a person by office, each once.
  var offices: [String] = []
  /// Names that may be the same entity's, for the reader to say.
  var proposals: [EntityLink] = []
  /// Why its names are taken for one, the least sure first.
  var links: [EntityLink] = []
}
