import Foundation

/// What an article's text is cut into, and how it leads back to its file's.
struct ArticleStructure {
  /// The paragraphs.
  var paragraphs: [Paragraph]
  /// The way back.
  var offsets: OffsetMap
  /// The format characters that its layout heeds.
  var controls: LayoutControls
  /// What was mended in it.
  var repairs: TextRepair

  /// Takes it from an article.
  init(_ article: Article) {
    paragraphs = article.paragraphs
    offsets = article.offsets
    controls = article.controls
    repairs = article.repairs
  }

  /// The layout's bytes.
  func packed() -> [UInt8] {
    var writer = PackedWriter()
    writer.write(paragraphs.count)
    var position = 0
    for paragraph in paragraphs {
      writer.write(byte: paragraph.role.code)
      writer.writeSigned(Int64(paragraph.range.lowerBound - position))
      writer.write(paragraph.range.count)
      position = paragraph.range.upperBound
    }
    writer.write(offsets.anchors.count)
    for anchor in offsets.anchors {
      writer.write(anchor.cleaned)
      writer.writeSigned(Int64(anchor.original) - Int64(anchor.cleaned))
    }
    // Most texts have neither, and what was stored before had none.
    guard !controls.isEmpty || !repairs.isEmpty else { return writer.bytes }
    writer.write(byte: repairs.rawValue)
    writer.write(controls.entries.count)
    for entry in controls.entries {
      writer.write(entry.position)
      writer.write(Int(entry.scalar.value))
    }
    return writer.bytes
  }

  /// Reads the layout of a text of `count` scalars.
  init(_ data: Data, count: Int) throws {
    var reader = PackedReader(data)
    paragraphs = []
    var position = 0
    for _ in 0..<(try reader.readCount()) {
      let role = try Paragraph.Role(code: reader.readByte())
      let range = try reader.readRange(after: position, count: count)
      position = range.upperBound
      paragraphs.append(Paragraph(role: role, range: range))
    }
    var anchors: [OffsetMap.Anchor] = []
    for _ in 0..<(try reader.readCount()) {
      let cleaned = try reader.readInt()
      let (original, overflow) = cleaned.addingReportingOverflow(Int(try reader.readSigned()))
      // Half the range of Int is left, so that no position added to it overflows.
      guard !overflow, abs(original / 2) < Int.max / 4 else { throw PackedReader.Damaged() }
      anchors.append(OffsetMap.Anchor(cleaned: cleaned, original: original))
    }
    offsets = OffsetMap(anchors: anchors)
    controls = LayoutControls()
    repairs = []
    guard !reader.isAtEnd else { return }
    repairs = TextRepair(rawValue: try reader.readByte())
    for _ in 0..<(try reader.readCount()) {
      let position = try reader.readInt()
      guard position <= count, position >= controls.entries.last?.position ?? 0,
        let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: try reader.readInt())),
        LayoutControls.kept(scalar) == scalar
      else { throw PackedReader.Damaged() }
      controls.note(scalar, before: position)
    }
  }
}

extension Paragraph.Role {
  /// The role as a byte.
  fileprivate var code: UInt8 {
    switch self {
    case .title: 0
    case .body: 1
    case .boilerplate: 2
    }
  }

  fileprivate init(code: UInt8) throws {
    switch code {
    case 0: self = .title
    case 1: self = .body
    case 2: self = .boilerplate
    default: throw PackedReader.Damaged()
    }
  }
}
