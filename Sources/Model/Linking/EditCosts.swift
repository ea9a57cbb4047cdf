import Foundation

/// What it costs to turn the sounds of a Latin word into those of an Arabic one.
///
/// A memoryless stochastic transducer (Ristad and Yianilos, "Learning String-Edit Distance", 1998)
/// with operations on up to two symbols of one side: 1:0, 0:1, 1:1, 2:1 and 1:2. A cost is −ln P in
/// half-nats, as the table has it.
struct EditCosts: Sendable {
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

  private static let latinCount = LatinSounds.names.count
  private static let arabicCount = ArabicSounds.names.count
  /// More than any way around an operation that the table lacks.
  private static let impossible: UInt8 = 255
  /// Longer words are cut; no name has as many sounds.
  private static let longest = 48

  private var deletion = [UInt8](repeating: impossible, count: latinCount)
  private var insertion = [UInt8](repeating: impossible, count: arabicCount)
  private var substitution = [UInt8](repeating: impossible, count: latinCount * arabicCount)
  private var contraction = [UInt8](
    repeating: impossible, count: latinCount * latinCount * arabicCount)
  private var expansion = [UInt8](
    repeating: impossible, count: latinCount * arabicCount * arabicCount)
  private var latinUnigrams = [UInt8](repeating: 0, count: latinCount)
  private var arabicUnigrams = [UInt8](repeating: 0, count: arabicCount)

  /// Reads a table: operation, Latin symbols, Arabic symbols and cost a line, tabs between.
  ///
  /// - Throws: ``Malformed``, or what reading the file throws.
  init(contentsOf file: URL) throws {
    try self.init(table: String(decoding: Data(contentsOf: file), as: UTF8.self), path: file.path)
  }

  /// Reads a table of the given text, named `path` in errors.
  init(table: String, path: String) throws {
    let latin = Dictionary(
      uniqueKeysWithValues: LatinSounds.names.enumerated().map { ($1[...], $0) })
    let arabic = Dictionary(
      uniqueKeysWithValues: ArabicSounds.names.enumerated().map { ($1[...], $0) })
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
      case ("11", 1, 1): substitution[x[0] * Self.arabicCount + y[0]] = cost
      case ("21", 2, 1):
        contraction[(x[0] * Self.latinCount + x[1]) * Self.arabicCount + y[0]] = cost
      case ("12", 1, 2):
        expansion[(x[0] * Self.arabicCount + y[0]) * Self.arabicCount + y[1]] = cost
      default: throw Malformed(path: path, line: number + 1)
      }
    }
  }

  /// How surprising the Latin sounds are by themselves, in half-nats.
  func entropy(latin sounds: [UInt8]) -> Int {
    sounds.reduce(0) { $0 + Int(latinUnigrams[Int($1)]) }
  }

  /// How surprising the Arabic sounds are by themselves, in half-nats.
  func entropy(arabic sounds: [UInt8]) -> Int {
    sounds.reduce(0) { $0 + Int(arabicUnigrams[Int($1)]) }
  }

  /// The cost of turning one Latin sound into one Arabic one, in half-nats.
  func substitutionCost(_ latin: UInt8, _ arabic: UInt8) -> Int {
    Int(substitution[Int(latin) * Self.arabicCount + Int(arabic)])
  }

  /// The least cost of turning `latin` into `arabic`, in half-nats; `nil` where it is above `limit`.
  ///
  /// Complexity: O(*n* · *m*), and less where the words are too different for the limit.
  func distance(_ latin: [UInt8], _ arabic: [UInt8], limit: Int) -> Int? {
    let rows = min(latin.count, Self.longest)
    let columns = min(arabic.count, Self.longest)
    let width = columns + 1
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: (rows + 1) * width) { costs in
      var previousLeast: Int32 = 0
      for i in 0...rows {
        var least = Int32.max
        let row = i * width
        for j in 0...columns {
          var best: Int32 = i + j == 0 ? 0 : 1 << 20
          if i > 0 {
            let x = Int(latin[i - 1])
            best = min(best, costs[row - width + j] + Int32(deletion[x]))
            if j > 0 {
              let y = Int(arabic[j - 1])
              let single = Int32(substitution[x * Self.arabicCount + y])
              best = min(best, costs[row - width + j - 1] + single)
              if i > 1 {
                let pair = (Int(latin[i - 2]) * Self.latinCount + x) * Self.arabicCount + y
                best = min(best, costs[row - 2 * width + j - 1] + Int32(contraction[pair]))
              }
              if j > 1 {
                let pair =
                  (x * Self.arabicCount + Int(arabic[j - 2])) * Self.arabicCount + y
                best = min(best, costs[row - width + j - 2] + Int32(expansion[pair]))
              }
            }
          }
          if j > 0 { best = min(best, costs[row + j - 1] + Int32(insertion[Int(arabic[j - 1])])) }
          costs[row + j] = best
          least = min(least, best)
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
