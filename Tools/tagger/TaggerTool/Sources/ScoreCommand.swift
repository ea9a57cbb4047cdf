import Foundation

@testable import Model

/// Scores the models on annotated corpora, a block of sentences at a time: exact spans of
/// people, places and organizations; and how they fare by confidence.
struct ScoreCommand {
  let resources: URL
  let isArabic: Bool
  let harmonizes: Bool
  /// Whether all that the program does is scored, and not the model alone.
  var isWhole = false
  /// Whether the encoder reads too.
  var isCareful = false

  private struct Count {
    var hits = 0
    var found = 0
    var wanted = 0

    mutating func add(_ other: Count) {
      hits += other.hits
      found += other.found
      wanted += other.wanted
    }

    var line: String {
      let precision = found == 0 ? 0 : Double(hits) / Double(found)
      let recall = wanted == 0 ? 0 : Double(hits) / Double(wanted)
      let sum = precision + recall
      let score = sum == 0 ? 0 : 2 * precision * recall / sum
      return String(format: "P %.3f R %.3f F1 %.3f", precision, recall, score)
    }
  }

  func run(files: [URL]) throws {
    let language: Language = isArabic ? .arabic : .english
    let tables = try NameTables(folder: resources)
    let model = try CRFModel(file: resources.appending(path: "names.\(language.rawValue).crf"))
    try tables.withReader { tables in
      try model.withReader { model in
        let tagger = SequenceTagger(reader: model)
        let whole = isWhole ? try NewsTagger(folder: resources, isCareful: isCareful) : nil
        for file in files {
          let corpus = try AnnotatedCorpus(
            file: file, lexicon: tables.lexicon, isArabic: isArabic, harmonizes: harmonizes)
          var counts: [EntityKind: Count] = [:]
          var confidences = ConfidenceTable()
          for block in corpus.blocks() {
            let analysis = ArticleAnalysis(
              sentences: block.rows, of: block.text, language: language, tables: tables)
            var spans: [NameSpan] = []
            var doubtful: [NameSpan] = []
            if let whole {
              spans = whole.spans(of: analysis, in: block.text, doubtful: &doubtful)
              spans.removeAll { $0.confidence < NewsTagger.bound }
            } else {
              spans = analysis.sentences.flatMap {
                tagger.spans(of: $0, in: analysis, language: language, doubtful: &doubtful)
              }
            }
            let found = Set(spans.map { Span(tokens: $0.tokens, kind: $0.kind) })
            let wanted = Self.spans(of: block.tags)
            confidences.add(wanted: wanted.count)
            for span in spans {
              confidences.add(
                span.confidence,
                isRight: wanted.contains(Span(tokens: span.tokens, kind: span.kind)))
            }
            for kind in EntityKind.allCases {
              counts[kind, default: Count()].add(
                Count(
                  hits: found.intersection(wanted).count { $0.kind == kind },
                  found: found.count { $0.kind == kind }, wanted: wanted.count { $0.kind == kind }))
            }
          }
          var all = Count()
          for count in counts.values { all.add(count) }
          print(file.lastPathComponent, all.line)
          for kind in EntityKind.allCases {
            print("  \(kind.rawValue)", counts[kind, default: Count()].line)
          }
          print(confidences.text)
        }
      }
    }
  }

  private struct Span: Hashable {
    var tokens: Range<Int>
    var kind: EntityKind
  }

  private static func spans(of tags: [String]) -> Set<Span> {
    let kinds = Dictionary(
      uniqueKeysWithValues: EntityKind.allCases.map { (AnnotatedCorpus.tag(of: $0), $0) })
    var spans: Set<Span> = []
    var index = 0
    while index < tags.count {
      let name = String(tags[index].dropFirst(2))
      var end = index + 1
      while end < tags.count, tags[end] == "I-" + name { end += 1 }
      if let kind = kinds[name] { spans.insert(Span(tokens: index..<end, kind: kind)) }
      index = name.isEmpty ? index + 1 : end
    }
    return spans
  }
}
