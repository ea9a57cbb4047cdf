import Foundation

/// Numbers of sixteen bits, which Swift has not on all machines.
enum HalfPrecision {
  /// The number of a bit pattern of IEEE 754's binary16.
  static func float(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7FFF)
    // 2¹¹² turns the exponent's offset of 15 into one of 127, subnormal numbers among them.
    return Float(bitPattern: sign | magnitude << 13) * Float(bitPattern: 0x7780_0000)
  }
}

/// The activation between a layer's two products: x · Φ(x) (Hendrycks and Gimpel, "Gaussian Error Linear
/// Units", 2016), looked up in steps of 1/512.
enum GaussianUnits {
  private static let reach: Float = 8
  private static let steps: Float = 512
  private static let table: [Float] = (0...Int(2 * reach * steps)).map { place in
    let x = Double(place) / Double(steps) - Double(reach)
    return Float(x * 0.5 * (1 + erf(x / 2.0.squareRoot())))
  }

  /// Applies it to each number.
  static func apply(to values: inout [Float]) {
    values.withUnsafeMutableBufferPointer { values in
      table.withUnsafeBufferPointer { table in
        for place in values.indices {
          let x = values[place]
          if x >= reach { continue }
          values[place] = x <= -reach ? 0 : table[Int((x + reach) * steps + 0.5)]
        }
      }
    }
  }
}

/// The exponential function, for shares that add up to one.
enum Exponential {
  private static let rounder: Float = 12_582_912

  /// e to the power of a number up to zero, to about one in a hundred thousand.
  @inline(__always)
  static func of(_ value: Float) -> Float {
    let power = (value > -80 ? value : -80) * 1.442_695
    let sum = power + rounder
    let rest = power - (sum - rounder)
    // The series of 2ˣ between -½ and ½.
    var series = rest * 0.009_618_13 + 0.055_504_1
    series = series * rest + 0.240_226_5
    series = series * rest + 0.693_147_2
    series = series * rest + 1
    // The low bits of the sum are the whole part; it goes into the exponent.
    return series * Float(bitPattern: (sum.bitPattern &+ 127) &<< 23)
  }

  /// Turns numbers into shares: e to the power of each, over the sum of all.
  static func softmax(_ values: UnsafeMutableBufferPointer<Float>) {
    var most = -Float.infinity
    for place in values.indices { most = values[place] > most ? values[place] : most }
    for place in values.indices { values[place] = of(values[place] - most) }
    var whole: Float = 0
    for place in values.indices { whole += values[place] }
    let factor = 1 / whole
    for place in values.indices { values[place] *= factor }
  }
}
