import CXML

/// A tree of XML or HTML, which lives as long as one of its nodes.
///
/// Nothing is fetched, no document type is loaded and no entity is expanded, and libxml2's own bounds
/// of depth and size hold.
final class MarkupDocument {
  private let document: xmlDocPtr

  /// Parses XML in UTF-8, recovering from errors; `nil` where no element is in it.
  init?(xml bytes: [UInt8]) {
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
    guard let document = Self.parse(bytes, { xmlReadMemory($0, $1, nil, "UTF-8", Int32(options)) })
    else { return nil }
    self.document = document
  }

  /// Parses HTML in UTF-8, recovering from errors; `nil` where no element is in it.
  init?(html bytes: [UInt8]) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue
    guard let document = Self.parse(bytes, { htmlReadMemory($0, $1, nil, "UTF-8", Int32(options)) })
    else { return nil }
    self.document = document
  }

  deinit {
    xmlFreeDoc(document)
  }

  private static func parse(
    _ bytes: [UInt8], _ read: (UnsafePointer<CChar>, Int32) -> xmlDocPtr?
  ) -> xmlDocPtr? {
    guard !bytes.isEmpty, let count = Int32(exactly: bytes.count) else { return nil }
    let document = bytes.withUnsafeBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.flatMap { read($0, count) }
    }
    guard let document else { return nil }
    if xmlDocGetRootElement(document) == nil {
      xmlFreeDoc(document)
      return nil
    }
    return document
  }

  /// The root element.
  var root: MarkupNode? {
    xmlDocGetRootElement(document).map { MarkupNode(pointer: $0, document: self) }
  }
}
