import Foundation
import Testing

@testable import Model

/// Programs that turn documents into text.
struct ConverterTests {
  private func file(_ text: String) throws -> DocumentFile {
    try DocumentFile(ByteSource(data: Data(text.utf8), path: "a", modified: nil))
  }

  private func shell(_ script: String) -> Converter {
    Converter(program: "/bin/sh", arguments: ["-c", script])
  }

  @Test func `a program reads the document, by descriptor and by path`() throws {
    #expect(try shell("cat; cat /dev/stdin").output(of: file("text")) == Array("texttext".utf8))
  }

  @Test func `a missing program is named with its package`() throws {
    let converter = Converter(program: "no-such-program", arguments: [], package: "some-package")
    let failure = #expect(throws: ConverterFailure.self) { try converter.output(of: file("")) }
    #expect(failure?.reason.contains("apt install some-package") == true)
  }

  @Test func `endless output and endless running end`() throws {
    var endless = shell("yes")
    endless.largestOutput = 1 << 20
    #expect(throws: ConverterFailure.tooLarge(megabytes: 1)) { try endless.output(of: file("")) }
    var slow = shell("sleep 100 & sleep 100")
    slow.longestRun = 0.3
    #expect(throws: ConverterFailure.tooSlow("/bin/sh", seconds: 0)) {
      try slow.output(of: file(""))
    }
  }

  @Test func `a cancelled task ends its program`() async throws {
    let task = Task { () -> ConverterFailure? in
      do {
        _ = try self.shell("sleep 100").output(of: self.file(""))
        return nil
      } catch {
        return error as? ConverterFailure
      }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
  }

  @Test func `a converter of the user's own is chosen by pattern`() throws {
    let converter = UserConverter(match: "*.ps", run: "tr a-z A-Z")
    #expect(converter.matches("/a/b.PS"))
    #expect(!converter.matches("/a/b.pdf"))
    let source = ByteSource(data: Data("text".utf8), path: "b.ps", modified: nil)
    #expect(try converter.converted(source).all(limit: 100) == Array("TEXT".utf8))
    let broken = UserConverter(match: "*.ps", run: "exit 3")
    let failure = #expect(throws: ImportFailure.self) {
      try broken.converted(ByteSource(data: Data(), path: "b.ps", modified: nil))
    }
    #expect(failure?.description.hasPrefix("b.ps was not converted by `exit 3`") == true)
  }
}
