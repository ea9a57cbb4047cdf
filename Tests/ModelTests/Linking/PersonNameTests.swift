import Testing

@testable import Model

@Suite("People's names taken apart")
struct PersonNameTests {
  private static let titles = Result {
    try SortedTable(contentsOf: ResourceFolder.file("titles.tsv"))
  }

  private func name(_ text: String) throws -> PersonName? {
    PersonName(text, script: Script(of: text), titles: try Self.titles.get())
  }

  private func words(_ text: String) throws -> [String]? { try name(text)?.words }

  private func areCompatible(_ left: String, _ right: String) throws -> Bool {
    let (x, y) = (try #require(try name(left)), try #require(try name(right)))
    return x.isCompatible(with: y)
  }

  private static let names = [
    "Mustafa Al-Kazemi", "Mustafa al-Kadhimi", "Ali Al-Kazemi", "George W. Bush", "George Bush",
    "George H. W. Bush", "G. Bush", "Donald Trump", "Donald Trump Jr.", "Merkel", "Angela Merkel",
    "Mohammed bin Salman", "Mohamed Salman", "Abdul Rahman al-Rashed", "Abdulrahman al-Rashed",
    "مصطفى الكاظمي", "علي الكاظمي", "محمد بن سلمان", "عبد الرحمن الراشد", "عبدالرحمن الراشد",
    "أبو بكر البغدادي", "ابو بكر البغدادي", "هشام الهاشمي", "Иван Петров", "中文",
  ]

  @Test("A full name may be its own, and what may be one person's is so both ways")
  func laws() throws {
    let parsed = try Self.names.compactMap { try name($0) }
    #expect(parsed.count == Self.names.count)
    for name in parsed {
      #expect(name.isCompatible(with: name) == !name.isLone)
      for other in parsed {
        #expect(name.isCompatible(with: other) == other.isCompatible(with: name))
        if name.script != other.script { #expect(!name.isCompatible(with: other)) }
      }
    }
  }

  @Test(
    "Spellings, initials and middle names that one person may have",
    arguments: [
      ("Mustafa Al-Kazemi", "Mustafa al-Kadhimi"), ("George W. Bush", "George Bush"),
      ("G. Bush", "George Bush"), ("George H. W. Bush", "George H.W. Bush"),
      ("John Fitzgerald Kennedy", "John F. Kennedy"), ("President Donald Trump", "Donald Trump"),
      ("Mohammed bin Salman", "Mohamed Salman"), ("Abdul Rahman al-Rashed", "Abdulrahman Rashed"),
      ("عبد الرحمن الراشد", "عبدالرحمن الراشد"), ("أبو بكر البغدادي", "ابو بكر البغدادي"),
      ("أحمد حمزة", "احمد حمزه"),
    ])
  func compatible(left: String, right: String) throws {
    #expect(try areCompatible(left, right))
  }

  @Test(
    "What tells two people apart",
    arguments: [
      ("George H. W. Bush", "George W. Bush"), ("Donald Trump", "Donald Trump Jr."),
      ("Mustafa Al-Kazemi", "Ali Al-Kazemi"), ("John Adams", "John Quincy"), ("Merkel", "Merkel"),
      ("Henry Tudor II", "Henry Tudor III"), ("علي الكاظمي", "مصطفى الكاظمي"),
      ("حسن نصر", "حسين نصر"), ("J. Bush", "George Bush"),
    ])
  func incompatible(left: String, right: String) throws {
    #expect(try !areCompatible(left, right))
  }

  @Test("Titles and particles are left out, but for a name that is nothing else")
  func leftOut() throws {
    #expect(try words("President Barham Salih") == ["barham", "salih"])
    #expect(try words("الرئيس برهم صالح") == ["برهم", "صالح"])
    #expect(try words("Osama bin Laden") == ["osama", "laden"])
    #expect(try words("محمد بن سلمان") == ["محمد", "سلمان"])
    #expect(try words("President") == ["president"])
    #expect(try words("Van der") != nil)
    #expect(try words("...") == nil)
  }

  @Test("Abd and Abu are one word with what follows, however they are written")
  func joined() throws {
    #expect(try words("Abdul-Rahman al-Rashed") == words("Abdulrahman Rashed"))
    #expect(try areCompatible("Abdul-Rahman al-Rashed", "Abdurrahman Rashed"))
    #expect(try words("Abd el-Fattah el-Sisi")?.count == 2)
    #expect(try words("عبد الفتاح السيسي") == words("عبدالفتاح السيسي"))
    #expect(try words("أبو مازن")?.count == 1)
    #expect(try words("Abu Omar al-Baghdadi")?.count == 2)
    #expect(try name("أبا مازن") == name("أبو مازن"))
  }

  @Test("What comes after a full name is told from its words")
  func suffixes() throws {
    #expect(try name("Donald Trump Jr.")?.suffix == "jr")
    #expect(try name("Donald Trump Jr.")?.last == "trump")
    #expect(try name("Robert Senior")?.suffix == nil)
    #expect(try name("Merkel")?.isLone == true)
    #expect(try name("President Merkel")?.isLone == true)
  }
}
