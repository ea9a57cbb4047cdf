import Model

extension State {
  /// Takes in what happened and returns what is to be done about it.
  mutating func update(_ message: Message) -> [Effect] {
    let before = reading?.content.summary.id
    let stop = stop
    let wasRunning = commandRun?.isRunning == true
    var effects = takeIn(message)
    if wasRunning, commandRun == nil { effects.append(.stopCommand) }
    undoStack.changesUnderWay += effects.count(where: \.isChange)
    if reading?.content.summary.id != before || self.stop != stop {
      return effects + paneTypes.flatMap { $0.stopped(in: &self) }
    }
    return effects
  }

  private mutating func takeIn(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return handle(key)
    case .mouse(let mouse): return take(mouse)
    case .pasted(let text): return activePane?.paste(text, in: &self) ?? []
    case .printed(let output): return take(output)
    case .stopCommand: return closeCommandRun()
    case .resized(let size):
      self.size = size
      return fit()
    case .terminal(let drawsTashkeel):
      terminalDrawsTashkeel = drawsTashkeel
      applySettings()
      return layOutAgain()
    case .answered(let reply): return take(reply)
    case .failed(let inquiry, let notice):
      self.notice = notice
      return inquiry.question.isChange ? finishChange() : []
    case .noteWritten(let target, let text):
      return [.asking(WriteNote(target: target, text: text))]
    case .configured(let configuration):
      settings = configuration.settings
      keymap = configuration.keymap
      applySettings()
      notice = Notice(text: "The configuration was read again")
      return fit()
    case .progress(let progress):
      let isNew = progress.articles != self.progress?.articles
      self.progress = progress
      return isNew ? refetchRows() : []
    case .imported(let report): return finishImport(report)
    case .readAgain(let progress):
      waitingForNames = progress.waiting
      return progress.articles > 0 ? takeChange() : []
    case .fetching(let progress):
      fetching = progress
      return []
    case .fetched(let notice):
      fetching = nil
      self.notice = notice ?? self.notice
      return takeChange()
    case .notice(let notice):
      self.notice = notice
      return []
    }
  }

  private mutating func finishImport(_ report: ImportReport) -> [Effect] {
    progress = nil
    isLoaded = true
    if report.isCancelled {
      notice = Notice(text: "Reading was stopped after \(list.count) articles", tone: .alert)
    } else if let failure = report.failures.first {
      let count = report.failures.count
      notice = Notice(
        text: (count > 1 ? "\(count) could not be read, such as " : "") + failure.description,
        tone: .alert)
    }
    return takeChange()
  }

  /// Fits the panes to the size of the screen and to how they are arranged.
  mutating func fit() -> [Effect] {
    list.follow(listFrame)
    let height = textHeight
    reading?.keepPlace(height: height)
    var effects = fetchMissingRows()
    for type in paneTypes { effects += type.resized(in: &self) }
    return effects + layOutAgain()
  }

  /// Lays the article out again where it is to be set in another way than it is.
  mutating func layOutAgain() -> [Effect] {
    var effects: [Effect] = []
    if let reading, reading.layout.setting != textSetting {
      effects.append(.asking(LayOut(article: reading.content.summary.id, setting: textSetting)))
    }
    for type in paneTypes { effects += type.textSettingChanged(in: &self) }
    return effects
  }

  /// Shows what changed in the library, by this program or another.
  mutating func takeChange() -> [Effect] {
    refetchRows() + reopen() + tellPanesOfChange()
  }

  /// Lets the panes take in what changed in the library.
  mutating func tellPanesOfChange() -> [Effect] {
    var effects: [Effect] = []
    for type in paneTypes { effects += type.libraryChanged(in: &self) }
    return effects
  }

  /// Where among the mentions of the selected name the cursor stands, if it stands on one.
  var stop: MentionStop? {
    guard case .entity(let entity)? = selection, let reading else { return nil }
    let number = reading.content.ranges(of: entity).firstIndex { $0.lowerBound == reading.cursor }
    return number.map {
      MentionStop(article: reading.content.summary.id, entity: entity, number: $0)
    }
  }
}

/// One of the mentions of a name in an article.
struct MentionStop: Hashable, Sendable {
  /// The article.
  var article: ArticleID
  /// The name's entity.
  var entity: EntityID
  /// The mention's number among the entity's, counted from 0.
  var number: Int
}
