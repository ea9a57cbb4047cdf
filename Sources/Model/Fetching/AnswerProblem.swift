import Foundation

/// Why an answer does not hold what was asked for: its status, or a page in the place of a feed.
public enum AnswerProblem {
  /// What is wrong with an answer, as the rest of a sentence that starts with the source's name;
  /// `nil` where nothing is.
  public static func reason(of response: FetchResponse, to source: Source) -> String? {
    let status = response.status
    let host = WebAddress(response.address)?.host ?? "the server"
    if status == 511 {
      return "was not reached: this network asks for a login first; open any page in a browser"
    }
    if [401, 403, 429, 503].contains(status), isChallenge(response) {
      return "was answered by a challenge for browsers (status \(status)); "
        + "\(host) lets no reader in, or only with cookies from a browser (set `cookies`)"
    }
    switch status {
    case 200...299, 304: break
    case 401:
      return "asks for a login (status 401); set `login`, or add \(host) to ~/.netrc"
    case 402, 403:
      return "refuses access (status \(status)); it may ask for a login or a subscription"
    case 404: return "was not found (status 404); check the address, or whether it has moved"
    case 407: return "was not reached: the proxy asks for a login; put it into `proxy`"
    case 410: return "is gone for good (status 410); unsubscribe, or look for its new address"
    case 429: return "was asked for too often (status 429)"
    case 500...599: return "has a fault at the server (status \(status)); it is tried again later"
    default: return "answered with status \(status)"
    }
    guard source.kind == .feed, status != 304, isPage(response.body) else { return nil }
    if isChallenge(response) {
      return "was answered by a challenge for browsers in the place of a feed; "
        + "\(host) lets no reader in, or only with cookies from a browser (set `cookies`)"
    }
    let asked = WebAddress(source.target)?.host
    if start(of: response.body).contains("type=\"password\"") {
      return "was answered by a page at \(host) that asks for a login, not by a feed; "
        + "set `login` or `cookies`"
    }
    if asked != host {
      return "was answered by a page at \(host), not by a feed; "
        + "this network may ask for a login, or the feed has moved"
    }
    return "was answered by a web page, not by a feed; subscribe to the page to find its feed"
  }

  /// The signs of a page that only lets browsers in.
  private static let challengeMarks = [
    "cf-chl-", "/cdn-cgi/challenge-platform", "cf-browser-verification", "_incapsula_resource",
    "captcha-delivery.com", "px-captcha", "awswafcookiedomainlist", "ddos-guard",
    "sucuri_cloudproxy", "g-recaptcha", "h-captcha", "anubis_challenge",
  ]

  private static let challengeFields = ["cf-mitigated", "x-amzn-waf-action", "x-datadome"]

  private static func isChallenge(_ response: FetchResponse) -> Bool {
    if response.status >= 400, challengeFields.contains(where: { response.headers[$0] != nil }) {
      return true
    }
    let text = start(of: response.body)
    return challengeMarks.contains { text.contains($0) }
  }

  /// Whether a body starts as HTML does.
  private static func isPage(_ body: Data) -> Bool {
    var text = start(of: body)[...]
    while true {
      text = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      guard text.hasPrefix("<!--"), let end = text.range(of: "-->") else { break }
      text = text[end.upperBound...]
    }
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.hasPrefix("<head")
  }

  /// The first bytes of a body, in lower case.
  private static func start(of body: Data) -> String {
    String(decoding: body.prefix(32_768), as: UTF8.self).lowercased()
  }
}
