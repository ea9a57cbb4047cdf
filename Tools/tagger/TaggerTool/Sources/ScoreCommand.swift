import Foundation

@testable import Model

/// Scores the program on annotated corpora, an article at a time, as their tags stand and as they are
/// brought to the guideline; and what its confidence is worth on all of them together.
struct ScoreCommand {
  let resources: URL
  let language: Language
  /// Whether the corpora's tags are brought to the guideline too.
  let harmonizes: Bool
  /// Whether a line is printed for each name that is found, in place of tables: corpus, reading and tags,
  /// article, whether it is found or in doubt, confidence, whether it is right, kind and words.
  let lists: Bool

  /// Who finds the names.
  private enum Reading: String, CaseIterable {
    /// The random field, sentence by sentence.
    case alone = "the random field alone"
    case quick = "quickly"
    case careful = "carefully"
  }

  /// Which tags are right.
  private enum Tags: String, CaseIterable {
    case standing = "as the tags stand"
    case guided = "by the guide"
  }

  /// What is found in an article: names, and where names may stand besides.
  private typealias Found = (names: [NameSpan], doubtful: [NameSpan])

  func run(files: [URL]) throws {
    let tables = try NameTables(folder: resources)
    let finders = try Reading.allCases.map { ($0, try finder(of: $0, tables)) }
    let versions = harmonizes ? Tags.allCases : [.standing]
    var confidences: [String: (names: ReliabilityTable, doubtful: ReliabilityTable)] = [:]
    for file in files {
      let blocks = try tables.withReader { tables in
        try versions.map { tags in
          try AnnotatedCorpus(
            file: file, lexicon: tables.lexicon, isArabic: language == .arabic,
            harmonizes: tags == .guided
          ).blocks(withCopies: false)
        }
      }
      let tokens = blocks[0].reduce(0) { $0 + $1.tags.count }
      show("\(file.lastPathComponent): \(blocks[0].count) articles, \(tokens) tokens")
      for (reading, find) in finders {
        let found = blocks[0].map(find)
        for (tags, blocks) in zip(versions, blocks) {
          let title = "\(reading.rawValue), \(tags.rawValue)"
          var confidence = confidences[title] ?? (ReliabilityTable(), ReliabilityTable())
          var scores = SpanScores()
          for (number, (block, found)) in zip(blocks, found).enumerated() {
            let wanted = Self.spans(of: block.tags)
            let shown = found.names.filter {
              reading == .alone || $0.confidence >= NewsTagger.bound
            }
            scores.add(found: shown, wanted: wanted)
            let right = Set(wanted)
            func count(_ span: NameSpan, _ state: String, in table: inout ReliabilityTable) {
              let isRight = right.contains(
                NameSpan(tokens: span.tokens, kind: span.kind, confidence: 1))
              table.add(span.confidence, isRight: isRight)
              guard lists else { return }
              print(
                "\(file.lastPathComponent)\t\(title)\t\(number)\t\(state)\t\(span.confidence)"
                  + "\t\(isRight)\t\(span.kind.rawValue)\t\(block.words(span.tokens))")
            }
            for span in found.names { count(span, "found", in: &confidence.names) }
            for span in found.doubtful { count(span, "in doubt", in: &confidence.doubtful) }
          }
          confidences[title] = confidence
          show("  \(title)", scores.lines)
        }
      }
    }
    for (title, confidence) in confidences.sorted(by: { $0.key < $1.key }) {
      show("confidence, \(title)", confidence.names.lines)
      show("  where a name may stand besides", confidence.doubtful.lines)
    }
  }

  private func show(_ title: String, _ lines: [String] = []) {
    if !lists { print(([title] + lines).joined(separator: "\n")) }
  }

  /// What finds the names of an article.
  private func finder(
    of reading: Reading, _ tables: NameTables
  ) throws -> (CorpusBlock) -> Found {
    let find: (ArticleAnalysis, ScalarText, inout [NameSpan]) -> [NameSpan]
    if reading == .alone {
      let model = try CRFModel(file: resources.appending(path: "names.\(language.rawValue).crf"))
      find = { analysis, _, doubtful in
        model.withReader { reader in
          let tagger = SequenceTagger(reader: reader)
          return analysis.sentences.flatMap {
            tagger.spans(of: $0, in: analysis, language: language, doubtful: &doubtful)
          }
        }
      }
    } else {
      find = try NewsTagger(folder: resources, isCareful: reading == .careful).spans
    }
    return { block in
      var found: Found = ([], [])
      let analysis = tables.withReader {
        ArticleAnalysis(sentences: block.rows, of: block.text, language: language, tables: $0)
      }
      found.names = find(analysis, block.text, &found.doubtful)
      found.doubtful.removeAll { span in
        found.names.contains { $0.tokens.overlaps(span.tokens) }
      }
      return found
    }
  }

  /// The names that tags mark.
  private static func spans(of tags: [String]) -> [NameSpan] {
    let kinds = Dictionary(
      uniqueKeysWithValues: EntityKind.allCases.map { (AnnotatedCorpus.tag(of: $0), $0) })
    var spans: [NameSpan] = []
    var index = 0
    while index < tags.count {
      let name = String(tags[index].dropFirst(2))
      var end = index + 1
      while end < tags.count, tags[end] == "I-" + name { end += 1 }
      if let kind = kinds[name] {
        spans.append(NameSpan(tokens: index..<end, kind: kind, confidence: 1))
      }
      index = name.isEmpty ? index + 1 : end
    }
    return spans
  }
}
