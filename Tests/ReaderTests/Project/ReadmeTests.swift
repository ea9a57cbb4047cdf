import Testing

@testable import Reader

@Suite("The README describes the program")
struct ReadmeTests {
  @Test("Its list of keys is the command table's (`reader manual --keys` prints it)")
  func keys() throws {
    #expect(try Project.file("README.md").text.contains(CommandTable.markdown))
  }
}
