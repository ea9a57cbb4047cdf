import Foundation

/// What screens were like when readers left their libraries, in a small file of the program's state.
struct KeptVisits: Codable, Sendable {
  /// A library with its last visit.
  private struct Visit: Codable, Sendable {
    var library: String
    var visit: LastVisit
  }

  /// How many libraries it knows.
  private static let limit = 20
  private static let name = "visits.json"

  /// The visits, the newest last.
  private var visits: [Visit] = []

  /// What the screen of a library was like, if that is known.
  static func visit(
    of library: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> LastVisit? {
    let kept: KeptVisits? = StateFile.load(name, environment: environment)
    return kept?.visits.last { $0.library == library }?.visit
  }

  /// Keeps what the screen of a library is like.
  static func keep(
    _ visit: LastVisit, of library: String,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    var kept: KeptVisits = StateFile.load(name, environment: environment) ?? KeptVisits()
    kept.visits.removeAll { $0.library == library }
    kept.visits.append(Visit(library: library, visit: visit))
    kept.visits.removeFirst(max(0, kept.visits.count - limit))
    try StateFile.save(kept, name, environment: environment)
  }
}
