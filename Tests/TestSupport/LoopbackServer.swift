import Foundation
import Synchronization

/// A web server on the loopback interface that gives canned answers.
package final class LoopbackServer: Sendable {
  /// A request as it came.
  package struct Request: Sendable {
    /// The path with its query.
    package let path: String
    /// The header fields by their names in lower case.
    package let headers: [String: String]
  }

  /// What it does with a request: the bytes to send, and what to do after them.
  package enum Reply: Sendable {
    /// Sends a status, header fields and a body.
    case answer(Int, headers: [String], body: Data)
    /// Sends bytes as they are and closes the connection.
    case bytes(Data)
    /// Sends a piece again and again until the connection breaks.
    case endless(head: String, piece: Data)
    /// Sends nothing.
    case silence

    /// An answer with a text.
    package static func text(_ text: String, headers: [String] = [], status: Int = 200) -> Reply {
      .answer(status, headers: headers, body: Data(text.utf8))
    }
  }

  /// The port.
  package let port: UInt16
  private let listener: Int32
  private let reply: @Sendable (Request) -> Reply
  private let log = Mutex<[Request]>([])
  private let connections = Mutex<(open: [Int32], count: Int)>(([], 0))

  /// The requests that came.
  package var requests: [Request] { log.withLock { $0 } }

  /// How many connections were made.
  package var connectionCount: Int { connections.withLock { $0.count } }

  /// Starts a server.
  package init(_ reply: @escaping @Sendable (Request) -> Reply) throws {
    self.reply = reply
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    listener = socket(AF_INET, type, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isBound = withUnsafeMutableBytes(of: &address) { bytes in
      guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
        return false
      }
      return bind(descriptor, address, length) == 0 && listen(descriptor, 64) == 0
        && getsockname(descriptor, address, &length) == 0
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0, let self else { return }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        self.connections.withLock {
          $0.open.append(connection)
          $0.count += 1
        }
        Thread.detachNewThread { self.serve(connection) }
      }
    }
  }

  /// Stops it.
  package func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    connections.withLock { for connection in $0.open { shutdown(connection, Int32(SHUT_RDWR)) } }
  }

  /// An address of it.
  package func address(_ path: String, host: String = "127.0.0.1") -> String {
    "http://\(host):\(port)\(path)"
  }

  private func serve(_ connection: Int32) {
    defer {
      connections.withLock {
        $0.open.removeAll { $0 == connection }
        shutdown(connection, Int32(SHUT_RDWR))
        close(connection)
      }
    }
    var input = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      while let end = input.range(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: input[..<end.lowerBound], as: UTF8.self)
        input = Data(input[end.upperBound...])
        let lines = head.components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
          let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
          guard parts.count == 2 else { continue }
          headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        let words = lines[0].split(separator: " ")
        let request = Request(path: words.count > 1 ? String(words[1]) : "", headers: headers)
        log.withLock { $0.append(request) }
        guard carryOut(reply(request), on: connection) else { return }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      input.append(contentsOf: buffer[..<count])
    }
  }

  /// Answers, and says whether the connection stays open.
  private func carryOut(_ reply: Reply, on connection: Int32) -> Bool {
    switch reply {
    case .answer(let status, let headers, let body):
      var fields = headers
      if status != 304 { fields.append("Content-Length: \(body.count)") }
      let head = "HTTP/1.1 \(status) X\r\n\(fields.map { $0 + "\r\n" }.joined())\r\n"
      return transmit(Data(head.utf8) + body, on: connection)
    case .bytes(let bytes):
      _ = transmit(bytes, on: connection)
      return false
    case .endless(let head, let piece):
      guard transmit(Data(head.utf8), on: connection) else { return false }
      while transmit(piece, on: connection) {}
      return false
    case .silence: return true
    }
  }

  private func transmit(_ data: Data, on connection: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
        let count = send(connection, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }
}
