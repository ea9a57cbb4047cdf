import Foundation
import Model

// Reads one request a line, {"file": PATH, "contentType": …, "address": …, "now": SECONDS}, or
// {"file": PATH, "as": "opml"} or {"sequence": […]}, and answers each with a line of JSON.
while let line = readLine(strippingNewline: true) {
  let request = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] ?? [:]
  let answer = Answering(request).answer
  let data = try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys])
  FileHandle.standardOutput.write(data + Data("\n".utf8))
}
