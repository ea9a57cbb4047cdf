import Foundation
import Testing

@testable import Reader

@Suite("The links of an article on the screen")
struct LinksTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let words = "and agreed to meet again in Basra, where the river meets the sea, in a month."
    let page = """
      <!doctype html><html><head><title>Water talks</title><meta name="author" content="Jane Doe">
      </head><body><article><h1>Water talks</h1>
      <p>Ministers spoke of <a href="https://one.example/dams">its dams</a> \(words)</p>
      <p>They spoke of <a href="https://two.example/">the fields</a> and of
      <a href="https://one.example/dams">all the dams</a> \(words)</p></article></body></html>
      """
    try folder.write(Data(page.utf8), to: "water.html")
    try folder.write(Data("No links\n\nA text without any.\n".utf8), to: "z.txt")
  }

  @Test("L lists the links by their numbers, and a number with Enter follows one")
  func links() throws {
    var driver = try ScreenDriver(paths: [folder.url.path], columns: 80, rows: 24)
    #expect(driver.screen.contains("Jane Doe"))
    driver.press("L")
    #expect(driver.screen.hasPrefix(" Links 1/2"))
    #expect(driver.screen.contains("1  its dams  https://one.example/dams"))
    #expect(driver.screen.contains("2  the fields  https://two.example/"))
    driver.press("j", "y")
    #expect(driver.handedOut == [.copy("https://two.example/")])
    driver.press("Enter")
    #expect(driver.handedOut.last == .run(.browser(url: "https://two.example/", program: "")))
    driver.press("q", "1", "Enter")
    #expect(driver.handedOut.last == .run(.browser(url: "https://one.example/dams", program: "")))
    driver.press(":")
    driver.type("open 3")
    driver.press("Enter")
    #expect(driver.foot.contains("There is no link 3; the article has 2 links"))
    driver.press("J", "L")
    #expect(driver.foot.contains("The article has no links"))
  }
}
