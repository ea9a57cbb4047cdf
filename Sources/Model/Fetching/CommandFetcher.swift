import Foundation

/// Runs the shell commands of sources and gives what they print as an answer.
public struct CommandFetcher: Fetcher {
  /// Creates a fetcher.
  public init() {}

  /// Runs commands one after the other.
  public func fetch(
    _ requests: [FetchRequest], receive: (Int, FetchAnswer) async -> Bool
  ) async {
    for (index, request) in requests.enumerated() {
      let answer = await Self.answer(to: request.target)
      guard !Task.isCancelled, await receive(index, answer) else { return }
    }
  }

  private static func answer(to command: String) async -> FetchAnswer {
    let process: ChildProcess
    do {
      process = try ChildProcess(["/bin/sh", "-c", command], input: "", errors: .dropped)
    } catch {
      let reason = String(cString: strerror(error.code))
      return .failure(FetchFailure("was not run: the shell was not started: \(reason)"))
    }
    return await withTaskCancellationHandler {
      let answer = await read(process, command: command)
      process.kill()
      return answer
    } onCancel: {
      process.kill()
    }
  }

  private static func read(_ process: ChildProcess, command: String) async -> FetchAnswer {
    let end = ContinuousClock.now + .seconds(FetchLimits.seconds)
    var body = Data()
    while true {
      switch await process.read(within: end - .now) {
      case .bytes(let bytes):
        body.append(bytes)
        guard body.count <= FetchLimits.bytes else {
          return .failure(FetchFailure("prints more than \(FetchLimits.bytes >> 20) MiB"))
        }
      case .nothing:
        guard ContinuousClock.now < end else {
          return .failure(FetchFailure("was ended after \(FetchLimits.seconds) seconds"))
        }
      case .end:
        switch await process.end() {
        case 0?: return .success(FetchResponse(status: 200, body: body, address: command))
        case let status?: return .failure(FetchFailure("ended with status \(status)"))
        case nil: return .failure(FetchFailure("was ended by a signal"))
        }
      }
    }
  }
}
