import Foundation
import Testing

@testable import Model

/// A data file of the Unicode Character Database, read line by line as bytes.
struct UnicodeFile {
  static let space = UInt8(ascii: " ")
  static let semicolon = UInt8(ascii: ";")

  private let bytes: [UInt8]

  /// The file is not there; a failure, because its cases prove what they test.
  struct Missing: Error, CustomStringConvertible {
    var path: String
    var description: String { "\(path) is missing: install the package unicode-data." }
  }

  init(_ name: String) throws {
    let path = "/usr/share/unicode/\(name)"
    guard let data = FileManager.default.contents(atPath: path) else { throw Missing(path: path) }
    bytes = Array(data)
  }

  /// Calls `body` with every line that has content, comments left out.
  func forEachLine(_ body: (ArraySlice<UInt8>) throws -> Void) rethrows {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<end]
      if let comment = line.firstIndex(of: UInt8(ascii: "#")) { line = line[..<comment] }
      while let last = line.last, last <= Self.space { line.removeLast() }
      if !line.isEmpty { try body(line) }
      start = end + 1
    }
  }

  /// The fields of a line, white space around them left out.
  static func fields(_ line: ArraySlice<UInt8>, separator: UInt8) -> [ArraySlice<UInt8>] {
    line.split { $0 == separator || separator == space && $0 <= space }.map { field in
      let start = field.firstIndex { $0 > space } ?? field.endIndex
      let end = field.lastIndex { $0 > space } ?? start
      return start < field.endIndex ? field[start...end] : field[start..<start]
    }
  }
}

extension FixedWidthInteger {
  /// The number that decimal digits spell.
  init?(ascii: ArraySlice<UInt8>) {
    self.init(String(decoding: ascii, as: UTF8.self))
  }
}

extension Unicode.Scalar {
  /// The scalar with the number that hexadecimal digits give.
  init?(hexadecimal: ArraySlice<UInt8>) {
    guard let value = UInt32(String(decoding: hexadecimal, as: UTF8.self), radix: 16) else {
      return nil
    }
    self.init(value)
  }
}

extension BidiClass {
  private static let names: [String: BidiClass] = Dictionary(
    uniqueKeysWithValues: (0...22).compactMap { BidiClass(rawValue: $0) }.map { ("\($0)", $0) })

  /// The class of a short name such as AL.
  init?(name: ArraySlice<UInt8>) {
    guard let found = Self.names[String(decoding: name, as: UTF8.self)] else { return nil }
    self = found
  }
}
