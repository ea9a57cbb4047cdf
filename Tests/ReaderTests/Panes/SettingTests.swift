import Foundation
import Model
import Testing

@testable import Reader

@Suite("How text is set can be switched while reading")
struct SettingTests {
  private func open(_ text: String) throws -> (ScreenDriver, TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(Data(text.utf8), to: "article.txt")
    var driver = try ScreenDriver(paths: [folder.url.path], columns: 80, rows: 12)
    driver.press("Enter")
    return (driver, folder)
  }

  @Test("Vowel signs go and come back")
  func tashkeel() throws {
    var (driver, _) = try open("كِتَابٌ جَدِيدٌ فِي المَكْتَبَةِ.\n")
    let shown = driver.screen
    driver.press("t")
    #expect(!driver.screen.unicodeScalars.contains { (0x64B...0x652).contains($0.value) })
    driver.press("t")
    #expect(
      driver.screen.split(separator: "\n").dropLast() == shown.split(separator: "\n").dropLast())
  }

  @Test("Digits go round: as written, Latin, Arabic")
  func digits() throws {
    var (driver, _) = try open("قال إن 25 شخصا و٣٠ سيارة وصلت اليوم.\n")
    #expect(driver.screen.contains("25") && driver.screen.contains("٣٠"))
    driver.press("d")
    #expect(driver.screen.contains("25") && driver.screen.contains("30"))
    driver.press("d")
    #expect(driver.screen.contains("٢٥") && driver.screen.contains("٣٠"))
  }

  @Test("A forced direction moves the text to the other side; copying stays logical")
  func direction() throws {
    var (driver, _) = try open("Talks in Baghdad went on.\n")
    #expect(driver.screen.contains("│ Talks in Baghdad"))
    driver.press("D")
    #expect(driver.state.reading?.layout.setting.direction == .rightToLeft)
    #expect(!driver.screen.contains("│ Talks in Baghdad"))
    driver.press("w", "y")
    #expect(driver.handedOut.contains(.copy("Baghdad")))
    driver.press(":")
    driver.type("direction auto")
    driver.press("Enter")
    #expect(driver.screen.contains("│ Talks in Baghdad"))
  }

  @Test("Another terminal decides whether vowel signs are shown, until the reader does")
  func otherTerminal() throws {
    var (driver, _) = try open("كِتَابٌ جَدِيدٌ فِي المَكْتَبَةِ.\n")
    let isShown = { (driver: ScreenDriver) in
      driver.screen.unicodeScalars.contains { (0x64B...0x652).contains($0.value) }
    }
    driver.deliver(.terminal(drawsTashkeel: false))
    #expect(!isShown(driver))
    driver.deliver(.terminal(drawsTashkeel: true))
    #expect(isShown(driver))
    driver.press("t")
    driver.deliver(.terminal(drawsTashkeel: true))
    #expect(!isShown(driver))
  }
}
