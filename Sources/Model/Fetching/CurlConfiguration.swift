import Foundation

/// The configuration that curl reads on its standard input, so that nothing secret is among its
/// arguments.
struct CurlConfiguration {
  /// The text of the configuration, a section for each request.
  private(set) var text = ""

  private let mark: String
  private let agent: String
  private let unpacks: Bool

  /// Starts a configuration.
  ///
  /// - Parameters:
  ///   - mark: What stands before and after what curl reports of each transfer.
  ///   - agent: The name that the program gives itself.
  ///   - unpacks: Whether this curl can unpack anything.
  init(mark: String, agent: String, unpacks: Bool) {
    self.mark = mark
    self.agent = agent
    self.unpacks = unpacks
  }

  /// Adds a request; throws where a value of it can't be written.
  mutating func add(_ request: FetchRequest) throws(FetchFailure) {
    guard let address = WebAddress(request.target) else {
      throw FetchFailure("is not an address of http or https that curl can be asked for")
    }
    let settings = request.settings
    var section = ""
    func option(_ name: String, _ value: String, called setting: String) throws(FetchFailure) {
      guard let quoted = Self.quoted(value) else {
        throw FetchFailure("has a line end or control character in its \(setting)")
      }
      section += "\(name) = \(quoted)\n"
    }
    try option("url", address.text, called: "address")
    // Nothing in an address is a pattern, and nothing of a failed transfer is left out.
    section += """
      globoff
      silent
      include
      suppress-connect-headers
      location
      max-redirs = \(FetchLimits.redirects)
      proto = "=http,https"
      proto-redir = "=http,https"
      fail-with-body
      fail-early
      netrc-optional

      """
    // The time is kept by who reads the output, and does not run while that is busy; this ends a
    // curl that nobody reads.
    section += "max-time = \(FetchLimits.seconds * 10)\n"
    if unpacks { section += "compressed\n" }
    try option("user-agent", settings.agent ?? agent, called: "agent")
    for (name, value) in request.headers.sorted(by: { $0.key < $1.key }) {
      try option("header", "\(name): \(value)", called: "header fields")
    }
    if let proxy = settings.proxy { try option("proxy", proxy, called: "proxy") }
    if let login = settings.login { try option("user", login, called: "login") }
    if let cookies = settings.cookies {
      // What has an equals sign is not a file for curl, but cookies themselves.
      guard !cookies.contains("=") else {
        throw FetchFailure("has a cookies file with `=` in its path; rename it")
      }
      try option("cookie", cookies, called: "cookies")
    }
    try option(
      "write-out",
      "%{stderr}\(mark)%{exitcode} %{num_redirects} %{url_effective}\\t%{errormsg}\(mark)",
      called: "report")
    text += (text.isEmpty ? "" : "next\n") + section
  }

  /// A value in quotation marks as curl reads it; `nil` where it has a control character.
  static func quoted(_ value: String) -> String? {
    var quoted = "\""
    for scalar in value.unicodeScalars {
      guard scalar.properties.generalCategory != .control else { return nil }
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
