import Testing

@testable import Model

@Suite("The generated tables say what the Unicode files say")
struct TableTests {
  /// Calls `body` with every scalar that a file of derived properties lists, and its value.
  private func forEach(_ name: String, _ body: (Unicode.Scalar, String) -> Void) throws {
    try UnicodeFile("extracted/\(name)").forEachLine { line in
      let fields = UnicodeFile.fields(line, separator: UnicodeFile.semicolon)
      let ends = String(decoding: fields[0], as: UTF8.self).split(separator: ".")
        .compactMap { UInt32($0, radix: 16) }
      guard let first = ends.first, let last = ends.last else { return }
      let value = String(decoding: fields[1], as: UTF8.self)
      for scalar in (first...last).compactMap(Unicode.Scalar.init)
      where !Self.changed.contains(where: { $0.contains(scalar.value) }) {
        body(scalar, value)
      }
    }
  }

  /// Characters whose properties Unicode 16.0 changed; the tables are of 17.0, and the installed files
  /// may be of 15.0.
  private static let changed: [ClosedRange<UInt32>] = [
    0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1171E...0x1171E, 0x1D300...0x1D356,
    0x1D360...0x1D376, 0x1D6C1...0x1D6C1, 0x1D6FB...0x1D6FB, 0x1D735...0x1D735,
    0x1D76F...0x1D76F, 0x1D7A9...0x1D7A9,
  ]

  @Test("Bidirectional classes")
  func bidiClasses() throws {
    var wrong: [Unicode.Scalar] = []
    var count = 0
    try forEach("DerivedBidiClass.txt") { scalar, value in
      count += 1
      if "\(BidiClass(scalar))" != value { wrong.append(scalar) }
    }
    #expect(count > 200_000)
    #expect(wrong.isEmpty)
  }

  @Test("Joining types")
  func joining() throws {
    let names: [String: CellProperty.Joining] = [
      "R": .right, "D": .dual, "L": .left, "C": .causing, "T": .transparent, "U": .none,
    ]
    let table = CellProperty.Table()
    var wrong: [Unicode.Scalar] = []
    try forEach("DerivedJoiningType.txt") { scalar, value in
      if table[scalar].joining != names[value] { wrong.append(scalar) }
    }
    #expect(table["\u{628}"].joining == .dual)
    #expect(wrong.isEmpty)
  }

  @Test("Wide characters")
  func width() throws {
    let table = CellProperty.Table()
    var wrong: [Unicode.Scalar] = []
    try forEach("DerivedEastAsianWidth.txt") { scalar, value in
      if (table[scalar].width == 2) != (value == "W" || value == "F") { wrong.append(scalar) }
    }
    #expect(wrong.isEmpty)
  }

  @Test("Mirror images and bracket pairs lead both ways")
  func pairs() {
    #expect(BidiPairs.mirror(of: "(") == ")")
    #expect(BidiPairs.mirror(of: "»") == "«")
    #expect(BidiPairs.mirror(of: "≤") == "≥")
    #expect(BidiPairs.mirror(of: "a") == "a")
    for place in stride(from: 0, to: BidiPairTable.mirrors.count, by: 2) {
      let one = Unicode.Scalar(BidiPairTable.mirrors[place])
      let other = Unicode.Scalar(BidiPairTable.mirrors[place + 1])
      #expect(one.map(BidiPairs.mirror(of:)) == other)
    }
  }
}
