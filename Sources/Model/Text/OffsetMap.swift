/// Leads from positions in a cleaned text back to positions in the text it was made from.
///
/// Cleaning keeps, replaces, adds or drops scalars; where it does not, the distance between the texts
/// is constant, so only the places where it changes are kept. A scalar that was made of several has
/// two anchors, for the first and the last of them.
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

  /// Makes a map of anchors in ascending order.
  init(anchors: [Anchor]) {
    self.anchors = anchors
  }

  /// Notes that the scalar at `cleaned` was at `original` before; calls come in ascending order.
  public mutating func note(cleaned: Int, original: Int) {
    let last = anchors.last ?? Anchor(cleaned: 0, original: 0)
    if original - cleaned != last.original - last.cleaned {
      anchors.append(Anchor(cleaned: cleaned, original: original))
    }
  }

  /// Notes that the scalar at `cleaned` was made of the scalars of `originals`, at least one.
  mutating func note(cleaned: Int, originals: TextRange) {
    guard originals.count > 1 else { return note(cleaned: cleaned, original: originals.lowerBound) }
    anchors.append(Anchor(cleaned: cleaned, original: originals.lowerBound))
    anchors.append(Anchor(cleaned: cleaned, original: originals.upperBound - 1))
  }

  /// Notes that the scalars from `cleaned` on are those of a range of the text that `other` leads back
  /// from.
  ///
  /// Complexity: O(log *n* + *k*) for *k* anchors in the range.
  mutating func note(cleaned: Int, range: Range<Int>, of other: OffsetMap) {
    guard !range.isEmpty else { return }
    note(cleaned: cleaned, originals: other.originals(of: range.lowerBound))
    let shift = cleaned - range.lowerBound
    var next = other.anchors.partitioningIndex { $0.cleaned > range.lowerBound }
    while next < other.anchors.count, other.anchors[next].cleaned < range.upperBound {
      let anchor = other.anchors[next]
      anchors.append(Anchor(cleaned: anchor.cleaned + shift, original: anchor.original))
      next += 1
    }
  }

  /// Adds the map of a text that was cleaned by itself; it starts at `cleaned` of this one, and at
  /// `original` of the text that this one leads back to.
  mutating func append(_ other: OffsetMap, cleaned: Int, original: Int) {
    if other.anchors.first?.cleaned != 0 { note(cleaned: cleaned, original: original) }
    anchors += other.anchors.map {
      Anchor(cleaned: cleaned + $0.cleaned, original: original + $0.original)
    }
  }

  /// The original position of the scalar at `position` of the cleaned text, of several the first.
  ///
  /// Complexity: O(log *n*).
  public func original(_ position: Int) -> Int {
    let here = anchors.partitioningIndex { $0.cleaned >= position }
    if here < anchors.count, anchors[here].cleaned == position { return anchors[here].original }
    return Self.original(position, after: here > 0 ? anchors[here - 1] : nil)
  }

  /// The original positions of the scalar at `position` of the cleaned text.
  func originals(of position: Int) -> TextRange {
    let next = anchors.partitioningIndex { $0.cleaned > position }
    let first = original(position)
    let last = Self.original(position, after: next > 0 ? anchors[next - 1] : nil)
    return TextRange(first, max(first, last) + 1)
  }

  private static func original(_ position: Int, after anchor: Anchor?) -> Int {
    anchor.map { $0.original + position - $0.cleaned } ?? position
  }

  /// The original range of a range of the cleaned text, from its first scalar to its last.
  ///
  /// Where the order was changed, it reaches from the lesser of the two to the greater.
  public func original(_ range: TextRange) -> TextRange {
    guard !range.isEmpty else {
      let position = original(range.lowerBound)
      return TextRange(position, position)
    }
    let first = originals(of: range.lowerBound)
    let last = originals(of: range.upperBound - 1)
    return TextRange(
      min(first.lowerBound, last.lowerBound), max(first.upperBound, last.upperBound))
  }
}
