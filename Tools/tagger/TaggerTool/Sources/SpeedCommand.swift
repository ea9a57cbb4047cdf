import Foundation

@testable import Model

/// Times the tagger on one core.
struct SpeedCommand {
  let resources: URL

  func run(files: [URL]) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let tagger = try NewsTagger(folder: resources)
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
    print(
      "load \((loaded - start) / .milliseconds(1)) ms, \(Int(Double(tokens * rounds) / seconds))"
        + " tokens a second, \(mentions / max(rounds, 1)) mentions in \(tokens) tokens,"
        + " \(Self.residentMiB) MiB resident, of that \(Self.tablesMiB) MiB of the tables")
  }

  /// How much of this process is in memory.
  private static var residentMiB: Int { kilobytes(of: "VmRSS", in: "/proc/self/status") / 1024 }

  /// How much of that is the mapped tables.
  private static var tablesMiB: Int {
    let text = (try? String(contentsOfFile: "/proc/self/smaps", encoding: .utf8)) ?? ""
    var sum = 0
    var isTable = false
    for line in text.split(separator: "\n") {
      if line.contains("/names.") {
        isTable = true
      } else if !line.contains(":  ") {
        isTable = false
      }
      if isTable, line.hasPrefix("Rss:") { sum += number(in: line) }
    }
    return sum / 1024
  }

  private static func kilobytes(of field: String, in file: String) -> Int {
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").first { $0.hasPrefix(field) }.map(number) ?? 0
  }

  private static func number(in line: Substring) -> Int {
    Int(line.filter(\.isNumber)) ?? 0
  }

  /// The processor time this process has used, which other processes on the machine do not slow.
  private static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
