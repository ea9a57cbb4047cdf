import Foundation

@testable import Model

/// Files of tables as the program maps them, made by hand.
enum TableFile {
  /// A table's bytes: header, what the format has before the slots, and the slots.
  static func data(
    format: String, version: UInt32, slotCount: Int, parameters: (UInt32, UInt32) = (0, 0),
    head: [UInt8] = [], slots: [UInt8]
  ) -> Data {
    var data = Data(format.utf8)
    for field in [
      version, UInt32(slotCount), parameters.0, parameters.1, UInt32(head.count), 0,
    ] {
      withUnsafeBytes(of: field.littleEndian) { data.append(contentsOf: $0) }
    }
    return data + head + slots
  }

  /// Calls `body` with a file of some bytes, which is gone afterwards.
  @discardableResult
  static func with<Result>(_ data: Data, _ body: (URL) throws -> Result) throws -> Result {
    let place = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).table")
    try data.write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    return try body(place)
  }
}
