import Foundation
import Testing

@testable import Model

/// The kinds of damage come from public reports on pypdf (1296), pdfminer.six (850), pdf.js (11752),
/// contao (8389) and jakartablogs.ee (121).
@Suite("Texts that were damaged on their way are mended where all of them then makes sense")
struct MendingTests {
  private func encoded(_ text: String, as table: [Unicode.Scalar]) -> String {
    String(
      String.UnicodeScalarView(
        text.utf8.map { table[Int($0)] == .replacement ? Unicode.Scalar($0) : table[Int($0)] }))
  }

  @Test(
    "UTF-8 that was read as Windows-1252 or 1256 and encoded again",
    arguments: [
      "فاز الفريق بالكأس مرة ثانية", "The coach said “we’re proud”—and left", "Le café coûte 3 €",
      "Тренер доволен", "صفقة 🎉 كبيرة",
    ])
  func doubleEncoding(text: String) throws {
    let western = try imported(encoded(text, as: SingleByteTables.windows1252))
    #expect(western.paragraphs(.body) == [text])
    #expect(western.repairs == .utf8ReadAsWestern)
    let arabic = try imported(encoded(text, as: SingleByteTables.windows1256))
    #expect(arabic.paragraphs(.body) == [text])
    #expect(arabic.repairs == .utf8ReadAsArabic)
  }

  @Test("Bytes that were lost with it are guessed, and words lead back to their damaged letters")
  func lost() throws {
    let damaged = encoded("قال: “في الملف صفقة”", as: SingleByteTables.windows1252)
      .unicodeScalars.filter { !(0x80...0x9F).contains($0.value) }
    let article = try imported(String(String.UnicodeScalarView(damaged)))
    #expect(article.paragraphs(.body) == ["قال: “في الملف صفقة”"])
    let range = try #require(find("الملف", in: article.text))
    let original = Array(damaged)[article.offsets.original(range).range]
    #expect(
      String(String.UnicodeScalarView(original)).hasPrefix(
        encoded("المل", as: SingleByteTables.windows1252)))
  }

  @Test("Windows-1256 that was read as Latin-1")
  func arabicAsLatin() throws {
    let article = try imported("ÝÇÒ ÇáÝÑíÞ ÈÇáßÃÓ ãÑÉ ËÇäíÉ")
    #expect(article.paragraphs(.body) == ["فاز الفريق بالكأس مرة ثانية"])
    #expect(article.repairs == .arabicReadAsWestern)
    #expect(article.language == .arabic)
  }

  @Test(
    "Accents, capitals and quotation marks that are right stay",
    arguments: [
      "Le café “Ñandú” coûte 3 €", "MANHÃ DE SOL", "CAFÉ” – “À LA CARTE”", "São Paulo, Ü–Bahn",
      "ط و ظ حرفان", "Å, Ä och Ö",
    ])
  func right(text: String) throws {
    let article = try imported(text)
    #expect(article.paragraphs(.body) == [text])
    #expect(article.repairs.isEmpty)
  }

  @Test("Lines in visual order are turned; Latin words and numbers keep theirs")
  func visualOrder() throws {
    let text = """
      سأكلا ةلوطبب قيرفلا زاف

      (2020 ماع) Real Madrid ىلع 3-1 ةجيتنب ةمصاعلا يف سأكلا ىلإ قيرفلا لصو
      """
    let article = try imported(text)
    #expect(article.title == "فاز الفريق ببطولة الكأس")
    #expect(
      article.paragraphs(.body)
        == ["وصل الفريق إلى الكأس في العاصمة بنتيجة 3-1 على Real Madrid (عام 2020)"])
    #expect(article.repairs == .visualOrder)
    let range = try #require(find("العاصمة", in: article.text))
    let original = Array(text.unicodeScalars)[article.offsets.original(range).range]
    #expect(String(String.UnicodeScalarView(original)) == "ةمصاعلا")
  }

  @Test("Lam and alef that changed places change back, where no lam-alef is left")
  func lamAlef() throws {
    let damaged = "في األسبوع األول زار بالل مركز اإلعالم، وقال خالد طالل إن العالقات جيدة."
    let article = try imported(damaged)
    #expect(
      article.paragraphs(.body)
        == ["في الأسبوع الأول زار بلال مركز الإعلام، وقال خالد طلال إن العلاقات جيدة."])
    #expect(article.repairs == .lamAlef)
    let right = "قال بلال إن الأمر سهل، ولا بأس في األرض واإلعالم."
    #expect(try imported(right).paragraphs(.body) == [right])
  }

  @Test("What was mended is kept in a library")
  func stored() throws {
    let article = try imported("x\u{200E}a\u{AD}b caf&eacute;", path: "a.txt")
    var mended = article
    mended.repairs = [.visualOrder, .lamAlef]
    let structure = try ArticleStructure(
      Data(ArticleStructure(mended).packed()), count: article.text.count)
    #expect(structure.repairs == mended.repairs)
    #expect(structure.controls == article.controls)
    #expect(structure.offsets == article.offsets)
  }
}
