import Model

/// What the reader says of names: same or different, another name, another kind, no name at all.
extension State {
  /// Carries out a judging command.
  mutating func judge(_ command: Command, _ argument: String? = nil) -> [Effect] {
    switch command {
    case .same: return judgeLink(.same)
    case .different: return judgeLink(.different)
    case .unsure: return judgeLink(.unsure)
    case .review: return [.findProposal]
    case .hideHere: return hide(everywhere: false)
    case .hideEverywhere: return hide(everywhere: true)
    case .merge: return merge()
    case .split: return split()
    case .rename: return rename(to: argument)
    default: return setKind(argument)
    }
  }

  /// What a key of the view that judges links means on the line at the cursor; elsewhere the key
  /// means what it always does.
  func judgingCommand(for key: Key) -> Command? {
    guard let page, let command = CommandTable.pageBindings[key.name] else { return nil }
    switch command {
    case .same, .different, .unsure: return page.selectedLink == nil ? nil : command
    case .split: if case .name? = page.selectedLine { return command } else { return nil }
    default: return command
    }
  }

  private mutating func judgeLink(_ verdict: JudgementRequest.Verdict) -> [Effect] {
    guard let link = page?.selectedLink else {
      notice = Notice(text: "No link under the cursor; e opens the page of a name")
      return []
    }
    return [.judge(.verdict(verdict, link))]
  }

  private mutating func hide(everywhere: Bool) -> [Effect] {
    guard let entity = entityUnderCursor else { return sayNoName() }
    guard !everywhere else { return [.judge(.hide(entity, in: nil))] }
    guard let article = page?.selectedMention?.place.id ?? reading?.content.summary.id else {
      return sayNoName()
    }
    return [.judge(.hide(entity, in: article))]
  }

  /// Takes up an entity, or joins the one taken up with the one under the cursor.
  private mutating func merge() -> [Effect] {
    guard let entity = entityUnderCursor else { return sayNoName() }
    guard let other = mergeCandidate, other != entity else {
      mergeCandidate = entity
      notice = Notice(text: "Taken up: m on the page of the other name makes both one")
      return []
    }
    mergeCandidate = nil
    return [.judge(.merge(other, entity))]
  }

  private mutating func split() -> [Effect] {
    guard let page, case .name(let name)? = page.selectedLine else {
      notice = Notice(text: "s is for a spelling on the page of a name")
      return []
    }
    // The page stays with the other names.
    if let rest = page.content?.page.entity.names.first(where: { $0.text != name.text }) {
      self.page?.anchor?.text = rest.text
    }
    return [.judge(.split(name.text, from: page.entity))]
  }

  private mutating func rename(to name: String?) -> [Effect] {
    guard let entity = entityUnderCursor else { return sayNoName() }
    if let name, !name.isEmpty { return [.judge(.rename(entity, to: name))] }
    mode = .command(CommandPrompt(kind: .program, input: InputLine("rename ")))
    return []
  }

  private mutating func setKind(_ word: String?) -> [Effect] {
    guard let entity = entityUnderCursor else { return sayNoName() }
    if let word {
      guard let kind = EntityKind(rawValue: word) else {
        let kinds = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
        notice = Notice(text: "There is no kind \(word): \(kinds)", tone: .alert)
        return []
      }
      return [.judge(.kind(entity, kind))]
    }
    mode = .command(CommandPrompt(kind: .program, input: InputLine("kind ")))
    return []
  }

  private mutating func sayNoName() -> [Effect] {
    notice = Notice(text: "No name under the cursor; w goes to the next name")
    return []
  }

  /// Opens the page of a proposed link, the cursor on it.
  mutating func takeProposal(_ link: EntityLink?) -> [Effect] {
    guard let link else {
      notice = Notice(text: "No link waits to be judged")
      return []
    }
    leavePlace()
    page = EntityPageState(entity: link.leftEntity, goingTo: link)
    return [.openPage(link.leftEntity, anchor: nil)]
  }
}
