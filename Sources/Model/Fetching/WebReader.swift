import Foundation

/// Reads what stands at an address of the web: a page's article, a feed's items, a document.
public struct WebReader: Sendable {
  private let fetcher: any Fetcher

  /// Creates a reader that sends its requests with a fetcher.
  public init(fetcher: any Fetcher) {
    self.fetcher = fetcher
  }

  /// Whether an argument is an address of the web rather than a path.
  public static func isAddress(_ argument: String) -> Bool { WebAddress(argument) != nil }

  /// What a server answers at an address.
  ///
  /// - Throws: An ``ImportFailure`` that names the address, and `CancellationError`.
  public func content(at address: String) async throws -> FetchResponse {
    let name = WebAddress.withoutLogin(address)
    guard let answer = await fetcher.fetch(FetchRequest(address)) else { throw CancellationError() }
    switch answer {
    case .failure(let failure): throw ImportFailure(path: name, reason: failure.reason)
    case .success(let response):
      if let reason = AnswerProblem.reason(
        of: response, to: Source(kind: .page, target: address))
      {
        throw ImportFailure(path: name, reason: reason)
      }
      return response
    }
  }
}
