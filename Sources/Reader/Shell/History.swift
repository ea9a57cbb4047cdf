/// The places that jumps started from, and those that going back left.
struct History: Hashable, Sendable {
  /// How many places are kept.
  static let limit = 500

  private var past: [Location] = []
  private var future: [Location] = []

  /// Notes a place that is about to be left by a jump; what was forward of it is gone.
  mutating func leave(_ location: Location) {
    future = []
    if past.last != location { past.append(location) }
    if past.count > Self.limit { past.removeFirst() }
  }

  /// The place that the latest jump started from.
  var latest: Location? { past.last }

  /// The place to go back to from `location`, if there is one.
  mutating func back(from location: Location) -> Location? {
    guard let target = past.popLast() else { return nil }
    future.append(location)
    return target
  }

  /// The place to go forward to from `location`, if there is one.
  mutating func forward(from location: Location) -> Location? {
    guard let target = future.popLast() else { return nil }
    past.append(location)
    return target
  }
}
