import Model

/// Judging names: same or different, another name, another kind, no name at all.
extension EntityPagePane {
  /// Says whether the names of the link at the cursor are the same entity.
  func judgeLink(_ verdict: JudgementRequest.Verdict) -> [Effect]? {
    selectedLink.map { [.judge(.verdict(verdict, $0))] }
  }

  /// Splits the name at the cursor from the entity's others.
  func split(in state: inout State) -> [Effect]? {
    guard case .name(let name)? = selectedLine else { return nil }
    // The page stays with the other names.
    if let rest = content?.page.entity.names.first(where: { $0.text != name.text }) {
      state[EntityPagePane.self]?.anchor?.text = rest.text
    }
    return [.judge(.split(name.text, from: entity))]
  }

  /// Judges the name under the cursor, wherever that is.
  static func judge(_ call: CommandCall, in state: inout State) -> [Effect] {
    guard let entity = state.entityUnderCursor else {
      state.sayThatNoNameIsThere()
      return []
    }
    switch call.command {
    case .hideEverywhere: return [.judge(.hide(entity, in: nil))]
    case .hideHere:
      let mention = state[EntityPagePane.self]?.selectedMention
      guard let article = mention?.place.id ?? state.reading?.content.summary.id else { return [] }
      return [.judge(.hide(entity, in: article))]
    case .merge: return merge(entity, in: &state)
    case .rename:
      guard let name = call.words else { return state.run(.line("rename ")) }
      return [.judge(.rename(entity, to: name))]
    default:
      guard let word = call.words else { return state.run(.line("kind ")) }
      guard let kind = EntityKind(rawValue: word) else {
        let kinds = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
        state.notice = Notice(text: "There is no kind \(word): \(kinds)", tone: .alert)
        return []
      }
      return [.judge(.kind(entity, kind))]
    }
  }

  /// Marks an entity, or merges the marked one with it.
  private static func merge(_ entity: EntityID, in state: inout State) -> [Effect] {
    guard let other = state.markedEntity, other != entity else {
      state.markedEntity = entity
      let key = state.key(for: .merge, in: [.page, .all]) ?? ":merge"
      state.notice = Notice(text: "Marked: \(key) on the page of the other name merges the two")
      return []
    }
    state.markedEntity = nil
    return [.judge(.merge(other, entity))]
  }
}

extension Effect {
  /// Carries out a judgement.
  fileprivate static func judge(_ request: JudgementRequest) -> Effect {
    .asking(Judge(request: request))
  }
}

extension CommandCall {
  /// Opens the command line with something typed.
  static func line(_ text: String) -> CommandCall {
    CommandCall(.commandLine, argument: text)
  }
}
