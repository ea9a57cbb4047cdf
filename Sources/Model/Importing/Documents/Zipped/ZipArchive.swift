import Foundation

/// A ZIP archive, its members unpacked by `unzip` or `bsdtar`, whichever is there.
final class ZipArchive {
  /// The first bytes of an archive (APPNOTE.TXT 4.3.7).
  static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// The most bytes that the members read of one archive may have together.
  private static let largestTotal = 64 << 20

  private let file: DocumentFile
  private let path: String
  private var room = ZipArchive.largestTotal
  private var usesTar = false

  /// Opens the archive that `source` holds.
  init(_ source: ByteSource) throws(ImportFailure) {
    path = source.path
    file = try DocumentFile(source)
  }

  /// The bytes of a member.
  ///
  /// - Throws: A failure where neither program is there, where the member is missing, or where it is
  ///   too large.
  func member(_ name: String) throws(ImportFailure) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try unpacked(name)
    } catch {
      throw ImportFailure(path: path, reason: error.reason)
    }
    room -= bytes.count
    guard room >= 0 else {
      throw ImportFailure(
        path: path,
        reason: "unpacks to more than \(Self.largestTotal >> 20) MiB of text; split it first")
    }
    return bytes
  }

  /// The tree of a member that holds XML.
  func markup(_ name: String) throws(ImportFailure) -> MarkupNode {
    let bytes = try member(name)
    // XML is in UTF-8 or UTF-16 unless it says otherwise, which no program of our day does.
    let text = CharsetDecoding.text(bytes, charset: "utf-8")
    guard let root = MarkupDocument(xml: Array(text.utf8))?.root else {
      throw ImportFailure(
        path: path, reason: "has a damaged part, \(CleanText.displayed(name)); save it again")
    }
    return root
  }

  private func unpacked(_ name: String) throws(ConverterFailure) -> [UInt8] {
    let pattern = Self.pattern(name)
    if !usesTar {
      do {
        return try Converter(program: "unzip", arguments: ["-p", DocumentFile.path, pattern])
          .output(of: file)
      } catch {
        guard case .missing = error else { throw error }
        usesTar = true
      }
    }
    return try Converter(
      program: "bsdtar", arguments: ["-xOf", DocumentFile.path, pattern], package: "unzip"
    ).output(of: file)
  }

  /// A pattern that matches a name alone, as both programs take names for patterns, and names that
  /// start with a hyphen for options.
  private static func pattern(_ name: String) -> String {
    var pattern = ""
    for (index, character) in name.enumerated() {
      switch character {
      case "*", "?", "[": pattern += "[\(character)]"
      case "\\": pattern += "\\\\"
      case "-" where index == 0: pattern += "[-]"
      default: pattern.append(character)
      }
    }
    return pattern
  }
}

extension MarkupNode {
  /// The elements below with a name, in the order of the text.
  func descendants(_ name: String) -> [MarkupNode] {
    var found: [MarkupNode] = []
    walk(
      enter: { node in
        if node.isElement, node.name == name { found.append(node) }
        return true
      }, leave: { _ in })
    return found
  }

  /// The text of the first element below with a name; `nil` where there is none.
  func firstText(_ name: String) -> String? {
    let text = descendants(name).first?.text.trimmingCharacters(in: .whitespacesAndNewlines)
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// A date as documents state it: `2023-03-14T10:15:00Z`, or less of that.
enum DocumentDate {
  /// Seconds since 1 January 1970 UTC; `nil` where there is no date.
  static func seconds(_ text: String?) -> Int64? {
    guard let text else { return nil }
    let digits = text.prefix(32)
    return PDFDate(digits.count == 4 ? "\(digits)0101" : String(digits))?.seconds
  }
}
