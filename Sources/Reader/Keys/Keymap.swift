/// One or more keys typed one after the other.
struct KeySequence: Hashable, Sendable, CustomStringConvertible {
  /// The keys, at least one.
  let keys: [Key]

  /// The sequence of some keys; `nil` of none.
  init?(_ keys: [Key]) {
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// Reads the names of keys that are separated by spaces.
  init(parsing text: String) throws(Mistake) {
    var keys: [Key] = []
    for name in text.split(separator: " ").map(String.init) {
      guard let key = Key(name: name) else {
        throw Mistake(
          description: "there is no key \(name.displayable)"
            + NearestWord.question(name, among: Key.names))
      }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw Mistake(description: "a key is missing") }
    self.keys = keys
  }

  /// The names of the keys, separated by spaces.
  var description: String { keys.map(\.name).joined(separator: " ") }

  /// What is wrong with the name of a key.
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }
}

/// Which keys call which commands, context by context.
struct Keymap: Hashable, Sendable {
  /// A sequence and what it calls.
  struct Binding: Hashable, Sendable {
    /// The keys.
    let sequence: KeySequence
    /// The commands, carried out one after the other.
    let calls: [CommandCall]
  }

  /// What some keys mean in one context.
  struct Candidate: Hashable, Sendable {
    /// The context.
    let context: KeyContext
    /// The commands.
    let calls: [CommandCall]
  }

  /// What keys that were typed may mean.
  struct Match: Hashable, Sendable {
    /// What they call in each context that binds them, in the order of the contexts.
    var candidates: [Candidate] = []
    /// Whether a longer sequence begins with them, which is waited for.
    var isPrefix = false
  }

  /// The bindings of each context, in the order in which they are listed.
  private(set) var bindings: [KeyContext: [Binding]] = [:]

  /// A map without bindings.
  init() {}

  /// The bindings of the command table.
  static let standard: Keymap = {
    var map = Keymap()
    for entry in CommandTable.entries {
      for (context, names) in entry.keys {
        for name in names {
          guard let key = Key(name: name), let sequence = KeySequence([key]) else { continue }
          map.bind(sequence, to: [CommandCall(entry.command)], in: context)
        }
      }
    }
    return map
  }()

  /// Binds keys in a context; to no commands, they are unbound.
  ///
  /// A sequence takes the place of its beginnings and of what goes on from it: where `g g` is bound,
  /// `g` alone is not.
  mutating func bind(_ sequence: KeySequence, to calls: [CommandCall], in context: KeyContext) {
    bindings[context, default: []].removeAll { other in
      let shorter = min(other.sequence.keys.count, sequence.keys.count)
      return other.sequence.keys.prefix(shorter) == sequence.keys.prefix(shorter)
        && (!calls.isEmpty || other.sequence == sequence)
    }
    // An unbound key is kept as bound to nothing, so that it does not mean what it does elsewhere.
    bindings[context, default: []].append(Binding(sequence: sequence, calls: calls))
  }

  /// What keys that were typed may mean in a chain of contexts.
  func match(_ typed: [Key], in chain: [KeyContext]) -> Match {
    var match = Match()
    for context in chain {
      for binding in bindings[context] ?? [] where binding.sequence.keys.starts(with: typed) {
        if binding.sequence.keys.count > typed.count {
          match.isPrefix = true
        } else if binding.calls.isEmpty {
          // Unbound here is unbound in what the context falls back on.
          return match
        } else {
          match.candidates.append(Candidate(context: context, calls: binding.calls))
        }
      }
    }
    return match
  }

  /// The keys that call a command, and nothing else, in a chain of contexts, the one to show first.
  func keys(for command: Command, in chain: [KeyContext]) -> [KeySequence] {
    var keys: [KeySequence] = []
    for (place, context) in chain.enumerated() {
      let nearer = chain[..<place].flatMap { bindings[$0] ?? [] }.map(\.sequence)
      keys += (bindings[context] ?? []).filter { binding in
        binding.calls == [CommandCall(command)] && !nearer.contains(binding.sequence)
      }.map(\.sequence)
    }
    return keys
  }

  /// The keys that call a command wherever they do, those of a chain of contexts first, as help shows
  /// them.
  func keys(everywhereFor command: Command, first chain: [KeyContext]) -> String {
    let rest = KeyContext.allCases.filter { !chain.contains($0) }
    let own = keys(for: command, in: chain)
    let found = own.isEmpty ? rest.flatMap { keys(for: command, in: [$0]) } : own
    var shown: [String] = []
    for key in found.map(\.description) where !shown.contains(key) { shown.append(key) }
    return shown.joined(separator: " ")
  }
}
