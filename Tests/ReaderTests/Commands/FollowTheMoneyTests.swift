import Foundation
import Testing

@testable import Reader

@Suite("reader entities --format ftm") struct FollowTheMoneyTests {
  private struct Record: Decodable {
    let id: String
    let schema: String
    let properties: [String: [String]]
  }

  @Test("Documents, mentions and entities refer to each other, a line each")
  func records() throws {
    let run = try ProgramRun(["entities", "--format", "ftm", Seeds.folder])
    #expect(run.status == 0)
    let records = try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Record.self, from: Data($0.utf8))
    }
    #expect(Set(records.map(\.id)).count == records.count)
    let schemata = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.schema) })
    #expect(records.count { $0.schema == "Document" } == 2)
    for record in records where record.schema == "Document" {
      #expect(record.properties["fileName"]?.first?.hasSuffix(".txt") == true)
      #expect(record.properties["locationMentioned"]?.contains("Baghdad") == true)
    }
    for mention in records where mention.schema == "Mention" {
      #expect(mention.properties["document"].flatMap { schemata[$0[0]] } == "Document")
      // The schema resolves mentions to people and organizations alone.
      let schema = mention.properties["detectedSchema"]?[0]
      let resolved = mention.properties["resolved"].flatMap { schemata[$0[0]] }
      #expect(resolved == (schema == "Address" ? nil : schema))
      #expect(mention.properties["name"]?.isEmpty == false)
    }
    let kazemi = try #require(
      records.first {
        $0.properties["name"]?.contains("Mustafa Al-Kazemi") == true && $0.schema == "Person"
      })
    #expect(kazemi.properties["name"]?.contains("مصطفى الكاظمي") == true)
    #expect(records.contains { $0.schema == "Address" && $0.properties["full"] == ["Baghdad"] })
  }
}
