/// What ArgumentParser says of the program's own command line, as its JSON dump has it.
///
/// Only what the manual page shows is decoded.
struct ToolDescription: Decodable {
  /// The program itself, with its subcommands inside.
  var command: Command

  /// A command or subcommand.
  struct Command: Decodable {
    /// The name it is called by.
    var commandName: String
    /// One line of help.
    var abstract: String?
    /// Paragraphs of help.
    var discussion: String?
    /// Whether help lists it.
    var shouldDisplay: Bool
    /// The subcommand that runs where none is named.
    var defaultSubcommand: String?
    /// The commands below it.
    var subcommands: [Command]?
    /// Its arguments, options and flags.
    var arguments: [Argument]?
  }

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    /// Which of the three it is.
    var kind: Kind
    /// Whether help lists it.
    var shouldDisplay: Bool
    /// Whether it may be left out.
    var isOptional: Bool
    /// Whether it may be given more than once.
    var isRepeating: Bool
    /// The spellings of an option or a flag.
    var names: [Name]?
    /// The spelling to show where there is room for one.
    var preferredName: Name?
    /// What its value is called.
    var valueName: String?
    /// The value it has where it is left out.
    var defaultValue: String?
    /// The values it takes, where they are few.
    var allValues: [String]?
    /// Its help.
    var abstract: String?
    /// More of its help.
    var discussion: String?
  }

  /// The kinds of arguments.
  enum Kind: String, Decodable {
    case positional, option, flag
  }

  /// One spelling of an option or a flag.
  struct Name: Decodable {
    /// How it is spelled.
    var kind: Kind
    /// The name without its dashes.
    var name: String

    /// The kinds of spellings.
    enum Kind: String, Decodable {
      case long, short, longWithSingleDash
    }

    /// The name as it is typed.
    var typed: String {
      kind == .long ? "--\(name)" : "-\(name)"
    }
  }
}

extension ToolDescription.Command {
  /// The subcommands that help lists, without the one that only prints help.
  var shownSubcommands: [ToolDescription.Command] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// The subcommands that help lists and that have to be named.
  var namedSubcommands: [ToolDescription.Command] {
    shownSubcommands.filter { $0.commandName != defaultSubcommand }
  }

  /// The arguments that it takes where none of its subcommands is named.
  var ownArguments: [ToolDescription.Argument] {
    shownArguments + (standard?.shownArguments ?? [])
  }

  /// The arguments that help lists, without the two flags that every command has.
  var shownArguments: [ToolDescription.Argument] {
    (arguments ?? []).filter { argument in
      let names = (argument.names ?? []).map(\.typed)
      return argument.shouldDisplay && !names.contains("--help") && !names.contains("--version")
    }
  }

  /// The subcommand that runs where none is named, whether help lists it or not.
  var standard: ToolDescription.Command? {
    defaultSubcommand.flatMap { name in subcommands?.first { $0.commandName == name } }
  }
}
