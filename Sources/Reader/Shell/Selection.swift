import Model

/// What lights up in the text and what n and N go through.
enum Selection: Hashable, Sendable {
  /// The mentions of an entity.
  case entity(EntityID)
  /// The hits of a search.
  case search(SearchTour)
}
