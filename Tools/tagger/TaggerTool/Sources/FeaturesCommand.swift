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

  func run(files: [URL]) throws {
    let language: Language = isArabic ? .arabic : .english
    let tables = try NameTables(folder: resources)
    try tables.withReader { tables in
      for file in files {
        let corpus = try AnnotatedCorpus(
          file: file, lexicon: tables.lexicon, isArabic: isArabic, harmonizes: harmonizes)
        var output = Data()
        for sentence in corpus.sentences {
          let analysis = ArticleAnalysis(
            sentences: [sentence.tokens], of: sentence.text, language: language, tables: tables)
          let extractor = FeatureExtractor(
            analysis: analysis, sentence: 0..<sentence.tokens.count, language: language)
          for index in sentence.tokens.indices {
            var line = sentence.tags[index] + "\t"
            extractor.features(of: index) { feature, template in
              line += showsFamilies ? "\(template.family.rawValue):\(feature) " : "\(feature) "
            }
            line += "\n"
            output.append(contentsOf: line.utf8)
          }
          output.append(0x0A)
        }
        FileHandle.standardOutput.write(output)
      }
    }
  }
}
