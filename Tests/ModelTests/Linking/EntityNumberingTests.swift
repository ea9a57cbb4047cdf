import Testing

@testable import Model

@Suite("The numbers of entities")
struct EntityNumberingTests {
  typealias Overlap = EntityNumbering.Overlap

  /// An entity for each name of a person.
  private func sketches(_ names: [String]) throws -> [EntitySketch] {
    let records = names.enumerated().map {
      LocalEntityRecord(
        key: Int64($0), article: Int64($0), kind: .person, names: [NameForm(text: $1)])
    }
    let resolution = try LinkingFixture.resolver.get().resolution(of: records)
    return resolution.clusters.map { EntitySketch(of: [$0]) }
  }

  private static let names = [
    "Angela Merkel", "Mustafa Al-Kazemi", "Hela Moyes", "Gendon Subandono", "Joko Widodo",
    "Olaf Scholz",
  ]

  private func numbers(
    _ sketches: [EntitySketch], _ overlaps: [Overlap] = [], taken: Set<Int64> = []
  ) -> [Int64] {
    EntityNumbering.numbers(for: sketches, overlaps: overlaps) { taken.contains($0) }
  }

  @Test("An entity keeps the number that most of it had, the others get one of their own")
  func kept() throws {
    let sketches = try sketches(Self.names)
    let numbers = numbers(
      sketches,
      [
        Overlap(entity: 0, former: 7, weight: 2), Overlap(entity: 1, former: 7, weight: 5),
        Overlap(entity: 1, former: 8, weight: 3), Overlap(entity: 2, former: 9, weight: 1),
      ])
    #expect(numbers[1] == 7)
    #expect(numbers[2] == 9)
    #expect(numbers[0] == sketches[0].freshID)
    #expect(!numbers.contains(8))
  }

  @Test("An entity that lost its number to a larger part takes the next that it had")
  func second() throws {
    let sketches = try sketches(Array(Self.names.prefix(2)))
    let numbers = numbers(
      sketches,
      [
        Overlap(entity: 0, former: 7, weight: 5), Overlap(entity: 1, former: 7, weight: 4),
        Overlap(entity: 1, former: 8, weight: 1),
      ])
    #expect(numbers == [7, 8])
  }

  @Test(
    "No two entities have one number, and none takes another's",
    arguments: 1...10 as ClosedRange<UInt64>)
  func unique(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let sketches = try sketches(Self.names)
    let overlaps = (0..<12).map { _ in
      Overlap(
        entity: Int.random(in: sketches.indices, using: &random),
        former: Int64.random(in: 1...6, using: &random),
        weight: Int.random(in: 1...3, using: &random))
    }
    let taken = Set(sketches.filter { _ in Bool.random(using: &random) }.map(\.freshID))
    let numbers = numbers(sketches, overlaps, taken: taken)
    #expect(Set(numbers).count == sketches.count)
    #expect(taken.isDisjoint(with: numbers))
    #expect(numbers.allSatisfy { (1..<(1 << 53)).contains($0) })
    #expect(self.numbers(sketches, overlaps.shuffled(using: &random), taken: taken) == numbers)
  }

  @Test(
    "The order of the entities makes no difference to their numbers",
    arguments: [1, 2, 3] as [UInt64])
  func order(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let sketches = try sketches(Self.names)
    // All have to look for another number, since their own are taken.
    let taken = Set(sketches.map(\.freshID))
    let expected = Dictionary(
      uniqueKeysWithValues: zip(sketches.map(\.leastCluster), numbers(sketches, taken: taken)))
    let shuffled = sketches.shuffled(using: &random)
    for (sketch, number) in zip(shuffled, numbers(shuffled, taken: taken)) {
      #expect(expected[sketch.leastCluster] == number)
    }
  }

  @Test("An entity that is made again has its number again")
  func again() throws {
    let all = try sketches(Self.names)
    let few = try sketches(Array(Self.names.suffix(3)))
    let numbers = Dictionary(uniqueKeysWithValues: zip(all.map(\.canonical), numbers(all)))
    for (sketch, number) in zip(few, self.numbers(few)) {
      #expect(numbers[sketch.canonical] == number)
    }
  }
}
