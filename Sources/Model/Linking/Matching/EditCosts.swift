import Foundation

/// What it costs to turn the sounds of a Latin word into those of an Arabic one.
///
/// A memoryless stochastic transducer (Ristad and Yianilos, "Learning String-Edit Distance", 1998)
/// with operations on up to two symbols of one side: 1:0, 0:1, 1:1, 2:1 and 1:2. A cost is −ln P in
/// eighths of a nat, as the table has it.
final class EditCosts: Sendable {
  /// The file is not a table of edit costs.
  struct Malformed: Error, CustomStringConvertible {
    /// The file.
    var path: String
    /// Its first line that is wrong.
    var line: Int
    var description: String {
      "\(path), line \(line), is no edit cost. Install the program again with `make install`."
    }
  }

  /// How many units of cost are a nat.
  static let unitsPerNat = 8

  private static let latinCount = LatinSounds.names.count
  private static let arabicCount = ArabicSounds.names.count
  /// More than any way around an operation that the table lacks.
  private static let impossible: UInt8 = 255
  /// Longer words are cut; no name has as many sounds.
  static let longest = 48

  private let deletion: [UInt8]
  private let insertion: [UInt8]
  private let substitution: [UInt8]
  private let contraction: [UInt8]
  private let expansion: [UInt8]
  private let latinUnigrams: [UInt8]
  private let arabicUnigrams: [UInt8]

  /// Reads a table: operation, Latin symbols, Arabic symbols and cost a line, tabs between.
  ///
  /// - Throws: ``Malformed``, or what reading the file throws.
  convenience init(contentsOf file: URL) throws {
    try self.init(table: String(decoding: Data(contentsOf: file), as: UTF8.self), path: file.path)
  }

  /// Reads a table of the given text, named `path` in errors.
  init(table: String, path: String) throws {
    let latin = Dictionary(
      uniqueKeysWithValues: LatinSounds.names.enumerated().map { ($1[...], $0) })
    let arabic = Dictionary(
      uniqueKeysWithValues: ArabicSounds.names.enumerated().map { ($1[...], $0) })
    func costs(_ count: Int, _ cost: UInt8 = EditCosts.impossible) -> [UInt8] {
      [UInt8](repeating: cost, count: count)
    }
    let (latinCount, arabicCount) = (Self.latinCount, Self.arabicCount)
    var deletion = costs(latinCount)
    var insertion = costs(arabicCount)
    var substitution = costs(latinCount * arabicCount)
    var contraction = costs(latinCount * latinCount * arabicCount)
    var expansion = costs(latinCount * arabicCount * arabicCount)
    var latinUnigrams = costs(latinCount, 0)
    var arabicUnigrams = costs(arabicCount, 0)
    for (number, line) in table.split(separator: "\n").enumerated() where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 4, let cost = UInt8(fields[3]) else {
        throw Malformed(path: path, line: number + 1)
      }
      let x = fields[1].split(separator: " ").compactMap { latin[$0] }
      let y = fields[fields[0] == "UA" ? 1 : 2].split(separator: " ").compactMap { arabic[$0] }
      switch (fields[0], x.count, y.count) {
      case ("UL", 1, 0): latinUnigrams[x[0]] = cost
      case ("UA", 0, 1): arabicUnigrams[y[0]] = cost
      case ("10", 1, 0): deletion[x[0]] = cost
      case ("01", 0, 1): insertion[y[0]] = cost
      case ("11", 1, 1): substitution[x[0] * arabicCount + y[0]] = cost
      case ("21", 2, 1):
        contraction[(x[0] * latinCount + x[1]) * arabicCount + y[0]] = cost
      case ("12", 1, 2):
        expansion[(x[0] * arabicCount + y[0]) * arabicCount + y[1]] = cost
      default: throw Malformed(path: path, line: number + 1)
      }
    }
    (self.deletion, self.insertion) = (deletion, insertion)
    (self.substitution, self.contraction) = (substitution, contraction)
    self.expansion = expansion
    (self.latinUnigrams, self.arabicUnigrams) = (latinUnigrams, arabicUnigrams)
  }

  /// How surprising the Latin sounds are by themselves, in eighths of a nat.
  func entropy(latin sounds: [UInt8]) -> Int {
    sounds.reduce(0) { $0 + Int(latinUnigrams[Int($1)]) }
  }

  /// How surprising the Arabic sounds are by themselves, in eighths of a nat.
  func entropy(arabic sounds: [UInt8]) -> Int {
    sounds.reduce(0) { $0 + Int(arabicUnigrams[Int($1)]) }
  }

  /// The cost of turning one Latin sound into one Arabic one, in eighths of a nat.
  func substitutionCost(_ latin: UInt8, _ arabic: UInt8) -> Int {
    Int(substitution[Int(latin) * Self.arabicCount + Int(arabic)])
  }

  /// The least cost of turning `latin` into `arabic`, in eighths of a nat; `nil` where it is above `limit`.
  ///
  /// Complexity: O(*n* · *m*), and less where the words are too different for the limit.
  func distance(_ latin: [UInt8], _ arabic: [UInt8], limit: Int) -> Int? {
    let rows = min(latin.count, Self.longest)
    let columns = min(arabic.count, Self.longest)
    let width = columns + 1
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: (rows + 1) * width) { costs in
      costs[0] = 0
      for j in 0..<columns { costs[j + 1] = costs[j] + Int32(insertion[Int(arabic[j])]) }
      var previousLeast: Int32 = 0
      for i in 1..<(rows + 1) {
        let x = Int(latin[i - 1])
        let row = i * width
        let above = row - width
        let singles = x * Self.arabicCount
        let expansions = singles * Self.arabicCount
        let contractions =
          i > 1 ? (Int(latin[i - 2]) * Self.latinCount + x) * Self.arabicCount : 0
        let deleted = Int32(deletion[x])
        costs[row] = costs[above] + deleted
        var least = costs[row]
        var previous = 0
        for j in 1..<(columns + 1) {
          let y = Int(arabic[j - 1])
          var best = min(
            costs[above + j] + deleted, costs[row + j - 1] + Int32(insertion[y]),
            costs[above + j - 1] + Int32(substitution[singles + y]))
          if i > 1 {
            best = min(
              best, costs[above - width + j - 1] + Int32(contraction[contractions + y]))
          }
          if j > 1 {
            let pair = expansions + previous * Self.arabicCount + y
            best = min(best, costs[above + j - 2] + Int32(expansion[pair]))
          }
          costs[row + j] = best
          least = min(least, best)
          previous = y
        }
        // A path skips at most one row, so two dear rows in sequence end every path.
        if min(least, previousLeast) > limit { return nil }
        previousLeast = least
      }
      let total = Int(costs[rows * width + columns])
      return total <= limit ? total : nil
    }
  }
}
