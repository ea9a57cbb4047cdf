import Foundation
import Testing

@testable import Model

@Suite("Lists of names are read in every form") struct WatchListReaderTests {
  private func read(_ text: String, as name: String = "list.csv") throws -> WatchList {
    let folder = try TestFolder()
    return try WatchListReader(path: try folder.write(text, to: name)).read()
  }

  @Test("A table has a name column; id, aliases and kind may stand anywhere beside it")
  func table() throws {
    let list = try read(
      "\u{FEFF}Kind,Name,Aliases,born,id\r\n"
        + "person,\"Kazemi, Mustafa\",مصطفى الكاظمي|Mustafa \"\"al-K\"\",1967,Q1\r\n"
        + "\r\n"
        + "Company,\"Harbour\nWorks, Ltd\",,,7\r\n"
        + "Vessel,Dawn of the Gulf,,,8\n"
        + ",Basra,,,\n")
    #expect(list.names.map(\.name) == ["Kazemi, Mustafa", "Harbour Works, Ltd", "Basra"])
    #expect(list.names.map(\.kind) == [.person, .organization, nil])
    #expect(list.names.map(\.id) == ["Q1", "7", nil])
    #expect(list.names[0].names[1...].contains("Mustafa Kazemi"))
    #expect(list.names[0].names.contains("مصطفى الكاظمي"))
    #expect(list.names[1].names == ["Harbour Works, Ltd"])
    #expect(list.passedOver == 1)
  }

  @Test("Semicolons and tabs part the columns where the header has them")
  func separators() throws {
    #expect(try read("id;name\n1;Hela Moyes\n").names.map(\.id) == ["1"])
    #expect(try read("name\tid\nHela Moyes\t1\n", as: "list.tsv").names.map(\.id) == ["1"])
  }

  @Test("FollowTheMoney entities give name, aliases and schema; what has no name is passed over")
  func followTheMoney() throws {
    let list = try read(
      """
      {"id":"Q1","schema":"Person","properties":{"name":["Mustafa Al-Kadhimi"],\
      "weakAlias":["Abu Haider"],"alias":["مصطفى الكاظمي"],"birthDate":["1967"]}}
      {"id":"s-1","schema":"Sanction","properties":{"entity":["Q1"]}}

      {"id":"c","schema":"LegalEntity","properties":{"name":["Harbour Works"]}}
      """, as: "targets.json")
    #expect(list.names.map(\.id) == ["Q1", "c"])
    #expect(list.names[0].names == ["Mustafa Al-Kadhimi", "مصطفى الكاظمي", "Abu Haider"])
    #expect(list.names.map(\.kind) == [.person, nil])
    #expect(list.passedOver == 1)
  }

  @Test("A plain list has a name a line, in either script, and nothing that a terminal would obey")
  func plain() throws {
    let list = try read(
      "Hela Moyes\n\n  مصطفى الكاظمي \r\n\u{1B}[31mEvil\u{202E} Name\n---\n", as: "names")
    #expect(list.names.map(\.name) == ["Hela Moyes", "مصطفى الكاظمي", "Evil Name"])
    let id = try read("id,name\n\"a\u{1B}]0;x\u{7}\u{202E}b\",Hela Moyes\n").names[0].id
    #expect(id == "ab")
  }

  @Test(
    "A mistake names the file and the line",
    arguments: [
      ("id,alias\n1,x\n", "a.csv", "a.csv, line 1, has no column called name"),
      ("id,name\n1,Hela Moyes\n2\n", "a.csv", "a.csv, line 3, has 1 columns"),
      ("id,name\n1,Hela Moyes\n\n2,\"open\n\n", "a.csv", "a.csv, line 4, opens a quote"),
      (
        "{\"id\":\"1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A B\"]}}\n{\"id\":",
        "b.json",
        "b.json, line 2, is no entity of FollowTheMoney"
      ),
      ("[{\"id\":\"1\"}]\n", "d.json", "d.json is JSON, but not an entity a line"),
      ("\n \n", "c.txt", "c.txt has no names to watch for"),
    ])
  func mistakes(text: String, name: String, sentence: String) throws {
    let failure = #expect(throws: ImportFailure.self) { try read(text, as: name) }
    #expect(failure?.description.contains(sentence) == true, "\(failure?.description ?? "")")
  }

  @Test("What is no file or no text is refused in one sentence")
  func refusals() throws {
    let folder = try TestFolder()
    #expect(throws: ImportFailure.self) { try WatchListReader(path: "/nowhere/at/all").read() }
    #expect(throws: ImportFailure.self) { try WatchListReader(path: folder.url.path).read() }
    let binary = try folder.write("\u{7F}ELF\0\0\0\u{1}\0\0", to: "binary")
    #expect(throws: ImportFailure.self) { try WatchListReader(path: binary).read() }
  }

  @Test("Whatever bytes a table has, it is read to its end or refused")
  func anyBytes() throws {
    var random = SystemRandomNumberGenerator()
    let pieces = ["\"", ",", "\r\n", "\n", "a", "\"\"", "name", "\u{202E}", " ", "ب"]
    for _ in 0..<200 {
      let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      var scanner = CSVScanner(Array(text.unicodeScalars))
      var records = 0
      while (try? scanner.next()) != nil, records < 100 { records += 1 }
      #expect(records < 100, "\(text)")
    }
  }
}
