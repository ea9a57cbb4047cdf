import Foundation
import Testing

@testable import Model

@Suite struct PackedIntegerTests {
  @Test(arguments: [0, 1, 0x7F, 0x80, 0x3FFF, 0x4000, 1 << 53, Int.max])
  func integersComeBack(value: Int) throws {
    var writer = PackedWriter()
    writer.write(value)
    var reader = PackedReader(Data(writer.bytes))
    #expect(try reader.readInt() == value)
    #expect(reader.isAtEnd)
    #expect(reader.position == writer.bytes.count)
  }

  @Test(arguments: [0, 1, -1, 63, -64, 64, Int64.max, Int64.min])
  func signedIntegersComeBack(value: Int64) throws {
    var writer = PackedWriter()
    writer.writeSigned(value)
    var reader = PackedReader(writer.bytes[...])
    #expect(try reader.readSigned() == value)
  }

  @Test("A stretch of a longer array is read to its own end")
  func stretches() throws {
    var reader = PackedReader([1, 2, 3, 4][1..<3])
    #expect(try reader.readInt() == 2)
    #expect(reader.rest == [3])
    #expect(try reader.readByte() == 3)
    #expect(reader.isAtEnd && reader.position == 2)
    #expect(throws: PackedReader.Damaged.self) { try reader.readByte() }
  }

  @Test(
    "Damaged bytes throw",
    arguments: [
      [], [0x80], [UInt8](repeating: 0xFF, count: 9) + [2], [UInt8](repeating: 0x80, count: 11),
    ])
  func damage(bytes: [UInt8]) {
    var reader = PackedReader(bytes[...])
    #expect(throws: PackedReader.Damaged.self) { try reader.readSigned() }
  }

  @Test("A count beyond what is left throws")
  func counts() {
    var reader = PackedReader([3, 0x61][...])
    #expect(throws: PackedReader.Damaged.self) { try reader.readString() }
  }

  @Test(arguments: [[], [5], [1, 2, 300, 1 << 40], [-7, 0, 7]])
  func postingsComeBack(articles: [Int64]) throws {
    let data = Data(Postings.packed(articles))
    #expect(try Postings.articles(in: data) == articles)
    #expect(Postings.count(in: data) == articles.count)
  }

  @Test("Postings are lengthened only by later articles")
  func appending() throws {
    let data = Data(Postings.packed([3, 9]))
    let longer = try Postings.adding([10, 400], to: data)
    #expect(try Postings.articles(in: longer) == [3, 9, 10, 400])
    #expect(try Postings.articles(in: Postings.adding([9], to: data)).contains(9))
    #expect(throws: PackedReader.Damaged.self) { try Postings.articles(in: Data([0x80])) }
  }
}
