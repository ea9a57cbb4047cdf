import CXML

/// A node of a ``MarkupDocument``, which it keeps alive.
///
/// Two nodes are equal if they are the same node of the same document.
struct MarkupNode: Hashable {
  private let pointer: xmlNodePtr
  private let document: MarkupDocument

  init(pointer: xmlNodePtr, document: MarkupDocument) {
    self.pointer = pointer
    self.document = document
  }

  static func == (first: MarkupNode, second: MarkupNode) -> Bool {
    first.pointer == second.pointer
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(pointer)
  }

  /// Whether the node is an element.
  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

  /// Whether the node is text.
  var isText: Bool {
    pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE
  }

  /// The element's name without a prefix that is declared; an undeclared one stays in front.
  var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

  /// The prefix of the element's namespace.
  var prefix: String? { pointer.pointee.ns?.pointee.prefix.map { String(cString: $0) } }

  /// The address of the element's namespace.
  var namespace: String? { pointer.pointee.ns?.pointee.href.map { String(cString: $0) } }

  /// The bytes of a text node in UTF-8, without a copy.
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard isText, let content = pointer.pointee.content else { return }
    body(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
  }

  /// The node's own text; of an element, that of all text below.
  var text: String {
    guard let content = xmlNodeGetContent(pointer) else { return "" }
    defer { cxml_free(content) }
    return String(cString: content)
  }

  /// Whether the element has attributes.
  var hasAttributes: Bool { isElement && pointer.pointee.properties != nil }

  /// The value of the attribute with a name, whatever its namespace.
  func attribute(_ name: String) -> String? {
    guard isElement, let value = xmlGetProp(pointer, name) else { return nil }
    defer { cxml_free(value) }
    return String(cString: value)
  }

  /// Visits the names of the element's attributes, each with what reads its value.
  func eachAttribute(_ body: (_ name: String, _ value: () -> String) -> Void) {
    var next = isElement ? pointer.pointee.properties : nil
    while let attribute = next {
      if let name = attribute.pointee.name {
        body(String(cString: name)) {
          guard let first = attribute.pointee.children else { return "" }
          if first.pointee.next == nil, first.pointee.type == XML_TEXT_NODE {
            return first.pointee.content.map { String(cString: $0) } ?? ""
          }
          guard let value = xmlNodeListGetString(pointer.pointee.doc, first, 1) else { return "" }
          defer { cxml_free(value) }
          return String(cString: value)
        }
      }
      next = attribute.pointee.next
    }
  }

  /// The element that holds this node.
  var parent: MarkupNode? {
    guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else {
      return nil
    }
    return MarkupNode(pointer: parent, document: document)
  }

  /// The node after this one in its element.
  var next: MarkupNode? {
    pointer.pointee.next.map { MarkupNode(pointer: $0, document: document) }
  }

  /// The first node in this element.
  var firstChild: MarkupNode? {
    guard isElement else { return nil }
    return pointer.pointee.children.map { MarkupNode(pointer: $0, document: document) }
  }

  /// The nodes in this element.
  var children: [MarkupNode] {
    firstChild.map { Array(sequence(first: $0, next: \.next)) } ?? []
  }

  /// The elements in this element.
  var elements: [MarkupNode] { children.filter(\.isElement) }

  /// Visits all nodes below this one, in the order of the text, without recursion.
  ///
  /// `enter` says whether to visit what is in a node; `leave` is called for each node that was
  /// entered.
  func walk(enter: (MarkupNode) -> Bool, leave: (MarkupNode) -> Void) {
    guard var node = firstChild else { return }
    while true {
      if enter(node) {
        if let child = node.firstChild {
          node = child
          continue
        }
        leave(node)
      }
      while true {
        if let next = node.next {
          node = next
          break
        }
        guard let parent = node.parent, parent.pointer != pointer else { return }
        leave(parent)
        node = parent
      }
    }
  }
}
