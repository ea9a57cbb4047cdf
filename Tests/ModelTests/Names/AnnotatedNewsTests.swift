import Foundation
import Testing

@testable import Model

/// Forty articles that were annotated by hand before any tagger had read them, and that no model learns
/// from: the floor below which finding names must not fall.
@Suite("Names in annotated news")
struct AnnotatedNewsTests {
  private struct Span: Hashable {
    var range: TextRange
    var kind: EntityKind
  }

  /// The articles of a file, a line `## NAME` before each, with their names in brackets.
  private static func articles(_ language: Language) throws -> [(Article, Set<Span>)] {
    let file = try #require(
      Bundle.module.url(
        forResource: language.rawValue, withExtension: "txt", subdirectory: "Fixtures/annotated"))
    let blocks = ("\n" + (try String(contentsOf: file, encoding: .utf8))).split(separator: "\n## ")
    return blocks.map { block in
      let lines = block.split(separator: "\n").dropFirst()
      var paragraphs: [String] = []
      var spans: Set<Span> = []
      var offset = 0
      for line in lines {
        var plain: [Unicode.Scalar] = []
        var open: (start: Int, kind: EntityKind)?
        var rest = Array(line.unicodeScalars)[...]
        while let scalar = rest.first {
          if scalar == "[", let kind = kind(of: String(String.UnicodeScalarView(rest.prefix(5)))) {
            open = (plain.count, kind)
            rest = rest.dropFirst(5)
            continue
          }
          if scalar == "]", let name = open {
            spans.insert(
              Span(
                range: TextRange(offset + name.start, offset + plain.count), kind: name.kind))
            open = nil
          } else {
            plain.append(scalar)
          }
          rest = rest.dropFirst()
        }
        paragraphs.append(String(String.UnicodeScalarView(plain)))
        offset += plain.count + 1
      }
      return (TaggerFixture.article(paragraphs, language: language), spans)
    }
  }

  private static func kind(of mark: String) -> EntityKind? {
    switch mark {
    case "[PER ": .person
    case "[LOC ": .place
    case "[ORG ": .organization
    default: nil
    }
  }

  /// F1 over exact spans and kinds.
  private static func score(_ tagger: NewsTagger, _ language: Language) throws -> Double {
    var (hits, found, wanted) = (0, 0, 0)
    for (article, spans) in try articles(language) {
      let mentions = Set(tagger.mentions(in: article).map { Span(range: $0.range, kind: $0.kind) })
      hits += mentions.intersection(spans).count
      found += mentions.count
      wanted += spans.count
    }
    return 2 * Double(hits) / Double(found + wanted)
  }

  @Test(
    "At least as many names are found as when the models were trained",
    arguments: [
      (Language.english, "carefully", 0.90), (.arabic, "carefully", 0.85),
      (.english, "quickly", 0.84), (.arabic, "quickly", 0.75),
    ])
  func floor(language: Language, reading: String, floor: Double) throws {
    let tagger = try (reading == "quickly" ? TaggerFixture.quick : TaggerFixture.tagger).get()
    let score = try Self.score(tagger, language)
    print("\(language.rawValue), read \(reading): F1 \(score)")
    #expect(score >= floor)
  }
}
