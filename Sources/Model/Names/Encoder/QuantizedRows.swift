/// Rows of numbers as the product of matrices takes them: whole numbers, with a step for each row.
struct QuantizedRows {
  /// The greatest number: 1,536 products with weights up to 127 stay below 2³¹.
  private static let most: Float = 8191
  /// Added to a small number it leaves the nearest whole number in the low bits.
  private static let rounder: Float = 12_582_912

  /// The rows, one after the other.
  let numbers: [Int16]
  /// What a step of one is in each row.
  let steps: [Float]

  /// Rounds rows of `width` numbers.
  init(_ values: [Float], width: Int) {
    var steps: [Float] = []
    steps.reserveCapacity(values.count / width)
    numbers = [Int16](unsafeUninitializedCapacity: values.count) { numbers, filled in
      values.withUnsafeBufferPointer { values in
        for start in stride(from: 0, to: values.count, by: width) {
          // The bits of numbers without a sign are in the order of the numbers.
          var bits: Int32 = 0
          for place in start..<start + width {
            bits = max(bits, Int32(bitPattern: values[place].bitPattern & 0x7FFF_FFFF))
          }
          let step = max(Float(bitPattern: UInt32(bitPattern: bits)), 1e-9) / Self.most
          steps.append(step)
          let factor = 1 / step
          for place in start..<start + width {
            numbers[place] = Int16(
              truncatingIfNeeded: (values[place] * factor + Self.rounder).bitPattern)
          }
        }
      }
      filled = values.count
    }
    self.steps = steps
  }
}
