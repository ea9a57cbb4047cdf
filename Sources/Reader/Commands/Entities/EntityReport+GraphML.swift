import Model

extension EntityReport {
  /// The report as GraphML: a node for each entity, an edge for each two that articles name together.
  var graphML: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <key id="name" for="node" attr.name="name" attr.type="string"/>
        <key id="arabic" for="node" attr.name="arabic" attr.type="string"/>
        <key id="aliases" for="node" attr.name="aliases" attr.type="string"/>
        <key id="kind" for="node" attr.name="kind" attr.type="string"/>
        <key id="mentions" for="node" attr.name="mentions" attr.type="int"/>
        <key id="articles" for="node" attr.name="articles" attr.type="int"/>
        <key id="confidence" for="node" attr.name="confidence" attr.type="double"/>
        <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
        <graph id="entities" edgedefault="undirected">

      """
    for row in sorted {
      text += "    <node id=\"n\(row.entity.id.rawValue)\">"
      text += Self.data("name", row.name)
      if let arabic = row.entity.name(in: .arabic) { text += Self.data("arabic", arabic) }
      if !row.aliases.isEmpty {
        text += Self.data("aliases", row.aliases.map(\.text).joined(separator: " | "))
      }
      text += Self.data("kind", row.entity.kind.rawValue)
      text += Self.data("mentions", String(row.mentions))
      text += Self.data("articles", String(row.articles))
      text += Self.data("confidence", String(row.confidence)) + "</node>\n"
    }
    for pair in coMentions {
      text += "    <edge source=\"n\(pair.first.rawValue)\" target=\"n\(pair.second.rawValue)\">"
      text += Self.data("weight", String(pair.articles)) + "</edge>\n"
    }
    return text + "  </graph>\n</graphml>\n"
  }

  private static func data(_ key: String, _ value: String) -> String {
    "<data key=\"\(key)\">\(escaped(value))</data>"
  }

  /// A text as character data of XML 1.0, which has no place for control characters and U+FFFE and
  /// U+FFFF, not even escaped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.displayable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
