// Tells how often the matcher finds a name's spelling in the other script among ten thousand.
//
//   evaluate FOLDER PAIRS.tsv [QUERIES]
//
// FOLDER has edit-costs.tsv and name-words.tsv. Every line of PAIRS is a Latin name of one word, a tab
// and its Arabic spelling. The first 10,000 different Arabic spellings, folded, are the candidates; QUERIES of
// their Latin names (2,000 if not said), evenly spread, each look for theirs. A name that has several
// spellings may find any; where two candidates are alike good, the first one in the list counts.

import Foundation

/// How many spellings there are to choose from.
let candidateCount = 10_000

/// A Latin name and the candidates that spell it.
struct Query {
  var name: SpelledName
  var answers: Set<Int>
}

/// Reads pairs as queries and candidates.
func readPairs(_ path: String, _ speller: NameSpeller) throws -> ([Query], [SpelledName]) {
  var places: [String: Int] = [:]
  var candidates: [SpelledName] = []
  var answers: [String: Set<Int>] = [:]
  var order: [String] = []
  for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst() {
    let fields = line.split(separator: "\t").map(String.init)
    guard fields.count >= 2 else { continue }
    let spelled = speller.spell(arabic: fields[1], clitics: false)
    guard spelled.words.count == 1, !spelled.words[0].spellings[0].sounds.isEmpty else { continue }
    // Spellings that differ by hamza or the like are one to whoever looks for the name.
    let folded = spelled.words[0].text
    var place = places[folded]
    if place == nil, candidates.count < candidateCount {
      place = candidates.count
      places[folded] = place
      candidates.append(spelled)
    }
    guard let place else { continue }
    if answers[fields[0]] == nil { order.append(fields[0]) }
    answers[fields[0], default: []].insert(place)
  }
  let queries = order.compactMap { text -> Query? in
    let name = speller.spell(latin: text)
    return name.words.count == 1 ? Query(name: name, answers: answers[text] ?? []) : nil
  }
  return (queries, candidates)
}

/// The candidate that a name agrees with best.
func best(_ query: SpelledName, _ candidates: [SpelledName], _ costs: EditCosts) -> Int? {
  var best: (place: Int, ratio: Float)?
  for (place, candidate) in candidates.enumerated() {
    let least = best?.ratio ?? -4
    guard let match = costs.match(query.words[0], candidate.words[0], least: least),
      match.ratio > least
    else { continue }
    best = (place, match.ratio)
  }
  return best?.place
}

let arguments = CommandLine.arguments
let matcher = try NameMatcher(folder: URL(filePath: arguments[1]))
let (queries, candidates) = try readPairs(arguments[2], matcher.speller)
let wanted = arguments.count > 3 ? Int(arguments[3]) ?? 2000 : 2000
let step = max(1, queries.count / wanted)
var asked = 0
var right = 0
for (index, query) in queries.enumerated() where index % step == 0 && asked < wanted {
  asked += 1
  guard let found = best(query.name, candidates, matcher.costs) else { continue }
  if query.answers.contains(found) { right += 1 }
}
let share = String(format: "%.3f", Double(right) / Double(max(1, asked)))
print("top-1 of \(candidates.count): \(share) (\(right) of \(asked) names)")
