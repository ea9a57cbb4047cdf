import Foundation

/// How much it says that something is found, by how often it is: the weights of what articles, names and
/// words have in common, in one place.
enum Rareness {
  /// The inverse document frequency of what `count` of `articles` articles have, in nats; never zero.
  static func information(count: Double, of articles: Int) -> Double {
    log(1 + Double(articles) / max(count, 1))
  }

  /// The same with some articles more than there are, so that common names do not count as rare in a
  /// small library; zero for what all articles have.
  static func information(count: Int, of articles: Int, prior: Double) -> Double {
    max(0, log((Double(articles) + prior) / Double(count + 1)))
  }

  /// How much more often two things are in one article than chance would have it, in nats; zero where
  /// they are not: their pointwise mutual information.
  static func association(shared: Int, _ left: Int, _ right: Int, of articles: Int) -> Double {
    let expected = Double(left) * Double(right) / Double(max(articles, 1))
    return max(log(Double(shared) / max(expected, .leastNonzeroMagnitude)), 0)
  }

  /// What a key that finds `count` candidates counts for each of them, from 1 for a key of none.
  static func weight(ofKeyFinding count: Int) -> Float {
    1 / log2(Float(count + 2))
  }
}
