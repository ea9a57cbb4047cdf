import Foundation
import Model

/// A shell command that runs in the background, without the terminal.
struct BackgroundCommand {
  /// The command.
  let command: ShellCommand
  /// The longest time that it may take.
  var longest = Duration.seconds(120)
  /// The most bytes of its output that are kept.
  var largest = ShellOutput.largest

  /// Starts it and posts what it printed once it has ended; cancelling the task ends it.
  func start(_ mailbox: Mailbox) -> Task<Void, Never> {
    Task.detached(priority: .userInitiated) {
      let output = await output()
      if !Task.isCancelled { mailbox.post(.printed(output)) }
    }
  }

  /// Runs it and returns what it printed.
  func output() async -> ShellOutput {
    let process: ChildProcess
    do {
      process = try ChildProcess(
        ["/bin/sh", "-c", command.script], input: command.input, errors: .kept)
    } catch {
      let reason = String(cString: strerror(error.code))
      return ShellOutput(of: command, failure: "could not be started: \(reason)")
    }
    return await withTaskCancellationHandler {
      await output(of: process)
    } onCancel: {
      process.kill()
    }
  }

  private func output(of process: ChildProcess) async -> ShellOutput {
    var printed = Data()
    let end = ContinuousClock.now + longest
    func output(failure: String?) -> ShellOutput {
      ShellOutput(
        of: command, printed: printed.prefix(largest), complaint: process.complaint,
        failure: failure)
    }
    while true {
      let left = end - .now
      guard left > .zero, !Task.isCancelled else {
        process.kill()
        return output(failure: "took longer than \(longest.components.seconds) s and was ended")
      }
      switch await process.read(within: left) {
      case .nothing: continue
      case .bytes(let bytes):
        printed += bytes
        guard printed.count > largest else { continue }
        process.kill()
        return output(failure: ShellOutput.tooMuch(largest))
      case .end:
        let status = await process.end()
        return output(
          failure: status == 0
            ? nil : status.map { "ended with status \($0)" } ?? "was ended by a signal")
      }
    }
  }
}
