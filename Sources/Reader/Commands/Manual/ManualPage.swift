/// The manual page `reader(1)`.
///
/// It is made from the definition of the command line and from the table of keys, so that it says
/// of them what they are; only what neither of the two knows is written out here.
struct ManualPage {
  /// A key, or several that do the same, as the page lists it.
  struct Key {
    /// The names of the keys.
    var keys: [String]
    /// The name that the `:` line takes.
    var name: String
    /// The heading it stands under.
    var group: String
    /// One line of help.
    var help: String
  }

  /// The command line.
  var tool: ToolDescription
  /// The keys, in the order in which they are listed.
  var keys: [Key]
  /// The program's version.
  var version: String
  /// The day the page is of, as `2026-11-21`: digits and hyphens only, which are not escaped.
  var date: String

  /// The page in roff's man macros.
  var roff: String {
    let heading = [
      ".\\\" Printed by `reader manual`; change the program, not this page.",
      ".TH READER 1 \"\(date)\" \"Reader \(Roff.text(version))\" \"User Commands\"",
    ]
    let sections = [
      name, synopsis, description, commands, options, keyList, settings, sources, programs, files,
      environment, terminals, exitStatus, examples,
    ]
    return (heading + sections.flatMap { $0 }).joined(separator: "\n") + "\n"
  }

  private var program: ToolDescription.Command { tool.command }
}

// MARK: - From the definition of the command line

extension ManualPage {
  private var name: [String] {
    var abstract = program.abstract ?? ""
    if abstract.hasSuffix(".") { abstract.removeLast() }
    let first = abstract.prefix(1).lowercased()
    return [
      Roff.section("NAME"),
      "\(Roff.text(program.commandName)) \\- \(Roff.text(first + abstract.dropFirst()))",
    ]
  }

  private var synopsis: [String] {
    var uses = [usage(program.commandName, program.shownArguments + standardArguments)]
    uses += listed.flatMap { command in
      [usage("\(program.commandName) \(command.commandName)", command.ownArguments)]
        + command.namedSubcommands.map {
          usage(
            "\(program.commandName) \(command.commandName) \($0.commandName)", $0.shownArguments)
        }
    }
    return [Roff.section("SYNOPSIS")] + uses.flatMap { [$0, ".br"] }.dropLast()
  }

  private var description: [String] {
    var lines = [Roff.section("DESCRIPTION")]
    lines += Roff.paragraphs(Self.description, opensSection: true)
    return lines
  }

  private var commands: [String] {
    guard !listed.isEmpty else { return [] }
    var lines = [Roff.section("COMMANDS")]
    for command in listed {
      lines.append(Roff.subsection("\(program.commandName) \(command.commandName)"))
      lines += Roff.paragraphs(command.abstract ?? "", opensSection: true)
      lines += Roff.paragraphs(command.discussion ?? "")
      if let standard = command.standard { lines += Roff.paragraphs(standard.discussion ?? "") }
      lines += command.ownArguments.flatMap(item)
      for inner in command.namedSubcommands {
        lines.append(
          Roff.subsection("\(program.commandName) \(command.commandName) \(inner.commandName)"))
        lines += Roff.paragraphs(inner.abstract ?? "", opensSection: true)
        lines += Roff.paragraphs(inner.discussion ?? "")
        lines += inner.shownArguments.flatMap(item)
      }
    }
    return lines
  }

  private var options: [String] {
    var lines = [Roff.section("OPTIONS")]
    lines += (standardArguments + program.shownArguments).flatMap(item)
    lines += Roff.item(
      "\(Roff.bold("-h")), \(Roff.bold("--help"))",
      [Roff.text("Show help; after a command's name, help on that command.")])
    lines += Roff.item(Roff.bold("--version"), [Roff.text("Show the version.")])
    return lines
  }

  /// The commands that the page lists.
  private var listed: [ToolDescription.Command] { program.namedSubcommands }

  /// What the program takes where no subcommand is named.
  private var standardArguments: [ToolDescription.Argument] {
    program.standard?.shownArguments ?? []
  }

  private func usage(_ command: String, _ arguments: [ToolDescription.Argument]) -> String {
    ([Roff.bold(command)] + arguments.map(usage)).joined(separator: " ")
  }

  private func usage(_ argument: ToolDescription.Argument) -> String {
    let parts = [argument.preferredName.map { Roff.bold($0.typed) }, value(of: argument)]
    var text = parts.compactMap { $0 }.joined(separator: " ")
    if argument.isRepeating { text += " ..." }
    return argument.isOptional ? "[\(text)]" : text
  }

  private func item(_ argument: ToolDescription.Argument) -> [String] {
    let names = (argument.names ?? []).map { Roff.bold($0.typed) }.joined(separator: ", ")
    let term = [names, value(of: argument) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let values = argument.allValues ?? []
    let facts = [
      values.isEmpty ? nil : "values: \(values.joined(separator: ", "))",
      argument.defaultValue.map { "default: \($0)" },
    ].compactMap { $0 }
    let lines = [
      argument.abstract, argument.discussion,
      facts.isEmpty ? nil : "(\(facts.joined(separator: "; ")))",
    ]
    return Roff.item(term, lines.compactMap { $0 }.filter { !$0.isEmpty }.map(Roff.text))
  }

  /// The name of the value that an argument or an option takes.
  private func value(of argument: ToolDescription.Argument) -> String? {
    argument.kind == .flag ? nil : Roff.italic(argument.valueName ?? "value")
  }
}

// MARK: - From the table of keys

extension ManualPage {
  private var keyList: [String] {
    var lines = [
      Roff.section("KEYS"), Roff.text("After each key, in brackets, the name that : takes."),
    ]
    var group: String?
    for key in keys {
      if key.group != group {
        group = key.group
        lines.append(Roff.subsection(key.group))
      }
      let typed = key.keys.isEmpty ? [":\(key.name)"] : key.keys
      lines += Roff.item(
        typed.map(Roff.bold).joined(separator: ", "),
        [Roff.text(key.help) + " [\(Roff.text(key.name))]"])
    }
    return keys.isEmpty ? [] : lines
  }
}
