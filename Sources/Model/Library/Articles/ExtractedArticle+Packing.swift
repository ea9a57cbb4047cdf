import Foundation

extension ExtractedArticle {
  /// The mentions' bytes: for each where it stands, what it is, how sure that is in thousandths,
  /// and, counted from 1, which local entity it names.
  func packedMentions() -> [UInt8] {
    var owners = [Int](repeating: 0, count: mentions.count)
    for (index, local) in localEntities.enumerated() {
      for mention in local.mentions where owners.indices.contains(mention) {
        owners[mention] = index + 1
      }
    }
    var writer = PackedWriter()
    writer.write(mentions.count)
    var position = 0
    for (mention, owner) in zip(mentions, owners) {
      writer.writeSigned(Int64(mention.range.lowerBound - position))
      writer.write(mention.range.count)
      writer.write(byte: mention.kind.code)
      let confidence = mention.confidence.isNaN ? 0 : min(max(mention.confidence, 0), 1)
      writer.write(Int(confidence * 1000 + 0.5))
      writer.write(owner)
      position = mention.range.upperBound
    }
    return writer.bytes
  }

  /// The local entities' bytes: kind, with whether it is in doubt, and names.
  func packedLocals() -> [UInt8] {
    var writer = PackedWriter()
    writer.write(localEntities.count)
    for local in localEntities {
      writer.write(byte: PackedLocal(local).code)
      writer.write(names: local.names)
    }
    return writer.bytes
  }
}

/// A stored mention and the local entity it names: an index, absent where there is none.
struct PackedMention {
  /// The mention.
  var mention: Mention
  /// The local entity's index.
  var local: Int?

  /// Reads the mentions of a text of `count` scalars.
  static func all(in data: Data, count: Int) throws -> [PackedMention] {
    var reader = PackedReader(data)
    var position = 0
    var result: [PackedMention] = []
    for _ in 0..<(try reader.readCount()) {
      let range = try reader.readRange(after: position, count: count)
      position = range.upperBound
      let kind = try reader.readKind()
      let confidence = Double(try reader.readInt()) / 1000
      let owner = try reader.readInt()
      result.append(
        PackedMention(
          mention: Mention(range: range, kind: kind, confidence: confidence),
          local: owner > 0 ? owner - 1 : nil))
    }
    return result
  }
}

/// What one byte says of a local entity: its kind, and whether it is in doubt.
struct PackedLocal {
  /// The kind.
  var kind: EntityKind
  /// Whether the article alone does not show it.
  var isDoubtful: Bool

  private static let doubt: UInt8 = 0x80

  /// Takes it from a local entity.
  init(_ local: LocalEntity) {
    kind = local.kind
    isDoubtful = local.isDoubtful
  }

  /// Reads the byte.
  init(code: UInt8) throws {
    guard let kind = EntityKind(code: code & ~Self.doubt) else { throw PackedReader.Damaged() }
    self.kind = kind
    isDoubtful = code & Self.doubt != 0
  }

  /// The byte.
  var code: UInt8 { kind.code | (isDoubtful ? Self.doubt : 0) }
}

extension PackedWriter {
  /// Writes the names of an entity.
  mutating func write(names: [NameForm]) {
    write(names.count)
    for name in names {
      write(name.text)
      write(max(name.count, 0))
    }
  }
}

extension PackedReader {
  /// Reads a kind by its code.
  mutating func readKind() throws -> EntityKind {
    guard let kind = EntityKind(code: try readByte()) else { throw Damaged() }
    return kind
  }

  /// Reads the names of an entity.
  mutating func readNames() throws -> [NameForm] {
    try (0..<readCount()).map { _ in
      NameForm(text: try readString(), count: try readInt())
    }
  }

  /// Reads the names of an entity; the same bytes give the same array.
  mutating func readNames(sharing known: inout [Data: [NameForm]]) throws -> [NameForm] {
    var ahead = self
    for _ in 0..<(try ahead.readCount()) {
      try ahead.skipString()
      _ = try ahead.readInt()
    }
    let bytes = Data(rest.prefix(ahead.position - position))
    if let names = known[bytes] {
      self = ahead
      return names
    }
    let names = try readNames()
    known[bytes] = names
    return names
  }
}
