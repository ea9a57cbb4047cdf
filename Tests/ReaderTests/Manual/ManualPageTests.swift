import Foundation
import Testing

@testable import Reader

@Suite("The manual page is made from the program") struct ManualPageTests {
  private let tool = """
    {"command": {
      "commandName": "reader", "shouldDisplay": true, "abstract": "Read it.",
      "defaultSubcommand": "open",
      "arguments": [
        {"kind": "flag", "shouldDisplay": true, "isOptional": true, "isRepeating": false,
         "names": [{"kind": "long", "name": "version"}],
         "preferredName": {"kind": "long", "name": "version"}, "abstract": "Show the version."}],
      "subcommands": [
        {"commandName": "open", "shouldDisplay": true, "abstract": "Open.",
         "arguments": [
           {"kind": "positional", "shouldDisplay": true, "isOptional": true, "isRepeating": true,
            "valueName": "path", "abstract": "Files and folders."}]},
        {"commandName": "show", "shouldDisplay": true, "abstract": "Print an article.",
         "discussion": "Like this:\\n\\n  reader show a.txt\\n\\n.Wrapped.",
         "arguments": [
           {"kind": "option", "shouldDisplay": true, "isOptional": true, "isRepeating": false,
            "names": [{"kind": "short", "name": "w"}, {"kind": "long", "name": "width"}],
            "preferredName": {"kind": "long", "name": "width"}, "valueName": "columns",
            "defaultValue": "80", "allValues": ["40", "80"], "abstract": "How wide."},
           {"kind": "positional", "shouldDisplay": true, "isOptional": false,
            "isRepeating": false, "valueName": "file"}]},
        {"commandName": "secret", "shouldDisplay": false, "abstract": "Not for people."}]}}
    """

  private func lines(keys: [ManualPage.Key] = []) throws -> [String] {
    let tool = try JSONDecoder().decode(ToolDescription.self, from: Data(tool.utf8))
    let page = ManualPage(tool: tool, keys: keys, version: "1.2", date: "2026-01-31")
    return page.roff.components(separatedBy: "\n")
  }

  @Test("The synopsis has the program's own arguments, then a line for each subcommand")
  func synopsis() throws {
    let lines = try lines()
    let start = try #require(lines.firstIndex(of: ".SH \"SYNOPSIS\""))
    #expect(
      lines[(start + 1)...].prefix { !$0.hasPrefix(".SH") } == [
        #"\fBreader\fR [\fIpath\fR ...]"#, ".br",
        #"\fBreader show\fR [\fB\-\-width\fR \fIcolumns\fR] \fIfile\fR"#,
      ])
  }

  @Test("The flags that every command has are listed once")
  func commonFlags() throws {
    let lines = try lines()
    #expect(lines.filter { $0 == #"\fB\-\-version\fR"# }.count == 1)
    #expect(lines.filter { $0 == #"\fB\-h\fR, \fB\-\-help\fR"# }.count == 1)
  }

  @Test("An option is listed with its spellings, values and default; what is hidden is not")
  func options() throws {
    let lines = try lines()
    let item = try #require(lines.firstIndex(of: #"\fB\-w\fR, \fB\-\-width\fR \fIcolumns\fR"#))
    #expect(lines[item - 1] == ".TP")
    #expect(lines[item + 1] == "How wide.")
    #expect(lines[item + 2] == "(values: 40, 80; default: 80)")
    #expect(!lines.contains { $0.contains("secret") || $0.contains("Not for people") })
  }

  @Test("Indented lines of a discussion stay as they are, and no text becomes a request")
  func discussion() throws {
    let lines = try lines()
    let example = try #require(lines.firstIndex(of: "reader show a.txt"))
    #expect(lines[example - 1] == ".EX" && lines[example + 1] == ".EE")
    #expect(lines.contains("\\&.Wrapped."))
  }

  @Test("Keys stand under their headings, in the order of the table, with their names")
  func keys() throws {
    let lines = try lines(keys: [
      ManualPage.Key(keys: ["j", "Down"], name: "line-down", group: "Moving", help: "Down"),
      ManualPage.Key(keys: [], name: "bidi", group: "The program", help: "How Arabic is sent"),
    ])
    let start = try #require(lines.firstIndex(of: ".SS \"Moving\""))
    #expect(
      Array(lines[start...].prefix(8)) == [
        ".SS \"Moving\"", ".TP", #"\fBj\fR, \fBDown\fR"#, #"Down [line\-down]"#,
        ".SS \"The program\"", ".TP", #"\fB:bidi\fR"#, "How Arabic is sent [bidi]",
      ])
  }

  @Test("What roff would read as markup is escaped, and what is not ASCII too")
  func escaping() {
    #expect(Roff.text(#"a\b 'c' -d ^e"#) == #"a\eb \(aqc\(aq \-d \(hae"#)
    #expect(Roff.text("…با") == #"\[u2026]\[u0628]\[u0627]"#)
    #expect(Roff.text(".TH") == #"\&.TH"#)
  }

  @Test("The page of the real command line names every command that help lists")
  func realCommandLine() throws {
    let real = try JSONDecoder().decode(
      ToolDescription.self, from: Data(ReaderCommand._dumpHelp().utf8))
    let page = ManualPage(tool: real, keys: [], version: "1", date: "2026-01-31").roff
    for command in real.command.shownSubcommands
    where command.commandName != real.command.defaultSubcommand {
      #expect(page.contains(".SS \"reader \(Roff.text(command.commandName))\"\n"))
    }
  }
}
