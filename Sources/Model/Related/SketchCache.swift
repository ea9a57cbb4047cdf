/// The sketches of articles that were compared lately, at one generation of the library.
struct SketchCache: Sendable {
  /// How many are kept; each takes some kilobytes.
  private static let limit = 2_048

  private var generation: Int64 = 0
  private var known: [Int64: ArticleSketch] = [:]

  /// What is known at a generation of the library.
  func sketch(of article: Int64, at generation: Int64) -> ArticleSketch? {
    generation == self.generation ? known[article] : nil
  }

  /// Keeps a sketch; those of an older generation go.
  mutating func keep(_ sketch: ArticleSketch, of article: Int64, at generation: Int64) {
    if generation != self.generation || known.count >= Self.limit {
      known.removeAll(keepingCapacity: true)
      self.generation = generation
    }
    known[article] = sketch
  }
}
