import Foundation

@testable import Model

/// `TaggerTool COMMAND ARGUMENT …`: what `train.sh` and `evaluate.sh` need of the program's inside.
func run(_ arguments: [String]) throws {
  switch (arguments.first, arguments.dropFirst().map { URL(filePath: $0) }) {
  case ("lexicon", let files) where files.count == 2:
    var builder = LexiconBuilder()
    for line in try String(contentsOf: files[0], encoding: .utf8).split(separator: "\n") {
      try builder.add(line: line)
    }
    try builder.table().write(to: files[1])
  case ("tag", let files) where files.count >= 2:
    try TagCommand(resources: files[0]).run(files: Array(files.dropFirst()))
  default:
    throw ToolError(
      """
      usage: TaggerTool lexicon NAMES TABLE
             TaggerTool tag RESOURCES FILE …
      """)
  }
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
