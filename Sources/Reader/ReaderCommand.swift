import ArgumentParser

/// The program: reads its arguments and runs the subcommand they name.
@main
struct ReaderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader",
    abstract: "Read Arabic and English articles in the terminal.",
    subcommands: [DoctorCommand.self])
}
