import Foundation
import Model
import Testing

@testable import Reader

@Suite("How far an import is stands in the line at the foot") struct ProgressTests {
  private func progress() -> ImportProgress {
    var progress = ImportProgress()
    (progress.bytesSeen, progress.bytesTotal) = (420, 1000)
    progress.articles = 4200
    return progress
  }

  @Test("Part, articles, rate and time left, as far as they are known; then the names")
  func text() {
    var progress = progress()
    #expect(progress.text == "42%  4200 articles")
    (progress.articlesPerSecond, progress.timeLeft) = (2309.6, .seconds(41.2))
    #expect(progress.text == "42%  4200 articles  2310/s  0:42 left")
    progress.timeLeft = .seconds(3 * 3600 + 62)
    #expect(progress.text == "42%  4200 articles  2310/s  3:01:02 left")
    progress.bytesTotal = 0
    progress.timeLeft = nil
    #expect(progress.text == "4200 articles  2310/s")
    progress.phase = .linking
    #expect(progress.text == "joining the names of 4200 articles")
    progress.percentJoined = 40
    #expect(progress.text == "joining the names of 4200 articles  40%")
  }

  @Test("A library is called empty only once it is known to be")
  func empty() throws {
    let opening = Opening.library("library.sqlite")
    let state = State(
      size: GridSize(rows: 20, columns: 100), opening: opening, nameScript: .latin,
      configuration: Configuration())
    #expect(!Screen.grid(state).text.contains("empty"))
    let driver = try ScreenDriver(
      library: Library.inMemory(), opening: opening, columns: 100, rows: 20)
    #expect(driver.screen.contains("The library is empty."))
  }

  @Test("The screen shows it, and no more once all is read")
  func foot() throws {
    var driver = try ScreenDriver(paths: [Seeds.folder], columns: 120, rows: 40)
    #expect(!driver.foot.contains("articles"))
    driver.deliver(.progress(progress()))
    #expect(driver.foot.contains("42%  4200 articles  ? keys"))
    driver.deliver(.imported(ImportReport()))
    #expect(!driver.foot.contains("articles"))
  }
}
