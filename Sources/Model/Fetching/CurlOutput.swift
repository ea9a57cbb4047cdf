import Foundation

/// What curl writes: the header fields and body of each transfer, and after it a report between two
/// marks that no server can guess.
struct CurlOutput {
  /// A transfer that has ended.
  struct Transfer {
    /// Curl's exit code for it.
    let code: Int
    /// What curl says went wrong.
    let message: String
    /// What was received, or why there is nothing.
    let response: FetchResponse?
  }

  /// The bytes that belong to no transfer that was taken.
  private(set) var bytes = Data()

  private let mark: Data
  private let request: @Sendable (Int) -> String
  /// Up to where there is no mark.
  private var searched = 0
  private var taken = 0

  /// Starts reading.
  ///
  /// - Parameters:
  ///   - mark: What stands before and after a report.
  ///   - address: The address that was asked for in the transfer of a number.
  init(mark: String, address: @escaping @Sendable (Int) -> String) {
    self.mark = Data(mark.utf8)
    request = address
  }

  /// Adds output.
  mutating func append(_ output: Data) {
    bytes.append(output)
  }

  /// Takes the next transfer, if all of it is there.
  mutating func take() -> Transfer? {
    guard let start = find(from: searched) else {
      searched = max(0, bytes.count - mark.count)
      return nil
    }
    searched = start
    let reportStart = start + mark.count
    guard let end = find(from: reportStart) else { return nil }
    let report = String(decoding: bytes[reportStart..<end], as: UTF8.self)
    let content = bytes[..<start]
    let parts = report.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts[0].split(separator: " ", maxSplits: 2).map(String.init)
    let code = words.first.flatMap(Int.init) ?? -1
    let redirects = words.count > 1 ? Int(words[1]) ?? 0 : 0
    let response = Self.response(
      content, redirects: redirects, asked: request(taken),
      address: words.count > 2 ? words[2] : request(taken))
    bytes = Data(bytes[(end + mark.count)...])
    searched = 0
    taken += 1
    return Transfer(
      code: code, message: parts.count > 1 ? String(parts[1]) : "", response: response)
  }

  private func find(from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      mark.withUnsafeBytes { mark in
        guard let base = bytes.baseAddress, let needle = mark.baseAddress else { return nil }
        var index = start
        while bytes.count - index >= mark.count,
          let found = memchr(base + index, Int32(mark[0]), bytes.count - index - mark.count + 1)
        {
          index = UnsafeRawPointer(found) - base
          if memcmp(base + index, needle, mark.count) == 0 { return index }
          index += 1
        }
        return nil
      }
    }
  }

  // MARK: - Header fields

  /// Separates the header fields of each answer from the body, which may look like more of them: how
  /// many answers there are is known from curl.
  private static func response(
    _ content: Data, redirects: Int, asked: String, address: String
  ) -> FetchResponse? {
    var rest = content[...]
    var here = WebAddress(asked)
    var permanent: WebAddress?
    var isPermanent = true
    var remaining = redirects
    while let (status, headers, end) = block(rest) {
      rest = rest[end...]
      // RFC 9110, 15.2: an interim answer comes before the one that counts.
      if (100...199).contains(status) { continue }
      guard remaining > 0 else {
        return FetchResponse(
          status: status, headers: headers, body: Data(rest),
          address: WebAddress.withoutLogin(address),
          permanentAddress: permanent?.text)
      }
      remaining -= 1
      isPermanent = isPermanent && (status == 301 || status == 308)
      here = headers["location"].flatMap { here?.resolving($0) }
      if isPermanent { permanent = here }
    }
    return nil
  }

  /// The status and header fields at the start of some bytes, and where they end.
  private static func block(_ bytes: Data) -> (status: Int, headers: HTTPHeaders, end: Int)? {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var headers = HTTPHeaders()
    var status: Int?
    var start = bytes.startIndex
    let limit = min(bytes.endIndex, bytes.startIndex + FetchLimits.headerBytes)
    while let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: "\n")) {
      var line = bytes[start..<end]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      start = end + 1
      if line.isEmpty { return status.map { ($0, headers, start) } }
      // RFC 9110, 5.5: bytes beyond ASCII are opaque; each is one scalar here.
      let text = String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
      if status == nil {
        status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        if status == nil { return nil }
      } else {
        headers.add(line: text)
      }
    }
    return nil
  }
}
