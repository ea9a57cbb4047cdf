import Foundation

@testable import Model

/// Times the tagger on one core.
struct SpeedCommand {
  let resources: URL
  /// Whether it reads carefully.
  let isCareful: Bool

  func run(files: [URL]) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let tagger = try NewsTagger(folder: resources, isCareful: isCareful)
    let loaded = clock.now
    let articles = try files.map(TagCommand.article)
    let tokens = articles.reduce(0) { sum, article in
      sum
        + article.paragraphs.reduce(0) {
          $0 + Tokenizer.tokens(of: article.text, in: $1.range).count
        }
    }
    var rounds = 0
    var mentions = 0
    let begin = Self.processorSeconds
    while Self.processorSeconds - begin < 2 {
      for article in articles { mentions += tagger.mentions(in: article).count }
      rounds += 1
    }
    let seconds = Self.processorSeconds - begin
    let doubtful = articles.reduce(0) { $0 + tagger.names(in: $1).doubtful.count }
    print(
      "\(isCareful ? "carefully" : "quickly"): load \((loaded - start) / .milliseconds(1)) ms,"
        + " \(Int(Double(tokens * rounds) / seconds)) tokens a second,"
        + " \(mentions / max(rounds, 1)) mentions and \(doubtful) names in doubt in \(tokens) tokens,"
        + " \(Self.residentMiB) MiB resident")
  }

  /// How much of this process is in memory.
  private static var residentMiB: Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
    return (Int(line?.filter(\.isNumber) ?? "") ?? 0) / 1024
  }

  /// The processor time this process has used, which other processes on the machine do not slow.
  private static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
