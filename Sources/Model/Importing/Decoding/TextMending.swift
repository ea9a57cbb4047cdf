/// What a text from outside needs before it is cleaned, decided for the whole of an article and done
/// to each of its fields.
struct TextMending {
  /// What was wrong.
  private(set) var repairs: TextRepair = []
  private let encoding: DoubleEncoding?

  /// Examines a text.
  init(for text: [Unicode.Scalar]) {
    encoding = DoubleEncoding(text)
    if let encoding { repairs.insert(encoding.repair) }
    let decoded = encoding?.undone(MappedText(text)).scalars ?? text
    if VisualOrder.isBackwards(decoded) { repairs.insert(.visualOrder) }
    let ordered =
      repairs.contains(.visualOrder) ? VisualOrder.turned(MappedText(decoded)).scalars : decoded
    if LamAlef.isSwapped(ordered) { repairs.insert(.lamAlef) }
  }

  /// The text, or a part of it, in order.
  func mended(_ text: [Unicode.Scalar]) -> MappedText {
    var result = MappedText(text)
    if let encoding { result = encoding.undone(result) }
    result = CharacterReferences.decoded(result)
    if repairs.contains(.visualOrder) { result = VisualOrder.turned(result) }
    if repairs.contains(.lamAlef) { result = LamAlef.restored(result) }
    return result
  }
}
