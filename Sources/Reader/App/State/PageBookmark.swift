import Model

/// Where someone is on an entity's page.
struct PageBookmark: Hashable, Sendable {
  /// The entity.
  var entity: EntityID
  /// The line of the cursor.
  var selected: Int
  /// The line at the top of the screen.
  var top: Int
}
