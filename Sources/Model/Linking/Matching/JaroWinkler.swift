/// The Jaro–Winkler similarity: how many letters two words share near the same place, with weight on
/// a common beginning.
enum JaroWinkler {
  /// The similarity, from 0 to 1.
  ///
  /// Complexity: O(*n* · *m*).
  static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return left == right ? 1 : 0 }
    let reach = max(max(left.count, right.count) / 2 - 1, 0)
    var taken = [Bool](repeating: false, count: right.count)
    var matched: [UInt8] = []
    for (index, letter) in left.enumerated() {
      let low = max(0, index - reach)
      let high = min(right.count, index + reach + 1)
      guard low < high,
        let place = (low..<high).first(where: { !taken[$0] && right[$0] == letter })
      else { continue }
      taken[place] = true
      matched.append(letter)
    }
    guard !matched.isEmpty else { return 0 }
    let counterpart = right.indices.filter { taken[$0] }.map { right[$0] }
    let transposed = zip(matched, counterpart).count { $0 != $1 } / 2
    let count = Double(matched.count)
    let jaro =
      (count / Double(left.count) + count / Double(right.count)
        + (count - Double(transposed)) / count) / 3
    let prefix = zip(left, right).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}
