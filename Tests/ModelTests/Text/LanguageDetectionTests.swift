import Testing

@testable import Model

@Suite("The language of a text is detected by script and function words")
struct LanguageDetectionTests {
  private func language(_ text: String) -> Language {
    Language(of: [Array(text.unicodeScalars)[...]])
  }

  @Test(
    "Arabic",
    arguments: [
      "غادر رئيس مجلس الوزراء العراقي بغداد متوجها الى واشنطن، وقال إن الزيارة مهمة.",
      "استضاف البرنامج الفيلم الطويل Demain Dès l'Aube في العاصمة.", "بغداد",
      "المدیر العام للأمن العمومي یتفقد الوحدات في المنستیر من أجل العمل",
      "قَالَ ٱلرَّجُلُ إِنَّهُ ذَهَبَ",
    ])
  func arabic(text: String) {
    #expect(language(text) == .arabic)
  }

  @Test(
    "English",
    arguments: [
      "The talks in Baghdad went on, said the prime minister.",
      "Al-Kazemi (الكاظمي) left for the United States on Tuesday.",
      "Germany's new warship postponed yet again by the ministry in Berlin",
    ])
  func english(text: String) {
    #expect(language(text) == .english)
  }

  @Test(
    "Other languages, and texts that are too short",
    arguments: [
      "رئیس جمهوری ایران گفت که این سفر برای دو کشور مهم است و از آن استقبال کرد.",
      "وزیر اعظم نے کہا ہے کہ پاکستان میں انتخابات وقت پر ہوں گے۔",
      "سەرۆکی هەرێمی کوردستان گوتی کە دانوستانەکان بەردەوامن",
      "Le président de la République a dit que les négociations sont dans une impasse.",
      "Der Präsident hat gesagt, dass die Gespräche in Berlin nicht beendet sind.",
      "El presidente dijo que las negociaciones en la ciudad no han terminado.",
      "Президент сказал, что переговоры продолжаются.", "Hello", "12 345", "",
      "总统说会谈将继续进行。",
    ])
  func others(text: String) {
    #expect(language(text) == .undetermined)
  }
}
