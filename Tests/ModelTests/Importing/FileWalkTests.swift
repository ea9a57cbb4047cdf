import Foundation
import Model
import Testing

@Suite("Files are found and opened safely")
struct FileWalkTests {
  private func names(
    _ paths: [String], below folder: String, followingLinks: Bool = false
  ) -> [String] {
    ArticleReader().files(under: paths, followingLinks: followingLinks).files.map {
      $0.path.replacingOccurrences(of: folder + "/", with: "")
    }
  }

  /// The sentences for all that is not read under `paths`.
  private func failures(_ paths: [String], followingLinks: Bool = false) -> [String] {
    let reader = ArticleReader()
    let found = reader.files(under: paths, followingLinks: followingLinks)
    var sentences = found.failures.map(\.description)
    for file in found.files {
      reader.read(file) { result in
        if case .failure(let failure) = result { sentences.append(failure.description) }
      }
    }
    return sentences
  }

  @Test("Folders are walked in the order of names, hidden ones are left out")
  func order() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.txt", "a/B.txt", "ب.txt", "a.txt", ".hidden", ".git/x", "a/.x"] {
      try folder.write("x", to: name)
    }
    #expect(
      names([folder.path], below: folder.path)
        == ["a/B.txt", "a/z.txt", "a.txt", "b.txt", "ب.txt"])
    #expect(names([folder.path + "/"], below: folder.path).count == 5)
  }

  @Test("Every given path is read, even if two have the same file, and a hidden one if it is named")
  func given() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a.txt")
    try folder.write("x", to: ".hidden.txt")
    let file = folder.path + "/a.txt"
    #expect(
      names([file, folder.path, file, folder.path + "/.hidden.txt"], below: folder.path)
        == ["a.txt", "a.txt", "a.txt", ".hidden.txt"])
    #expect(ArticleReader().files(under: ["-"]).files.map(\.path) == ["-"])
  }

  @Test("Links are passed over; where they are followed, they end where they go round in circles")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a/b/c.txt")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.path + "/a/b/up", withDestinationPath: folder.path)
    try files.createSymbolicLink(atPath: folder.path + "/self", withDestinationPath: "self")
    try files.createSymbolicLink(atPath: folder.path + "/gone", withDestinationPath: "nowhere")
    try files.createSymbolicLink(
      atPath: folder.path + "/linked.txt", withDestinationPath: "a/b/c.txt")
    #expect(names([folder.path], below: folder.path) == ["a/b/c.txt"])
    #expect(failures([folder.path]).isEmpty)
    #expect(names([folder.path + "/linked.txt"], below: folder.path) == ["linked.txt"])
    #expect(
      names([folder.path], below: folder.path, followingLinks: true) == ["a/b/c.txt", "linked.txt"])
    let sentences = failures([folder.path], followingLinks: true)
    #expect(sentences.count == 2)
    #expect(sentences.contains { $0.contains("/self is a symbolic link that leads back") })
    #expect(sentences.contains { $0.contains("/gone does not exist") })
  }

  @Test("Pipes, sockets and devices are refused at once")
  func special() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(
      failures([pipe]) == [
        "\(pipe) is a pipe; redirect it to standard input and use the path `-`."
      ])
    #expect(failures(["/dev/zero"]).first?.contains("is a device") == true)
    // The same where it turns into one after it was found.
    let reader = ArticleReader()
    var sentences: [String] = []
    for path in [pipe, "/dev/zero", folder.path] {
      reader.read(SourceFile(path: path, size: 1, modified: nil)) { result in
        if case .failure(let failure) = result { sentences.append(failure.reason) }
      }
    }
    #expect(sentences.count == 3)
  }

  @Test("A missing file, and one that vanished, are reported")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(failures([folder.path + "/none"]).first?.contains("does not exist") == true)
    try folder.write("x", to: "a.txt")
    let file = try #require(ArticleReader().files(under: [folder.path]).files.first)
    try FileManager.default.removeItem(atPath: file.path)
    var reason = ""
    ArticleReader().read(file) { result in
      if case .failure(let failure) = result { reason = failure.reason }
    }
    #expect(reason.contains("does not exist"))
  }

  @Test("Errors of the system say what to do")
  func refusals() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "locked/a.txt")
    try folder.write("x", to: "b.txt")
    chmod(folder.path + "/locked", 0)
    chmod(folder.path + "/b.txt", 0)
    defer { chmod(folder.path + "/locked", 0o700) }
    // The superuser may read everything.
    let sentences = failures([folder.path])
    #expect(getuid() == 0 ? sentences.isEmpty : sentences.count == 2)
    #expect(sentences.allSatisfy { $0.contains("chmod") })
  }

  @Test("A file whose name is not UTF-8 is read, and its bytes are shown escaped")
  func badName() throws {
    let folder = try TemporaryFolder()
    let name = Array(folder.path.utf8) + [0x2F, 0xFF, 0x2E, 0x74, 0x78, 0x74, 0]
    let file = name.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { fopen($0.baseAddress, "w") }
    }
    #expect(file != nil)
    if let file {
      fputs("Talks\n\nThey went on.\n", file)
      fclose(file)
    }
    let files = ArticleReader().files(under: [folder.path]).files
    var titles: [String] = []
    for file in files { ArticleReader().read(file) { titles.append((try? $0.get().title) ?? "") } }
    #expect(titles == ["Talks"])
    #expect(files.map { FileName.escaped($0.path) } == [folder.path + "/\\xFF.txt"])
    #expect(ImportFailure(path: files[0].path, reason: "x").description.contains("\\xFF.txt"))
    #expect(failures(["/tmp/\u{FFFD}"]).first?.contains("not UTF-8") == true)
  }

  @Test("An article has its origin and the time its file was changed")
  func origin() throws {
    let folder = try TemporaryFolder()
    try folder.write("The talks went on.", to: "a")
    let file = try #require(ArticleReader().files(under: [folder.path]).files.first)
    #expect(file.size == 18)
    ArticleReader().read(file) { result in
      let article = try? result.get()
      #expect(article?.origin == ArticleOrigin(path: folder.path + "/a"))
      #expect(article?.date?.origin == .modified)
      #expect(article?.date?.seconds == file.modified.map { Int64($0.timeIntervalSince1970) })
    }
  }
}
