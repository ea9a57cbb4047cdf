/// The scalars of bytes taken as UTF-8, and how well-formed the bytes were.
struct UTF8Decoding {
  private(set) var scalars: [Unicode.Scalar] = []
  /// How many well-formed sequences of more than one byte there are.
  private(set) var sequences = 0
  /// How many malformed stretches became U+FFFD.
  private(set) var malformed = 0
  /// How many bytes of a sequence that the end cut off are there, malformed as they are.
  private(set) var cutOff = 0

  /// Whether the bytes are one well-formed character.
  var isOneScalar: Bool { malformed == 0 && scalars.count == 1 }

  init(_ bytes: ArraySlice<UInt8>) {
    var sequences = 0
    var malformed = 0
    var cutOff = 0
    scalars = bytes.withUnsafeBufferPointer { bytes in
      [Unicode.Scalar](unsafeUninitializedCapacity: bytes.count) { output, count in
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          if byte < 0x80 {
            output.initializeElement(at: count, to: Unicode.Scalar(byte))
            count += 1
            index += 1
            continue
          }
          let step = Self.sequence(in: bytes, at: index)
          if let scalar = step.scalar {
            output.initializeElement(at: count, to: scalar)
            sequences += 1
          } else {
            output.initializeElement(at: count, to: .replacement)
            malformed += 1
            if index + step.length == bytes.count { cutOff = step.length }
          }
          count += 1
          index += step.length
        }
      }
    }
    self.sequences = sequences
    self.malformed = malformed
    self.cutOff = cutOff
  }

  /// The sequence at `index`: its scalar and length, or no scalar and the length of what is replaced.
  ///
  /// The Unicode Standard, chapter 3, table 3-7 (well-formed sequences) and "Substitution of
  /// Maximal Subparts" (one U+FFFD for the longest start of a well-formed sequence).
  private static func sequence(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar?, length: Int) {
    let lead = bytes[index]
    let following: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (following, value) = (1, UInt32(lead & 0x1F))
    case 0xE0: (following, value, second) = (2, 0, 0xA0...0xBF)
    case 0xED: (following, value, second) = (2, 0xD, 0x80...0x9F)
    case 0xE1...0xEF: (following, value) = (2, UInt32(lead & 0x0F))
    case 0xF0: (following, value, second) = (3, 0, 0x90...0xBF)
    case 0xF1...0xF3: (following, value) = (3, UInt32(lead & 0x07))
    case 0xF4: (following, value, second) = (3, 4, 0x80...0x8F)
    default: return (nil, 1)
    }
    for step in 1...following {
      guard index + step < bytes.count else { return (nil, step) }
      let byte = bytes[index + step]
      guard step == 1 ? second.contains(byte) : (0x80...0xBF).contains(byte) else {
        return (nil, step)
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value), following + 1)
  }
}
