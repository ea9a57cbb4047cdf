import Foundation
import Testing

@testable import Reader

@Suite("The program without a screen")
struct CommandLineTests {
  @Test("Into a pipe, show prints logical order; --bidi visual prints visual order")
  func show() throws {
    let logical = try ProgramRun(["show", "--width", "60", Seeds.arabic])
    #expect(logical.status == 0)
    #expect(logical.output.contains("مصطفى الكاظمي"))
    #expect(!logical.output.unicodeScalars.contains { (0xFE70...0xFEFF).contains($0.value) })
    let visual = try ProgramRun(["show", "--width", "60", "--bidi", "visual", Seeds.arabic])
    // "Al-Kazemi" in presentation forms, last letter first.
    #expect(visual.output.contains("\u{FEF2}\u{FEE4}\u{FEC7}\u{FE8E}\u{FEDC}\u{FEDF}\u{FE8D}"))
    for line in visual.output.split(separator: "\n") {
      let columns = line.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
      #expect(columns.count <= 60)
    }
  }

  @Test("Search exits 0 with hits, 1 without, 2 without a query")
  func search() throws {
    let found = try ProgramRun(["search", "--format", "json", "kazemi", Seeds.folder])
    #expect(found.status == 0)
    #expect(found.output.contains(Seeds.english) && found.output.contains(Seeds.arabic))
    #expect(try ProgramRun(["search", "zebrafish", Seeds.folder]).status == 1)
    #expect(try ProgramRun(["search"]).status == 2)
  }

  @Test("Search takes fields; a malformed query is reported with its position and exits 2")
  func searchFields() throws {
    let found = try ProgramRun(["search", "lang:ar person:kazemi", Seeds.folder])
    #expect(found.status == 0)
    #expect(found.output.contains(Seeds.arabic) && !found.output.contains(Seeds.english))
    #expect(try ProgramRun(["search", "--exact", "moyes", Seeds.arabic]).status == 1)
    #expect(try ProgramRun(["search", "moyes", Seeds.arabic]).status == 0)
    for (query, place) in [("iraq lang:xx", 11), ("after:20", 7), ("foo:bar", 1), ("\"open", 1)] {
      let run = try ProgramRun(["search", query, Seeds.folder])
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.errors.contains("at character \(place)"))
    }
  }

  @Test("Import fills a library that search and entities then work on")
  func library() throws {
    let folder = try TemporaryFolder()
    let library = ["--library", folder.url.appending(path: "own.sqlite").path]
    let first = try ProgramRun(["import"] + library + [Seeds.folder])
    #expect(first.output.contains("2 added"))
    #expect(try ProgramRun(["import"] + library + [Seeds.folder]).output.contains("2 unchanged"))
    #expect(try ProgramRun(["search", "بغداد"] + library).status == 0)
    #expect(try ProgramRun(["entities"] + library).output.contains("Baghdad"))
  }

  @Test("A usage error exits 2; help and version exit 0 on standard output")
  func usage() throws {
    let wrong = try ProgramRun(["--nonsense"])
    #expect(wrong.status == 2 && wrong.output.isEmpty && !wrong.errors.isEmpty)
    let version = try ProgramRun(["--version"])
    #expect(version.status == 0 && version.output.split(separator: "\n").count == 1)
    for command in ["", "show", "entities", "related", "search", "import"] {
      let help = try ProgramRun([command, "--help"].filter { !$0.isEmpty })
      #expect(help.status == 0)
      for line in help.output.split(separator: "\n") { #expect(line.count <= 80) }
    }
  }

  @Test("Shells complete what plain reader takes, and the values of options")
  func completions() throws {
    for shell in ["bash", "zsh", "fish"] {
      let script = try ProgramRun(["--generate-completion-script", shell])
      #expect(script.status == 0)
      #expect(script.output.contains("reader open"), "\(shell)")
    }
    let folder = try TemporaryFolder()
    let script = try ProgramRun(["--generate-completion-script", "bash"])
    let file = try folder.write(Data(script.output.utf8), to: "completions")
    for (words, expected) in [
      (["--bidi", "vi"], "visual"), (["sho"], "show"), (["show", "--bidi", "vi"], "visual"),
      (["\(Seeds.folder)/000"], Seeds.english), (["x", "\(Seeds.folder)/000"], Seeds.english),
      (["entities", "--format", "cs"], "csv"),
    ] {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/bash")
      shell.arguments =
        [
          "-c",
          """
          . "$0"; COMP_WORDS=(reader "$@"); COMP_CWORD=$#; COMP_LINE="reader $*"
          COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
          $(complete -p reader | sed 's/.*-F \\([^ ]*\\).*/\\1/') reader "${@: -1}" "${@: -2:1}"
          printf '%s\n' "${COMPREPLY[@]}"
          """, file.path,
        ] + words
      let output = Pipe()
      shell.standardOutput = output
      try shell.run()
      let found = try output.fileHandleForReading.readToEnd() ?? Data()
      #expect(
        String(decoding: found, as: UTF8.self).split(separator: "\n").contains(Substring(expected)),
        "\(words)")
    }
  }

  @Test("Without a terminal to read keys from: one line on standard error, exit 1")
  func noTerminal() throws {
    let folder = try TemporaryFolder()
    let library = folder.url.appending(path: "library.sqlite").path
    #expect(try ProgramRun(["import", "--library", library, Seeds.english]).status == 0)
    let run = try ProgramRun(["--library", library])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test("An error is a sentence that names the file")
  func errors() throws {
    let folder = try TemporaryFolder()
    let binary = try folder.write(Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2]), to: "binary")
    let empty = try folder.write(Data(), to: "empty.txt")
    for path in [binary.path, empty.path, folder.url.path + "/absent.txt"] {
      let run = try ProgramRun(["show", path])
      #expect(run.status == 1)
      #expect(run.errors.contains(URL(filePath: path).lastPathComponent))
    }
  }

  @Test("A full disk is reported in one line, with status 1")
  func fullDisk() throws {
    for arguments in [["show"], ["entities"], ["entities", "--format", "json"], ["related"]] {
      let command = (arguments + [Seeds.english]).map { "'\($0)'" }.joined(separator: " ")
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "'\(TmuxSession.reader)' \(command) >/dev/full"]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let said = try errors.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.terminationStatus == 1)
      #expect(String(decoding: said, as: UTF8.self).split(separator: "\n").count == 1)
    }
  }

  @Test("Nothing in a file's name reaches the terminal as a command")
  func hostileName() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      try Data(contentsOf: URL(filePath: Seeds.english)),
      to: "a\u{1B}]0;b\u{7}\u{1B}[31m\u{202E}c\nd.txt")
    for arguments in [["show"], ["search", "kazemi"]] {
      let output = try ProgramRun(arguments + [folder.url.path]).output
      #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
      #expect(!output.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test("Standard input is an article")
  func standardInput() throws {
    let run = try ProgramRun(
      ["entities", "-"], input: Data("Donald Trump went to Baghdad.\n".utf8))
    #expect(run.output.contains("Baghdad"))
  }
}
