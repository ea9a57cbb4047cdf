import Foundation

/// The system's monotonic clock, which other programs on the machine read alike.
enum MonotonicTime {
  /// The time now, in milliseconds.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
