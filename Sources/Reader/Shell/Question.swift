import Model

/// Something that a pane asks the library; the answer comes back as a message.
///
/// Questions are asked off the main thread, in order. What is asked and what is done with the answer
/// stand together, so that a pane needs nothing outside its folder.
protocol Question: Hashable, Sendable {
  associatedtype Answer: Sendable

  /// Whether a newer question of this type makes the answer to an older one pointless.
  static var isLatestOnly: Bool { get }
  /// Whether the screen is painted without waiting for the answer.
  var isPatient: Bool { get }
  /// Whether it changes what the reader keeps, which undo has to wait for.
  var isChange: Bool { get }

  /// Finds the answer; `nil` where there is nothing to say.
  func answer(from desk: LibraryDesk) throws -> Answer?
  /// Takes the answer into the state.
  func take(_ answer: Answer, in state: inout State) -> [Effect]
}

extension Question {
  static var isLatestOnly: Bool { false }
  var isPatient: Bool { false }
  var isChange: Bool { false }
}

/// A question whose answer is not waited for.
protocol Errand: Question where Answer == Never {
  /// Does what is asked.
  func run(at desk: LibraryDesk) throws
}

extension Errand {
  func answer(from desk: LibraryDesk) throws -> Never? {
    try run(at: desk)
    return nil
  }

  func take(_ answer: Never, in state: inout State) -> [Effect] {}
}

/// A question as it is sent, with its number among those of its type.
struct Inquiry: Hashable, Sendable {
  /// What is asked.
  let question: any Question
  /// Its number, where only the latest of its type is answered.
  let number: Int?

  /// The type of the question.
  var type: ObjectIdentifier { ObjectIdentifier(Swift.type(of: question)) }

  static func == (left: Inquiry, right: Inquiry) -> Bool {
    left.number == right.number && AnyHashable(left.question) == AnyHashable(right.question)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(AnyHashable(question))
  }

  /// The answer to the question, ready to be taken in.
  func reply(from desk: LibraryDesk) throws -> Reply? {
    try reply(to: question, from: desk)
  }

  private func reply<Q: Question>(to question: Q, from desk: LibraryDesk) throws -> Reply? {
    try question.answer(from: desk).map { answer in
      Reply(inquiry: self) { question.take(answer, in: &$0) }
    }
  }
}

/// The answer to a question.
struct Reply: Sendable {
  /// What it answers.
  let inquiry: Inquiry
  /// Takes the answer into the state.
  let take: @Sendable (inout State) -> [Effect]
}

extension State {
  /// Asks a question.
  mutating func ask<Q: Question>(_ question: Q) -> Effect {
    guard Q.isLatestOnly else { return .ask(Inquiry(question: question, number: nil)) }
    return .ask(Inquiry(question: question, number: overtake(Q.self)))
  }

  /// Passes over the answers to all questions of a type that are under way, and says the number of
  /// the next question.
  @discardableResult
  mutating func overtake<Q: Question>(_: Q.Type) -> Int {
    let number = (latestQuestions[ObjectIdentifier(Q.self)] ?? 0) + 1
    latestQuestions[ObjectIdentifier(Q.self)] = number
    return number
  }

  /// Takes in an answer, unless a newer question has overtaken it.
  mutating func take(_ reply: Reply) -> [Effect] {
    if let number = reply.inquiry.number, number != latestQuestions[reply.inquiry.type] {
      return []
    }
    return reply.take(&self)
  }
}

extension Effect {
  /// Asks a question of which every answer counts.
  static func asking(_ question: some Question) -> Effect {
    .ask(Inquiry(question: question, number: nil))
  }
}

// MARK: - Questions of more than one pane

/// Loads the indexes that searches and filters need.
struct PrepareSearch: Errand {
  var isPatient: Bool { true }

  func run(at desk: LibraryDesk) throws { try desk.library.prepareSearch() }
}
