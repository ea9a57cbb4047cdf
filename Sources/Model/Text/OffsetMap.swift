/// Leads from positions in a cleaned text back to positions in the text it was made from.
///
/// Cleaning keeps, replaces or drops single scalars, so between two drops the distance between the
/// texts is constant; only the places where it changes are kept.
public struct OffsetMap: Hashable, Sendable, Codable {
  /// From `cleaned` on, an original position is `original` plus the distance to `cleaned`.
  public struct Anchor: Hashable, Sendable, Codable {
    /// A position in the cleaned text.
    public var cleaned: Int
    /// The position of the same scalar in the original text.
    public var original: Int
  }

  /// The places where the distance between the texts changes, in ascending order.
  public private(set) var anchors: [Anchor] = []

  /// Makes the map of a text that cleaning did not change.
  public init() {}

  /// Notes that the scalar at `cleaned` was at `original` before; calls come in ascending order.
  public mutating func note(cleaned: Int, original: Int) {
    let last = anchors.last ?? Anchor(cleaned: 0, original: 0)
    if original - cleaned != last.original - last.cleaned {
      anchors.append(Anchor(cleaned: cleaned, original: original))
    }
  }

  /// The original position of the scalar at `position` of the cleaned text.
  ///
  /// Complexity: O(log *n*).
  public func original(_ position: Int) -> Int {
    let next = anchors.partitioningIndex { $0.cleaned > position }
    guard next > 0 else { return position }
    let anchor = anchors[next - 1]
    return anchor.original + position - anchor.cleaned
  }

  /// The original range of a range of the cleaned text, from its first scalar to its last.
  public func original(_ range: TextRange) -> TextRange {
    guard !range.isEmpty else {
      let position = original(range.lowerBound)
      return TextRange(position, position)
    }
    return TextRange(original(range.lowerBound), original(range.upperBound - 1) + 1)
  }
}
