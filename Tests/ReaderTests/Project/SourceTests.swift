import Foundation
import Testing

/// Rules that the formatter's lint does not check.
@Suite("The sources keep the project's rules") struct SourceTests {
  @Test("The Model knows no screen and no command line")
  func modelImportsNothingThatDraws() throws {
    for file in try Project.files(under: "Sources/Model", suffix: ".swift") {
      for module in ["CNcurses", "ArgumentParser", "Reader"] {
        #expect(!file.imports.contains(Substring(module)), "\(file.path) imports \(module)")
      }
    }
  }

  @Test("Only Sources/Reader/Terminal touches ncurses")
  func ncursesStaysInOneFolder() throws {
    for file in try Project.files(under: "Sources/Reader", suffix: ".swift")
    where !file.path.hasPrefix("Sources/Reader/Terminal/") {
      #expect(!file.imports.contains("CNcurses"), "\(file.path) imports CNcurses")
    }
  }

  @Test("No file is over 500 lines, generated ones apart")
  func filesAreSmall() throws {
    for file in try Project.swiftFiles() where !file.text.hasPrefix("// Generated ") {
      #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("A generated file names the tool that made it, and the tool is there")
  func generatedFilesNameTheirTool() throws {
    for file in try Project.swiftFiles() where file.text.hasPrefix("// Generated ") {
      let comment = file.lines.prefix { $0.hasPrefix("//") }.joined(separator: "\n")
      let tool = try #require(comment.firstMatch(of: /Tools\/[\w\/.]+\w/), "\(file.path)").output
      let path = Project.root.appending(path: String(tool)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(file.path) names \(tool)")
    }
  }

  @Test("Nothing is forced, and nothing is left for later")
  func nothingIsForced() throws {
    let forced = /\btry!|\bas!|\bTODO\b|\bFIXME\b/
    for file in try Project.swiftFiles() where file.path != "Tests/ReaderTests/Project/\(ownName)" {
      for (number, line) in file.lines.enumerated() where line.contains(forced) {
        Issue.record("\(file.path):\(number + 1): \(line)")
      }
    }
  }

  @Test("Code that the compiler cannot check says why it is safe")
  func uncheckedCodeIsExplained() throws {
    let unchecked = /@unchecked Sendable|nonisolated\(unsafe\)/
    for file in try Project.swiftFiles() where file.path != "Tests/ReaderTests/Project/\(ownName)" {
      let lines = file.lines
      for (number, line) in lines.enumerated() where line.contains(unchecked) {
        let above = number > 0 ? lines[number - 1] : ""
        #expect(above.contains("//") || line.contains("//"), "\(file.path):\(number + 1)")
      }
    }
  }

  private let ownName = "SourceTests.swift"
}
