// Learns what it costs to turn Latin sounds into Arabic ones, from pairs of names.
//
//   train PAIRS.tsv... > translit.tsv
//
// Every line of a list is a Latin name, a tab and its Arabic spelling. The model is a memoryless
// stochastic transducer (Ristad and Yianilos, "Learning String-Edit Distance", 1998) with
// operations 1:0, 0:1, 1:1, 2:1 and 1:2; expectation maximization finds the probabilities, and
// pairs that the model finds less likely together than apart are left out after a few rounds.

import Foundation

/// A pair of names in sounds.
struct Sample {
  var latin: [UInt8]
  var arabic: [UInt8]
}

/// Where the probabilities, or expected counts, of the operations stand in one list.
enum Operation {
  static let latin = LatinSounds.names.count
  static let arabic = ArabicSounds.names.count
  static let insertions = latin
  static let substitutions = insertions + arabic
  static let contractions = substitutions + latin * arabic
  static let expansions = contractions + latin * latin * arabic
  static let count = expansions + latin * arabic * arabic

  static func deletion(_ x: Int) -> Int { x }
  static func insertion(_ y: Int) -> Int { insertions + y }
  static func substitution(_ x: Int, _ y: Int) -> Int { substitutions + x * arabic + y }
  static func contraction(_ x: Int, _ next: Int, _ y: Int) -> Int {
    contractions + (x * latin + next) * arabic + y
  }
  static func expansion(_ x: Int, _ y: Int, _ next: Int) -> Int {
    expansions + (x * arabic + y) * arabic + next
  }
}

/// The model to begin with: all operations of one shape alike, single ones likelier.
func initialModel() -> [Double] {
  var model = [Double](repeating: 0, count: Operation.count)
  func fill(_ range: Range<Int>, share: Double) {
    for place in range { model[place] = share / Double(range.count) }
  }
  fill(0..<Operation.insertions, share: 0.15)
  fill(Operation.insertions..<Operation.substitutions, share: 0.10)
  fill(Operation.substitutions..<Operation.contractions, share: 0.65)
  fill(Operation.contractions..<Operation.expansions, share: 0.06)
  fill(Operation.expansions..<Operation.count, share: 0.04)
  return model
}

/// Counts as probabilities: single symbols get `floor` more, so that leaving one out is never
/// impossible, and double operations with less than `least` are dropped.
func normalized(_ counts: [Double], floor: Double, least: Double) -> [Double] {
  var counts = counts
  for place in 0..<Operation.substitutions { counts[place] += floor }
  for place in Operation.contractions..<Operation.count where counts[place] < least {
    counts[place] = 0
  }
  let total = counts.reduce(0, +)
  return counts.map { $0 / total }
}

/// The likelihood of a pair; where it is at least `least`, the expected counts of its operations are
/// added to `counts`.
func expect(
  _ sample: Sample, _ model: [Double], least: Double, _ counts: inout [Double]
) -> Double {
  let (x, y) = (sample.latin.map(Int.init), sample.arabic.map(Int.init))
  let width = y.count + 1
  var forward = [Double](repeating: 0, count: (x.count + 1) * width)
  forward[0] = 1
  for i in 0...x.count {
    for j in 0...y.count where i + j > 0 {
      var sum = 0.0
      for (from, place) in steps(i, j, x, y, width) { sum += forward[from] * model[place] }
      forward[i * width + j] = sum
    }
  }
  let likelihood = forward[forward.count - 1]
  guard likelihood > 0, likelihood >= least else { return likelihood }
  var backward = [Double](repeating: 0, count: forward.count)
  backward[backward.count - 1] = 1
  for i in stride(from: x.count, through: 0, by: -1) {
    for j in stride(from: y.count, through: 0, by: -1) where i + j > 0 {
      let here = backward[i * width + j]
      guard here > 0 else { continue }
      for (from, place) in steps(i, j, x, y, width) {
        backward[from] += here * model[place]
        counts[place] += forward[from] * model[place] * here / likelihood
      }
    }
  }
  return likelihood
}

