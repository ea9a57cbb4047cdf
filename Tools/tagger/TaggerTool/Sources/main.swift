import Foundation

@testable import Model

/// `TaggerTool COMMAND ARGUMENT …`: what `train.sh` and `evaluate.sh` need of the program's inside.
func run(_ arguments: [String]) throws {
  switch (arguments.first, arguments.dropFirst().map { URL(filePath: $0) }) {
  case ("lexicon", let files) where files.count >= 2:
    var builder = LexiconBuilder()
    for file in files.dropFirst(2) {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        try builder.add(cluster: line)
      }
    }
    for line in try String(contentsOf: files[0], encoding: .utf8).split(separator: "\n") {
      try builder.add(line: line)
    }
    try builder.table().write(to: files[1])
  case ("tag", let files) where files.count >= 2:
    try TagCommand(resources: files[0]).run(files: Array(files.dropFirst()))
  case ("silver", let files) where files.count >= 2:
    try SilverCommand(resources: files[0]).run(files: Array(files.dropFirst()))
  case ("articles", let files) where files.count >= 2:
    try ArticlesCommand(resources: files[0]).run(files: Array(files.dropFirst()))
  case ("decode", let files) where files.count == 3:
    try DecodeCommand(model: files[0], rounds: Int(arguments[2]) ?? 1).run(files: [files[2]])
  case ("words", let files) where files.count >= 2:
    try WordsCommand(resources: files[0]).run(files: Array(files.dropFirst()))
  case ("letters", let files):
    try LettersCommand().run(files: files)
  case ("speed", let files) where files.count >= 3:
    try SpeedCommand(resources: files[0], isCareful: arguments[2] == "careful")
      .run(files: Array(files.dropFirst(2)))
  case ("score", let files) where files.count >= 3:
    let options = arguments[2].split(separator: ",")
    try ScoreCommand(
      resources: files[0], language: options.contains("ar") ? .arabic : .english,
      harmonizes: !options.contains("asis"), lists: options.contains("list")
    ).run(files: Array(files.dropFirst(2)))
  case ("features", let files) where files.count >= 3:
    let options = arguments[2].split(separator: ",")
    try FeaturesCommand(
      resources: files[0], isArabic: options.contains("ar"),
      harmonizes: !options.contains("asis"), showsFamilies: options.contains("families"),
      showsWords: options.contains("words")
    ).run(files: Array(files.dropFirst(2)))
  default:
    throw ToolError(
      """
      usage: TaggerTool lexicon NAMES TABLE [CLUSTERS …]
             TaggerTool words RESOURCES TEXT …
             TaggerTool letters WORDS …
             TaggerTool features RESOURCES en|ar[,asis][,families|,words] CORPUS …
             TaggerTool score RESOURCES en|ar[,asis][,list] CORPUS …
             TaggerTool speed RESOURCES quick|careful FILE …
             TaggerTool tag RESOURCES FILE …
             TaggerTool silver RESOURCES NEWS …
             TaggerTool articles RESOURCES FILE …
             TaggerTool decode MODEL ROUNDS FEATURES
      """)
  }
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
