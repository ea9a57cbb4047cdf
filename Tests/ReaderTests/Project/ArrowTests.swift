import Foundation
import Testing

@Suite("Rooms know what is below them and nothing else") struct ArrowTests {
  @Test("No room of Model names a type that it may not know")
  func arrowsInsideModel() throws {
    for forbidden in try house(of: "Model").forbiddenNames {
      Issue.record("Sources/\(forbidden)")
    }
  }

  @Test("No room of Reader names a type that it may not know")
  func arrowsInsideReader() throws {
    for forbidden in try house(of: "Reader").forbiddenNames {
      Issue.record("Sources/\(forbidden)")
    }
  }

  @Test(
    "Every source lies in a room, but for the program's first file", arguments: ["Model", "Reader"])
  func everySourceHasARoom(module: String) throws {
    let rooms = try rooms(of: module)
    for (path, _) in try sources(of: module) where path != "Reader/ReaderCommand.swift" {
      #expect(rooms.contains { path.hasPrefix($0.path + "/") }, "Sources/\(path) lies in no room")
    }
  }

  @Test("No two types of the project have one name")
  func typeNamesAreUnique() throws {
    let modules = ["Model", "Reader"]
    let house = House(
      rooms: modules.map { Room($0) }, files: try modules.flatMap(sources(of:)))
    for (name, files) in house.repeatedTypes {
      Issue.record("\(name) is declared in \(files.joined(separator: " and "))")
    }
  }

  /// The most files of 20 lines or less: their content belongs into the file of its concept.
  private static let mostCrumbs = 12

  @Test("Few files are so short that they belong into another")
  func shortFilesAreFew() throws {
    let crumbs = try Project.files(under: "Sources", suffix: ".swift")
      .filter { $0.lines.count <= 21 }.map(\.path)
    #expect(
      crumbs.count <= Self.mostCrumbs,
      "\(crumbs.count) files have 20 lines or less:\n\(crumbs.joined(separator: "\n"))")
  }

  // MARK: - The checker itself

  private static let upstairs = Room("upstairs", knows: ["cellar"])
  private static let cellar = Room("cellar")

  private static func forbidden(_ cellarText: String, _ upstairsText: String) -> [String] {
    House(
      rooms: [upstairs, cellar],
      files: [("cellar/Pump.swift", cellarText), ("upstairs/Bath.swift", upstairsText)]
    ).forbiddenNames.map(\.description).sorted()
  }

  @Test("A room that names a type of a room above it is found, the other way round is not")
  func arrowsAreChecked() {
    #expect(
      Self.forbidden("struct Pump { var bath: Bath? }", "struct Bath { var pump = Pump() }")
        == ["cellar/Pump.swift names Bath, a type of upstairs"])
    #expect(Self.forbidden("struct Pump {}", "final class Bath { let pump = Pump() }").isEmpty)
  }

  @Test("Comments and strings name nothing, interpolated code does")
  func onlyCodeCounts() {
    let bath = "enum Bath { static let name = 1 }"
    let silent = [
      "/// As ``Bath`` needs it.\nstruct Pump {}",
      "/* Bath /* Bath */ Bath */ struct Pump {}",
      "struct Pump { let text = \"Bath \\\" Bath\" }",
      "struct Pump { let text = \"\"\"\n  Bath \"Bath\" Bath\n  \"\"\" }",
      "struct Pump { let text = #\"Bath \"Bath\" \\(Bath.name)\"# }",
    ]
    for text in silent { #expect(Self.forbidden(text, bath).isEmpty, "\(text)") }
    let speaking = [
      "struct Pump { let text = \"a \\(Bath.name) b\" }",
      "struct Pump { let text = #\"a \\#(Bath.name) b\"# }",
      "struct Pump { let text = \"a \\(\"b\") c\"; let bath: Bath }",
    ]
    for text in speaking { #expect(Self.forbidden(text, bath).count == 1, "\(text)") }
  }

  @Test("A room's own nested type is not another room's type of the same name")
  func nestedTypesAreTheRoomsOwn() {
    #expect(
      Self.forbidden("struct Pump { struct Part {}; var part: Part }", "struct Part {}").isEmpty)
  }

  @Test("One type of a room can be allowed")
  func singleTypesAreAllowed() {
    let attic = Room("attic", knows: ["cellar.Pump"])
    let forbidden = House(
      rooms: [attic, Self.cellar],
      files: [
        ("cellar/Pump.swift", "struct Pump {}\nstruct Boiler {}"),
        ("attic/Tank.swift", "struct Tank { var pump: Pump; var boiler: Boiler }"),
      ]
    ).forbiddenNames
    #expect(forbidden.map(\.name) == ["Boiler"])
  }

  @Test("Two types of one name are found, a nested one with the name of another is none")
  func repeatedTypesAreFound() {
    let files = [
      ("cellar/Pump.swift", "struct Pump {}"), ("upstairs/Pump.swift", "enum Pump {}"),
      ("cellar/Bath.swift", "class Bath { class func fill() {}; struct Tap {} }"),
      ("upstairs/Tap.swift", "protocol Tap {}"),
    ]
    let house = House(rooms: [Self.upstairs, Self.cellar], files: files)
    #expect(house.repeatedTypes == ["Pump": ["cellar/Pump.swift", "upstairs/Pump.swift"]])
  }

  // MARK: - The project's rooms

  private func house(of module: String) throws -> House {
    House(rooms: try rooms(of: module), files: try sources(of: module))
  }

  private func rooms(of module: String) throws -> [Room] {
    guard module == "Reader" else { return Room.model }
    let panes = Project.root.appending(path: "Sources/Reader/Panes")
    let names = try FileManager.default.contentsOfDirectory(atPath: panes.path)
    return Room.reader(panes: names.filter { !$0.hasSuffix(".swift") })
  }

  private func sources(of module: String) throws -> [(path: String, text: String)] {
    try Project.files(under: "Sources/\(module)", suffix: ".swift").map {
      (String($0.path.dropFirst("Sources/".count)), $0.text)
    }
  }
}
