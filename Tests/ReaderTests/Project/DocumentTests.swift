import Foundation
import Testing

@Suite("The documents are true of the project") struct DocumentTests {
  @Test("Every make target that a document names exists")
  func targetsExist() throws {
    let targets = Set(
      try Project.file("Makefile").text.matches(of: /(?m)^([a-z-]+):/).map { $0.output.1 })
    for document in try documents() {
      for use in document.text.matches(of: /`make ([a-z-]+)/) {
        #expect(targets.contains(use.output.1), "\(document.path) names make \(use.output.1)")
      }
    }
  }

  @Test("Every link to a file of the project leads to one")
  func linksLeadSomewhere() throws {
    for document in try documents() {
      let folder = Project.root.appending(path: document.path).deletingLastPathComponent()
      for link in document.text.matches(of: /\]\(([^):#]+)(#[^)]*)?\)/) {
        let target = folder.appending(path: String(link.output.1)).path
        #expect(
          FileManager.default.fileExists(atPath: target),
          "\(document.path) links to \(link.output.1)")
      }
    }
  }

  @Test("The resources' README names every table and model")
  func resourcesAreNamed() throws {
    let readme = try Project.file("Sources/Model/Resources/README.md").text
    let folder = Project.root.appending(path: "Sources/Model/Resources").path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name != "README.md" {
      #expect(readme.contains(name), "Sources/Model/Resources/README.md does not name \(name)")
    }
  }

  @Test("The seeds are as they were published")
  func seedsAreUnchanged() throws {
    let sums = """
      77cf4d53bf742a64241fd52f87dd20e60218b7d88dffb0142a83dd5d18f1c1bd  seeds/000_3aa98af2db902616.txt
      663abd4d50f0d2f220cbda0f1225c0b1e209ce9308a5ba12e5c840a9032e2db5  seeds/004_09cea5a0bb106c21.txt
      """
    let check = Process()
    check.executableURL = URL(filePath: "/usr/bin/env")
    check.arguments = ["sha256sum", "--check", "--quiet", "-"]
    check.currentDirectoryURL = Project.root
    let input = Pipe()
    check.standardInput = input
    try check.run()
    try input.fileHandleForWriting.write(contentsOf: Data((sums + "\n").utf8))
    try input.fileHandleForWriting.close()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  private func documents() throws -> [Project.File] {
    let names = try FileManager.default.contentsOfDirectory(atPath: Project.root.path)
    let docs = FileManager.default.fileExists(atPath: Project.root.appending(path: "docs").path)
    return try names.filter { $0.hasSuffix(".md") }.sorted().map(Project.file)
      + (docs ? Project.files(under: "docs", suffix: ".md") : [])
  }
}
