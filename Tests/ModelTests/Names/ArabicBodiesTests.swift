import Testing

@testable import Model

@Suite("How far the names of Arabic bodies reach")
struct ArabicBodiesTests {
  @Test(
    "A body's name goes on to its country's adjective and to what it is for, and ends there",
    arguments: [
      ("وقالت المنظمة الدولية للهجرة إن الطريق مقطوع.", "المنظمة الدولية للهجرة"),
      ("ورفع البنك المركزي المصري أسعار الفائدة.", "البنك المركزي المصري"),
      ("وأعلن الحزب الشيوعي الصيني القرار.", "الحزب الشيوعي الصيني"),
      ("وقال عضو في حزب الأصالة والمعاصرة للصحفيين.", "حزب الأصالة والمعاصرة"),
      (
        "وتقدمت الجمعية المغربية لحماية المال العام بشكوى.",
        "الجمعية المغربية لحماية المال العام"
      ),
      (
        "وذكرت الهيئة الوطنية لتقييم وتطبيق التكنولوجيا في بيان.",
        "الهيئة الوطنية لتقييم وتطبيق التكنولوجيا"
      ),
      ("وقال متحدث باسم الهلال الأحمر الليبي يوم الثلاثاء.", "الهلال الأحمر الليبي"),
    ])
  func reach(text: String, expected: String) throws {
    let found = try TaggerFixture.names([text], language: .arabic)
    #expect(found.contains("org \(expected)"))
  }

  @Test(
    "What only happens to follow a body is no part of it, and not every body has a name",
    arguments: [
      "وعقدت اللجنة اجتماعا للمرة الأولى.", "وقال المجلس الجديد إنه سيجتمع.",
      "وعملت الشركة الجديدة لمدة عام.",
    ])
  func nothing(text: String) throws {
    #expect(try TaggerFixture.names([text], language: .arabic).filter { $0.hasPrefix("org") } == [])
  }

  @Test("A person's name behind a body, or behind the noun for who belongs to it, is its own")
  func people() throws {
    let body = "ووصف رئيس اتحاد المطارات الألمانية رالف بايزل الإضراب بأنه غير متناسب."
    let found = try TaggerFixture.names([body], language: .arabic)
    #expect(found.contains("org اتحاد المطارات الألمانية") && found.contains("per رالف بايزل"))
    let followers = "وخرج أنصار عثمان سونكو إلى الشوارع، وقال عثمان سونكو إنه فاز."
    #expect(
      try TaggerFixture.names([followers], language: .arabic)
        == ["per عثمان سونكو", "per عثمان سونكو"])
  }
}
