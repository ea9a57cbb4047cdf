/// An order in which a library's articles are listed.
public enum ArticleOrder: String, Hashable, Sendable, Codable, CaseIterable {
  /// As they were imported, which is the order of their paths.
  case path
  /// By date, the newest first; those of one date as they were imported, those without one last.
  case newestFirst
}
