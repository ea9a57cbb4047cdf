import ArgumentParser
import Foundation

/// The program: reads its arguments and runs the subcommand they name.
@main
struct ReaderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader",
    abstract: "Read Arabic and English articles in the terminal.",
    usage: """
      reader [--bidi MODE] [--library FILE] [PATH ...]
      reader COMMAND [OPTIONS] ...
      """,
    discussion: """
      To begin:
        reader FOLDER          read articles without keeping anything
        reader subscribe URL   add a feed or site; reader fetch brings what is new
        reader                 open the library: what was fetched and imported

      PATHs are files, folders and addresses of the web. Press Enter on a name to jump to the next \
      article that mentions the same person, place or organization, in either language. Press ? for \
      the keys.
      """,
    version: "reader \(ProgramVersion.number)",
    subcommands: [
      OpenCommand.self, ShowCommand.self, EntitiesCommand.self, RelatedCommand.self,
      SearchCommand.self, WatchCommand.self, ExportCommand.self, ImportCommand.self,
      SubscribeCommand.self, FetchCommand.self, SourcesCommand.self, UnsubscribeCommand.self,
      ReindexCommand.self, CheckCommand.self, BackupCommand.self, RestoreCommand.self,
      RecoverCommand.self, JudgementsCommand.self, ConfigCommand.self, DoctorCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Runs the program; exits 0 on success, 1 on an error, 2 where the arguments make no sense.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let text = fullMessage(for: error)
      switch exitCode(for: error) {
      case .success:
        print(CompletionScript(generated: text)?.text ?? text)
        Foundation.exit(0)
      case .validationFailure:
        StandardError.write(text)
        Foundation.exit(2)
      default:
        StandardError.write("reader: \(String(describing: error))")
        Foundation.exit(1)
      }
    }
  }
}
