import Foundation

/// The weights of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).
///
/// A memory-mapped file made by `Tools/tagger/pack.py`: after the header the transition weights as
/// 32-bit floats, then a hash table of the features. A slot is one signed byte a label,
/// scaled so that 127 is the largest weight, filled up to twelve, and the feature's number (32 bits,
/// zero where the slot is empty).
struct CRFModel: Sendable {
  /// How the file names its format.
  static let format = "RDCRFMOD"
  /// The version of the file format and of the features its keys are made of.
  static let version: UInt32 = 1
  /// How many bytes a slot takes.
  static let slotSize = 16

  /// What a token can be: outside a name, the beginning of one or inside one.
  enum Label: Int, CaseIterable {
    case outside, beginPerson, insidePerson, beginPlace, insidePlace, beginOrganization
    case insideOrganization, beginOther, insideOther

    /// The kind of name; nothing outside names and in names of other things.
    var kind: EntityKind? {
      switch self {
      case .beginPerson, .insidePerson: .person
      case .beginPlace, .insidePlace: .place
      case .beginOrganization, .insideOrganization: .organization
      case .outside, .beginOther, .insideOther: nil
      }
    }

    /// Whether a name begins here.
    var begins: Bool { rawValue % 2 == 1 }
  }

  private let table: MappedTable
  /// How much more likely a label is after another: a vector of following labels for each.
  let transitions: [SIMD16<Float>]
  /// What a weight of one is in the table.
  let scale: Float

  /// Maps the model of a file.
  init(file: URL) throws {
    table = try MappedTable(
      file: file, format: Self.format, version: Self.version, slotSize: Self.slotSize)
    let count = Label.allCases.count
    guard table.parameters.0 == UInt32(count),
      table.slotsOffset == MappedTable.headerSize + 4 * count * count
    else { throw MappedTable.Malformed(path: file.path) }
    scale = Float(table.parameters.1) / 127_000
    transitions = table.data.withUnsafeBytes { bytes in
      (0..<count).map { from in
        var row = SIMD16<Float>(repeating: 0)
        for to in 0..<count {
          let offset = MappedTable.headerSize + 4 * (from * count + to)
          let bits = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
          let weight = Float(bitPattern: UInt32(littleEndian: bits))
          row[to] = weight.isFinite ? min(max(weight, -50), 50) : 0
        }
        return row
      }
    }
  }

  /// Calls `body` with a reader that looks up features while the file is mapped.
  func withReader<Result>(_ body: (Reader) throws -> Result) rethrows -> Result {
    try table.withSlots { try body(Reader(slots: $0, mask: $1, model: self)) }
  }

  /// Looks up features.
  struct Reader {
    fileprivate let slots: UnsafeRawBufferPointer
    fileprivate let mask: Int
    /// The model whose features they are.
    let model: CRFModel

    /// Adds a feature's weights to the sums of the labels.
    @inline(__always)
    func add(_ feature: UInt32, to sums: inout SIMD16<Int16>) {
      let wanted = feature == 0 ? 1 : feature
      var slot = Int(feature) & mask
      for _ in 0...mask {
        let row = slots.loadUnaligned(
          fromByteOffset: slot &* CRFModel.slotSize, as: SIMD16<Int8>.self)
        let key = slots.loadUnaligned(
          fromByteOffset: slot &* CRFModel.slotSize + 12, as: UInt32.self)
        if UInt32(littleEndian: key) == wanted {
          sums &+= SIMD16<Int16>(truncatingIfNeeded: row)
          return
        }
        if key == 0 { return }
        slot = (slot &+ 1) & mask
      }
    }
  }
}