/// The operations that end at a cell, and the cells they come from.
func steps(_ i: Int, _ j: Int, _ x: [Int], _ y: [Int], _ width: Int) -> [(Int, Int)] {
  let cell = i * width + j
  var steps: [(Int, Int)] = []
  steps.reserveCapacity(5)
  if i > 0 { steps.append((cell - width, Operation.deletion(x[i - 1]))) }
  if j > 0 { steps.append((cell - 1, Operation.insertion(y[j - 1]))) }
  guard i > 0, j > 0 else { return steps }
  steps.append((cell - width - 1, Operation.substitution(x[i - 1], y[j - 1])))
  if i > 1 {
    steps.append((cell - 2 * width - 1, Operation.contraction(x[i - 2], x[i - 1], y[j - 1])))
  }
  if j > 1 {
    steps.append((cell - width - 2, Operation.expansion(x[i - 1], y[j - 2], y[j - 1])))
  }
  return steps
}

/// −ln of each symbol's share, with every symbol counted once more than it is.
func surprises(_ sounds: [[UInt8]], count: Int) -> [Double] {
  var counts = [Double](repeating: 1, count: count)
  for word in sounds { for sound in word { counts[Int(sound)] += 1 } }
  let total = counts.reduce(0, +)
  return counts.map { -log($0 / total) }
}

func samples(of path: String) throws -> [Sample] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "\t").map(String.init)
    guard fields.count >= 2 else { return nil }
    let latin = LatinSounds.symbols(of: LatinNameWords.words(of: fields[0]).joined())
    let words = ArabicNameWords.readings(of: fields[1], clitics: false).compactMap {
      $0.first?.text
    }
    let arabic = ArabicSounds.symbols(of: words.joined())
    guard !latin.isEmpty, !arabic.isEmpty, latin.count < 30, arabic.count < 30 else { return nil }
    return Sample(latin: latin, arabic: arabic)
  }
}

/// Rounds to eighths of a nat, as the table has costs.
func units(_ nats: Double) -> Int { Int((8 * nats).rounded()) }

var kept: [Sample] = []
for path in CommandLine.arguments.dropFirst() { kept += try samples(of: path) }
let latinSurprise = surprises(kept.map(\.latin), count: Operation.latin)
let arabicSurprise = surprises(kept.map(\.arabic), count: Operation.arabic)
var model = initialModel()
for round in 1...12 {
  var counts = [Double](repeating: 0, count: Operation.count)
  kept = kept.filter { sample in
    // Pairs likelier apart than together are no pairs, and would teach to match anything.
    let apart =
      sample.latin.reduce(0) { $0 + latinSurprise[Int($1)] }
      + sample.arabic.reduce(0) { $0 + arabicSurprise[Int($1)] }
    let least = round > 4 ? exp(-apart) : 0
    return expect(sample, model, least: least, &counts) >= least
  }
  model = normalized(counts, floor: 0.5, least: round > 6 ? 3 : 0)
  FileHandle.standardError.write(Data("round \(round): \(kept.count) pairs\n".utf8))
}

let (latin, arabic) = (LatinSounds.names, ArabicSounds.names)
for (name, surprise) in zip(latin, latinSurprise) { print("UL\t\(name)\t\t\(units(surprise))") }
for (name, surprise) in zip(arabic, arabicSurprise) {
  print("UA\t\(name)\t\t\(units(surprise))")
}

/// Prints an operation, unless it is too unlikely ever to be worth it.
func emit(_ shape: String, _ x: String, _ y: String, _ place: Int) {
  guard model[place] > 0 else { return }
  let cost = units(-log(model[place]))
  if cost <= 112 { print("\(shape)\t\(x)\t\(y)\t\(cost)") }
}
for (j, y) in arabic.enumerated() { emit("01", "", y, Operation.insertion(j)) }
for (i, x) in latin.enumerated() {
  emit("10", x, "", Operation.deletion(i))
  for (j, y) in arabic.enumerated() {
    emit("11", x, y, Operation.substitution(i, j))
    for (k, z) in latin.enumerated() {
      emit("21", "\(x) \(z)", y, Operation.contraction(i, k, j))
    }
    for (k, z) in arabic.enumerated() {
      emit("12", x, "\(y) \(z)", Operation.expansion(i, j, k))
    }
  }
}
