import Foundation
import Testing

@testable import Reader

/// The seeds on screens of three sizes, compared row by row with what was looked at and found right.
///
/// With `RECORD_SCREENS=1` in the environment the screens are written to the fixtures instead; look
/// at each before it is committed.
@Suite("The seeds on the screen")
struct ExpectedScreenTests {
  /// A screen to compare.
  struct Screen: Sendable, CustomTestStringConvertible {
    let article: String
    let columns: Int
    let rows: Int
    let keys: [String]
    let step: String
    var testDescription: String { "\(article)-\(step)-\(columns)x\(rows)" }
  }

  static let screens: [Screen] = [(80, 24), (120, 40), (200, 60)].flatMap { columns, rows in
    [
      Screen(article: "english", columns: columns, rows: rows, keys: ["Enter"], step: "open"),
      Screen(article: "arabic", columns: columns, rows: rows, keys: ["j", "Enter"], step: "open"),
      Screen(
        article: "english", columns: columns, rows: rows, keys: ["Enter", "p", "p", "f"],
        step: "hints"),
      Screen(
        article: "arabic", columns: columns, rows: rows, keys: ["j", "l", "l", "j"],
        step: "names"),
    ]
  }

  @Test("Every row is as expected", arguments: screens)
  func screen(_ screen: Screen) throws {
    let folder = try DatedSeeds()
    var driver = try ScreenDriver(
      paths: [folder.url.path], columns: screen.columns, rows: screen.rows)
    for key in screen.keys { driver.press(key) }
    let name = "Fixtures/screens/\(screen.testDescription).txt"
    if ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1" {
      let source = Project.root.appending(path: "Tests/ReaderTests/\(name)")
      try (driver.screen + "\n").write(to: source, atomically: true, encoding: .utf8)
      return
    }
    let fixture = Bundle.module.bundleURL.appending(path: name)
    let expected = try String(contentsOf: fixture, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    let shown = driver.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(shown.count == expected.count)
    for (row, (found, wanted)) in zip(shown, expected).enumerated() {
      #expect(found == wanted, "row \(row)")
    }
  }
}

/// Copies of the seeds whose files are of a known day, as a clone's are not.
final class DatedSeeds {
  /// The folder of the copies; it is removed with this object.
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "seeds-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: URL(filePath: Seeds.folder), to: url)
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_597_752_000)],
        ofItemAtPath: url.appending(path: name).path)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }
}
