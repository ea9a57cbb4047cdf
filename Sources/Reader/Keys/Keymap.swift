/// Which keys mean which commands, in each context.
struct Keymap: Hashable, Sendable {
  /// A sequence of keys and the commands that it means; without commands, it means nothing there.
  struct Binding: Hashable, Sendable {
    /// The keys.
    let sequence: KeySequence
    /// The commands, carried out one after the other.
    var calls: [CommandCall]
  }

  /// What typed keys mean in one context.
  enum Match: Hashable, Sendable {
    /// Nothing.
    case none
    /// They begin a longer sequence.
    case prefix
    /// These commands; none where the keys were unbound.
    case calls([CommandCall])
  }

  /// What typed keys may mean in a chain of contexts.
  struct Candidates: Hashable, Sendable {
    /// The commands of each context that binds the keys, in the order of the chain.
    ///
    /// The first that applies where the cursor is, is meant. Empty while a sequence may go on.
    var calls: [[CommandCall]] = []
    /// Whether the keys begin a longer sequence, so that the next key must be waited for.
    var isPrefix = false
  }

  /// The keys of the table of commands.
  static let standard = Keymap(CommandTable.entries)

  private var bindings: [KeyContext: [Binding]] = [:]

  /// Makes a keymap of a table's rows.
  init(_ entries: [CommandTable.Entry]) {
    for entry in entries {
      for (context, names) in entry.contexts {
        for name in names {
          guard let key = Key(name: name) else { continue }
          bind(KeySequence(key), to: [CommandCall(entry.command)], in: context)
        }
      }
    }
  }

  /// All bindings of a context, unbound keys included, in the order in which they were made.
  func bindings(in context: KeyContext) -> [Binding] { bindings[context] ?? [] }

  /// Binds keys to commands, in place of what they meant; to no commands, they mean nothing in this
  /// context, nor what a more general one says.
  ///
  /// What can no longer be typed goes: sequences that begin with the new one, and where it means
  /// something, its beginnings.
  mutating func bind(_ sequence: KeySequence, to calls: [CommandCall], in context: KeyContext) {
    var own = bindings[context] ?? []
    own.removeAll {
      $0.sequence.continues(sequence.keys)
        || !calls.isEmpty && sequence.continues($0.sequence.keys)
    }
    if let index = own.firstIndex(where: { $0.sequence == sequence }) {
      own[index].calls = calls
    } else {
      own.append(Binding(sequence: sequence, calls: calls))
    }
    bindings[context] = own
  }

  /// What typed keys mean in a context.
  func match(_ typed: [Key], in context: KeyContext) -> Match {
    var found = Match.none
    for binding in bindings(in: context) {
      if binding.sequence.continues(typed), !binding.calls.isEmpty { return .prefix }
      if binding.sequence.keys == typed { found = .calls(binding.calls) }
    }
    return found
  }

  /// What typed keys may mean in a chain of contexts, the most specific first.
  ///
  /// A longer sequence in any of the contexts wins over a shorter one in any other; keys unbound in
  /// one context hide all that begins with them in the later ones.
  func match(_ typed: [Key], in chain: [KeyContext]) -> Candidates {
    var result = Candidates()
    for binding in visible(in: chain) {
      if binding.sequence.continues(typed) { return Candidates(isPrefix: true) }
      if binding.sequence.keys == typed { result.calls.append(binding.calls) }
    }
    return result
  }

  /// The keys that mean a command alone, the one to show first: those that are really bound.
  ///
  /// A key that a more specific context of the chain binds to something else is left out, unless
  /// that context's commands apply to some lines only.
  func keys(for command: Command, in chain: [KeyContext]) -> [KeySequence] {
    let all = visible(in: chain)
    var found: [KeySequence] = []
    var taken: Set<KeySequence> = []
    for context in chain {
      let own = all.filter { $0.context == context }
      for binding in own
      where binding.calls == [CommandCall(command)] && !taken.contains(binding.sequence)
        && !found.contains(binding.sequence)
        && !all.contains(where: { $0.sequence.continues(binding.sequence.keys) })
      {
        found.append(binding.sequence)
      }
      if !context.isConditional { taken.formUnion(own.map(\.sequence)) }
    }
    return found
  }

  /// The keys that mean a command, for lists that know no pane: those of the most general context
  /// that has any.
  func keys(for command: Command) -> [KeySequence] {
    ([.all, .page, .line] + KeyContext.allCases).lazy
      .map { keys(for: command, in: [$0]) }.first { !$0.isEmpty } ?? []
  }

  /// A binding with its context.
  private struct Visible {
    let context: KeyContext
    let sequence: KeySequence
    let calls: [CommandCall]
  }

  /// The bindings of a chain that no earlier context has unbound.
  private func visible(in chain: [KeyContext]) -> [Visible] {
    var result: [Visible] = []
    var hidden: [[Key]] = []
    for context in chain {
      var unbound: [[Key]] = []
      for binding in bindings(in: context) {
        guard !binding.calls.isEmpty else {
          unbound.append(binding.sequence.keys)
          continue
        }
        guard !hidden.contains(where: { binding.sequence.keys.starts(with: $0) }) else { continue }
        result.append(
          Visible(context: context, sequence: binding.sequence, calls: binding.calls))
      }
      hidden += unbound
    }
    return result
  }
}
