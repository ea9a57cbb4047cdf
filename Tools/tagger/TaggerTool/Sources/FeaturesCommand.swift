import Foundation

@testable import Model

/// Prints the features of annotated sentences: a line a token, its tag, a tab and the features'
/// numbers between spaces, each with its family before it where that is asked for; an empty line
/// ends a sentence.
struct FeaturesCommand {
  let resources: URL
  let isArabic: Bool
  let harmonizes: Bool
  let showsFamilies: Bool
  /// Whether each token's own text is printed in place of its features, as the encoder reads it.
  var showsWords = false

  func run(files: [URL]) throws {
    let language: Language = isArabic ? .arabic : .english
    let tables = try NameTables(folder: resources)
    try tables.withReader { tables in
      for file in files {
        let corpus = try AnnotatedCorpus(
          file: file, lexicon: tables.lexicon, isArabic: isArabic, harmonizes: harmonizes)
        var output = Data()
        for block in corpus.blocks() {
          let analysis = ArticleAnalysis(
            sentences: block.rows, of: block.text, language: language, tables: tables)
          for sentence in analysis.sentences {
            let extractor = FeatureExtractor(
              analysis: analysis, sentence: sentence, language: language)
            for index in sentence {
              var line = block.tags[index] + "\t"
              if showsWords {
                let token = analysis.tokens[index]
                output.append(
                  contentsOf: (line + block.text[TextRange(token.start, token.end)] + "\n").utf8)
                continue
              }
              extractor.features(of: index) { feature, template in
                line += showsFamilies ? "\(template.family.rawValue):\(feature) " : "\(feature) "
              }
              line += "\n"
              output.append(contentsOf: line.utf8)
            }
            output.append(0x0A)
          }
        }
        FileHandle.standardOutput.write(output)
      }
    }
  }
}

extension FeatureTemplate {
  /// Templates that tell of the same, as tables of what each brings name them.
  enum Family: String, CaseIterable {
    case words, affixes, shapes, clitics, lexicon, announcing, clusters, letters, capitals,
      recurrence
  }

  /// The family it belongs to.
  var family: Family {
    switch self {
    case .bias, .word, .bigram: .words
    case .prefix, .suffix: .affixes
    case .wordCased, .pattern, .patternBigram, .length: .shapes
    case .stem, .clitics, .article: .clitics
    case .flag, .match, .matchKind: .lexicon
    case .titleBefore, .headBefore: .announcing
    case .cluster, .clusterBigram, .coarse: .clusters
    case .looks, .looksPerson, .looksPlace: .letters
    case .run, .runLast, .runBefore, .runAfter, .tailAfter, .sentence: .capitals
    case .elsewhere, .elsewhereCount, .elsewhereBefore, .elsewhereAfter: .recurrence
    }
  }
}
