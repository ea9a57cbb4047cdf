import Foundation

/// Sends requests; the program's own is `CurlFetcher`, and tests give canned answers.
public protocol Fetcher: Sendable {
  /// Sends requests to one server, one after the other, and hands over the answer to each.
  ///
  /// It ends early when its task is cancelled; what was not answered then is not handed over.
  ///
  /// - Parameters:
  ///   - requests: The requests, all to one host.
  ///   - receive: Takes the position of a request and its answer, and says whether to go on. No
  ///     request is sent after an answer that failed, or has a status of 400 or more, before this
  ///     has returned.
  func fetch(
    _ requests: [FetchRequest], receive: (Int, FetchAnswer) async -> Bool
  ) async
}

extension Fetcher {
  /// Sends one request; `nil` if the task was cancelled.
  public func fetch(_ request: FetchRequest) async -> FetchAnswer? {
    var answer: FetchAnswer?
    await fetch([request]) {
      answer = $1
      return true
    }
    return answer
  }
}

/// What is asked of a server, or of a command.
public struct FetchRequest: Hashable, Sendable {
  /// The address, or the shell command.
  public var target: String
  /// The header fields that are sent in addition to curl's own, by their names.
  public var headers: [String: String]
  /// The settings that concern the transfer.
  public var settings: SourceSettings

  /// Creates a request.
  public init(
    _ target: String, headers: [String: String] = [:], settings: SourceSettings = SourceSettings()
  ) {
    self.target = target
    self.headers = headers
    self.settings = settings
  }
}

/// The answer to a request, or why there is none, as the rest of a sentence that starts with the
/// source's name.
public typealias FetchAnswer = Result<FetchResponse, FetchFailure>

/// What a server answered.
public struct FetchResponse: Hashable, Sendable {
  /// The status of the last answer, after redirects.
  public var status: Int
  /// The header fields of the last answer.
  public var headers: HTTPHeaders
  /// The content, unpacked.
  public var body: Data
  /// The address that answered.
  public var address: String
  /// Where permanent redirects led before any other redirect, if there were any.
  public var permanentAddress: String?

  /// Creates a response.
  public init(
    status: Int, headers: HTTPHeaders = HTTPHeaders(), body: Data = Data(), address: String,
    permanentAddress: String? = nil
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.address = address
    self.permanentAddress = permanentAddress
  }
}

/// Why a request got no answer.
public struct FetchFailure: Error, Hashable, Sendable {
  /// The reason, as the rest of a sentence that starts with the source's name, without a full stop.
  public var reason: String

  /// Creates a failure, of a reason without what a terminal would obey.
  public init(_ reason: String) {
    self.reason = CleanText.displayed(reason)
  }
}

/// The limits of what is fetched.
public enum FetchLimits {
  /// The bytes of a body, unpacked.
  static let bytes = 20 << 20
  /// The bytes of all header fields of a request's answers.
  static let headerBytes = 256 << 10
  /// The seconds of a transfer.
  static let seconds = 30
  /// The redirects that are followed.
  static let redirects = 10
}
