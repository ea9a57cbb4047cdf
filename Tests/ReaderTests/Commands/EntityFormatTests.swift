import Foundation
import FoundationXML
import Model
import Testing

@testable import Reader

/// No name can harm programs that read the output of `reader entities`.
@Suite("The tables and graphs of reader entities")
struct EntityFormatTests {
  private static let hostile = [
    "a,b\"c\"\r\nd", "</data></node><node id=\"x\">&amp;", "]]>", "=HYPERLINK(\"http://x\")",
    "\u{1B}]0;title\u{7}\u{202E}evil", "+1\t2", "@x", "-y", "\u{FFFE}\u{0}", "'\"<>&",
    "عربي، \"اسم\"",
  ]

  /// A report of one article that names every hostile name once, and one that names the first two.
  private func report() -> EntityReport {
    var report = EntityReport()
    for (index, names) in [Self.hostile, Array(Self.hostile.prefix(2))].enumerated() {
      var content = ArticleContent(
        summary: ArticleSummary(
          id: ArticleID(rawValue: Int64(index)), title: "", language: .english,
          origin: ArticleOrigin(path: "a")),
        article: Article(
          origin: ArticleOrigin(path: "a"), text: ScalarText("name"), paragraphs: [], title: "",
          language: .english))
      for (number, name) in names.enumerated() {
        let id = EntityID(rawValue: Int64(number + 1))
        content.mentions.append(
          LinkedMention(
            mention: Mention(range: TextRange(0, 4), kind: .person, confidence: 0.5), entity: id))
        content.entities.append(
          ArticleEntity(
            entity: Entity(
              id: id, kind: .person,
              names: [NameForm(text: name), NameForm(text: name + "2", count: 0)]),
            count: 1, firstMention: number))
      }
      report.add(content, from: [content.article.origin])
    }
    return report
  }

  /// Reads a table as RFC 4180 says.
  private func parse(_ csv: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(csv.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        field.unicodeScalars.append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        records.append(record + [field])
        record = []
        field = ""
      default: field.unicodeScalars.append(scalar)
      }
    }
    #expect(!isQuoted && field.isEmpty && record.isEmpty)
    return records
  }

  @Test("CSV is a header and a record for each entity, whatever is in the names")
  func csv() throws {
    let csv = report().table.text()
    let records = parse(csv)
    #expect(records.first == EntityReport.columns)
    #expect(records.count == Self.hostile.count + 1)
    for (record, name) in zip(records.dropFirst(), Self.hostile) {
      #expect(record.count == EntityReport.columns.count)
      let shown = ("=+-@".contains(name.prefix(1)) ? "'" : "") + name.displayable
      #expect(record[2] == shown)
      #expect(record[4] == shown + "2")
    }
    #expect(records[1][5...] == ["2", "2", "0.5"])
    #expect(!csv.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\0" })
  }

  /// Collects the contents of a GraphML document.
  private final class Graph: NSObject, XMLParserDelegate {
    var nodes: [[String: String]] = []
    var edges: [(String, String, String)] = []
    private var ends = ("", "")
    private var key = ""
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      switch element {
      case "node": nodes.append(["id": attributes["id"] ?? ""])
      case "edge": ends = (attributes["source"] ?? "", attributes["target"] ?? "")
      case "data":
        key = attributes["key"] ?? ""
        text = ""
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      text += string
    }

    func parser(
      _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      guard element == "data" else { return }
      if key == "weight" {
        edges.append((ends.0, ends.1, text))
      } else {
        nodes[nodes.count - 1][key] = text
      }
    }
  }

  @Test("GraphML parses, and its names are correct, whatever is in them")
  func graphML() throws {
    let parser = XMLParser(data: Data(report().graphML.utf8))
    let graph = Graph()
    parser.delegate = graph
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(graph.nodes.map { $0["name"] } == Self.hostile.map(\.displayable))
    #expect(graph.nodes.allSatisfy { $0["kind"] == "person" && $0["confidence"] == "0.5" })
    #expect(graph.nodes.map { $0["mentions"] }.prefix(3) == ["2", "2", "1"])
    #expect(graph.edges.count == Self.hostile.count * (Self.hostile.count - 1) / 2)
    let first = try #require(graph.edges.first)
    #expect(first == ("n1", "n2", "2"))
    let ids = Set(graph.nodes.compactMap { $0["id"] })
    #expect(graph.edges.allSatisfy { ids.contains($0.0) && ids.contains($0.1) })
  }

  @Test("As text every entity is one line, and nothing of it is a command to the terminal")
  func text() {
    let text = report().text
    #expect(text.split(separator: "\n").count == Self.hostile.count + 1)
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    #expect(text.contains("  2\t2 articles\t50%\t"))
  }

  @Test("The program prints each format of the seeds, with aliases, counts and confidence")
  func program() throws {
    let csv = parse(try ProgramRun(["entities", "--format", "csv", Seeds.folder]).output)
    let kazemi = try #require(csv.first { $0[2] == "Mustafa Al-Kazemi" })
    #expect(
      kazemi[1] == "person" && kazemi[3] == "مصطفى الكاظمي" && kazemi[4].contains("Al-Kazemi"))
    #expect(try #require(Double(kazemi[7])) > 0.5)
    let graph = try ProgramRun(["entities", "--format", "graphml", Seeds.folder])
    #expect(graph.status == 0)
    #expect(XMLParser(data: Data(graph.output.utf8)).parse())
    let text = try ProgramRun(["entities", Seeds.folder]).output
    #expect(text.contains("Mustafa Al-Kazemi = مصطفى الكاظمي ("))
    #expect(try ProgramRun(["entities", "--format", "yaml", Seeds.folder]).status == 2)
  }
}
