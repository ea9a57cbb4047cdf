import Foundation

@testable import Model

/// Labels sentences whose features are numbers already, and says how long it took: what is compared
/// with the C decoder of CRFsuite.
struct DecodeCommand {
  let model: URL
  let rounds: Int

  /// Reads lines of features as `TaggerTool features` prints them, and prints a label a line; how many
  /// tokens a second of processor time were labelled goes to standard error.
  func run(files: [URL]) throws {
    let model = try CRFModel(file: model)
    let names = [
      "O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC",
    ]
    for file in files {
      var sentences: [[[UInt32]]] = [[]]
      for line in try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        let fields = line.split(separator: "\t")
        if fields.count == 2 {
          sentences[sentences.count - 1].append(
            fields[1].split(separator: " ").compactMap { UInt32($0) })
        } else if sentences.last?.isEmpty == false {
          sentences.append([])
        }
      }
      model.withReader { reader in
        let decoder = CRFDecoder(model: model)
        var labels: [[CRFModel.Label]] = []
        let begin = clock()
        for _ in 0..<rounds {
          labels = sentences.map { sentence in
            decoder.labels(
              sentence.map { features in
                var sums = SIMD16<Int16>(repeating: 0)
                for feature in features { reader.add(feature, to: &sums) }
                return SIMD16<Float>(sums) * model.scale
              })
          }
        }
        let seconds = Double(clock() - begin) / Double(CLOCKS_PER_SEC)
        let tokens = sentences.reduce(0) { $0 + $1.count } * rounds
        var output = ""
        for row in labels {
          for label in row { output += names[label.rawValue] + "\n" }
        }
        FileHandle.standardOutput.write(Data(output.utf8))
        FileHandle.standardError.write(Data("\(Int(Double(tokens) / seconds))\n".utf8))
      }
    }
  }
}
