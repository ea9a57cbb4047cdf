import Foundation
import Model

/// Judging names: same or different, another name, another kind, no name at all.
extension EntityPagePane {
  /// Says whether the names of the link at the cursor are the same entity.
  func judgeLink(_ verdict: JudgementRequest.Verdict) -> [Effect]? {
    selectedLink.map { link in
      // A review goes on from question to question.
      let isQuestion = if case .proposal? = selectedLine { true } else { false }
      return [
        .asking(
          Judge(
            request: .verdict(verdict, link), reviewed: isQuestion ? reviewed.map { $0 + 1 } : nil))
      ]
    }
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

  /// Takes apart what was merged by hand.
  func unmerge() -> [Effect] { [.judge(.unmerge(entity))] }

  /// Trims or parts the name under the cursor, in this article or everywhere: `span NAME | NAME`.
  static func judgeSpan(_ call: CommandCall, in state: inout State) -> [Effect] {
    guard let (name, article) = nameStanding(in: state) else {
      state.sayThatNoNameIsThere()
      return []
    }
    guard let words = call.words else {
      return state.run(.line("\(call.command.rawValue) \(name.text)"))
    }
    let parts = words.split(separator: "|")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    guard !parts.isEmpty, Judgement.spans(name, parts).isPossible else {
      state.notice = Notice(
        text: "\(words) is no part of \(name.text); type what is left of it, | between two names",
        tone: .alert)
      return []
    }
    return [.judge(.spans(name, parts, in: call.command == .spanHere ? article : nil))]
  }

  /// Says that some words are a name: `name KIND WORDS`.
  static func judgeMissed(_ words: String?, in state: inout State) -> [Effect] {
    guard let words else { return state.run(.line("name ")) }
    let halves = words.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard halves.count == 2, let kind = EntityKind(rawValue: halves[0]) else {
      state.notice = Notice(
        text: "Say the kind, then the name as it is written: name person Hela Moyes", tone: .alert)
      return []
    }
    let text = halves[1].trimmingCharacters(in: .whitespaces)
    return [.judge(.spans(JudgedName(kind: kind, text: text), [text], in: nil))]
  }

  /// The name that stands under the cursor as it is written there, and the article.
  private static func nameStanding(in state: State) -> (name: JudgedName, article: ArticleID?)? {
    if let page = state[EntityPagePane.self] {
      if case .name(let form)? = page.selectedLine, let kind = page.content?.page.entity.kind {
        return (JudgedName(kind: kind, text: form.text), nil)
      }
      guard let line = page.selectedMention, let range = line.snippet.ranges.first else {
        return nil
      }
      let text = ScalarText(line.snippet.text)[range]
      return (JudgedName(kind: line.mention.kind, text: text), line.place.id)
    }
    guard let reading = state.reading, let index = reading.mentionUnderCursor else { return nil }
    let mention = reading.content.mentions[index].mention
    let text = reading.content.article.text[mention.range]
    return (JudgedName(kind: mention.kind, text: text), reading.content.summary.id)
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
