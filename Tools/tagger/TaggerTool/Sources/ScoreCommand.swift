import Foundation

@testable import Model

/// Scores the models sentence by sentence on annotated corpora, as their tags stand: exact spans of
/// people, places and organizations; and how they fare by confidence.
struct ScoreCommand {
  let resources: URL
  let isArabic: Bool
  let harmonizes: Bool
  /// Whether all that the program does is scored, on blocks of sentences in place of articles, whose ends
  /// the corpora do not tell.
  var isWhole = false

  /// How many sentences stand for an article.
  private static let block = 20

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
        let whole = isWhole ? try NewsTagger(folder: resources) : nil
        for file in files {
          let corpus = try AnnotatedCorpus(
            file: file, lexicon: tables.lexicon, isArabic: isArabic, harmonizes: harmonizes)
          var counts: [EntityKind: Count] = [:]
          var confidences = ConfidenceTable()
          for sentence in blocks(of: corpus.sentences) {
            let analysis = ArticleAnalysis(
              sentences: sentence.rows, of: sentence.text, language: language, tables: tables)
            var spans: [NameSpan] = []
            if let whole {
              var doubtful: [NameSpan]?
              spans = whole.spans(of: analysis, doubtful: &doubtful)
              spans.removeAll { $0.confidence < NewsTagger.bound }
            } else {
              spans = tagger.spans(of: analysis.tokens.indices, in: analysis, language: language)
            }
            let found = Set(spans.map { Span(tokens: $0.tokens, kind: $0.kind) })
            let wanted = Self.spans(of: sentence.tags)
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

  /// Sentences that are read together.
  private struct Block {
    var text: ScalarText
    var rows: [[Token]]
    var tags: [String]
  }

  private func blocks(of sentences: [AnnotatedCorpus.Sentence]) -> [Block] {
    let size = isWhole ? Self.block : 1
    return stride(from: 0, to: sentences.count, by: size).map { start in
      var scalars: [Unicode.Scalar] = []
      var block = Block(text: ScalarText([]), rows: [], tags: [])
      for sentence in sentences[start..<min(sentences.count, start + size)] {
        let offset = scalars.count
        block.rows.append(
          sentence.tokens.enumerated().map { place, token in
            var token = token
            token.start += offset
            token.end += offset
            token.startsSentence = token.startsSentence || place == 0
            return token
          })
        block.tags += sentence.tags
        scalars += sentence.text.scalars + [" "]
      }
      block.text = ScalarText(scalars)
      return block
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
