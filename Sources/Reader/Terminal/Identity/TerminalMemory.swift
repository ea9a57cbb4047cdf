import Foundation
import Model

/// What is remembered of terminals, in a small file among the program's state: the answers of the
/// terminals that were asked, and which output mode people chose for which terminal.
struct TerminalMemory: Codable, Hashable, Sendable {
  /// A terminal that was asked.
  private struct Acquaintance: Codable, Hashable, Sendable {
    /// Tells the terminal's window from every other: the process that leads its session.
    var session: String
    var term: String
    var kind: TerminalKind
    var version: String?
    var switchesReordering: Bool
  }

  private var asked: [Acquaintance] = []
  private var chosen: [String: BidiMode] = [:]

  private static let limit = 50

  /// Where it is kept.
  static func file(environment: [String: String]) -> URL {
    XDGFolder.state.url(in: environment).appending(path: "reader/terminals.json")
  }

  /// What was remembered; nothing where there is no file, or none that can be read.
  static func load(environment: [String: String]) -> TerminalMemory {
    guard let data = try? Data(contentsOf: file(environment: environment)),
      let memory = try? JSONDecoder().decode(TerminalMemory.self, from: data)
    else { return TerminalMemory() }
    return memory
  }

  /// Keeps it, readable for its owner only.
  func save(environment: [String: String]) throws {
    let file = Self.file(environment: environment)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: file, options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }

  // MARK: - Answers

  /// The terminal of a session, if it was asked before.
  func identity(term: String, session: String? = Self.session) -> TerminalIdentity? {
    guard let session,
      let known = asked.last(where: { $0.session == session && $0.term == term })
    else { return nil }
    return TerminalIdentity(
      kind: known.kind, version: known.version, source: .memory,
      switchesReordering: known.switchesReordering)
  }

  /// Remembers what the terminal answered, that it said nothing included; false if nothing is new
  /// or the session is not known.
  mutating func remember(
    _ identity: TerminalIdentity, term: String, session: String? = Self.session
  ) -> Bool {
    guard identity.replies != nil, identity.multiplexer == .none, let session else { return false }
    asked.removeAll { $0.session == session }
    asked.append(
      Acquaintance(
        session: session, term: term, kind: identity.kind, version: identity.version,
        switchesReordering: identity.switchesReordering))
    asked.removeFirst(max(0, asked.count - Self.limit))
    return true
  }

  /// The process that leads the session, its start time and the boot.
  ///
  /// What runs in another window, or in a multiplexer, has another. Nil where the system does not
  /// tell: the leader may have ended, or run outside of the container that this program is in.
  static let session: String? = {
    let leader = getsid(0)
    guard leader > 0,
      let boot = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8),
      let status = try? String(contentsOfFile: "/proc/\(leader)/stat", encoding: .utf8),
      // The name, in parentheses, may hold anything; the start time is the 20th field after it.
      let fields = status.split(separator: ")").last?.split(separator: " "), fields.count > 19
    else { return nil }
    return "\(boot.prefix { $0 != "\n" })/\(leader)/\(fields[19])"
  }()

  // MARK: - Choices

  /// The mode that was chosen for a terminal.
  func mode(for identity: TerminalIdentity, term: String) -> BidiMode? {
    chosen[Self.key(identity, term)]
  }

  /// Chooses a mode for a terminal; nil or `auto` forgets the choice.
  mutating func choose(_ mode: BidiMode?, for identity: TerminalIdentity, term: String) {
    chosen[Self.key(identity, term)] = mode == .auto ? nil : mode
  }

  private static func key(_ identity: TerminalIdentity, _ term: String) -> String {
    "\(term) \(identity.name)"
  }
}
