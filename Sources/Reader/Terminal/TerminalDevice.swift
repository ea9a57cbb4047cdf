import Foundation

/// Where the screen is written and where keys are read.
struct TerminalDevice: Hashable, Sendable {
  /// Keys and answers come from here.
  let input: Int32
  /// The screen is written here.
  let output: Int32

  /// The terminal that standard output is; nil where it is none.
  ///
  /// Keys come from the terminal too where standard input is something else.
  static func standard() -> TerminalDevice? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    if isatty(STDIN_FILENO) == 1 {
      return TerminalDevice(input: STDIN_FILENO, output: STDOUT_FILENO)
    }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    return TerminalDevice(input: terminal, output: STDOUT_FILENO)
  }

  /// Stops, as shells do, while the program runs in the background of the terminal; false where
  /// nobody can bring it to the front.
  ///
  /// To be called before signals are caught, so that a stopped program can be ended.
  func waitForForeground() -> Bool {
    // Who is stopped this often is not: no shell watches the process group, which the system then
    // does not stop.
    for _ in 0..<20 {
      let foreground = tcgetpgrp(input)
      // -1 where it is not the controlling terminal: it stops nobody.
      if foreground < 0 || foreground == getpgrp() { return true }
      signal(SIGTTIN, SIG_DFL)
      kill(0, SIGTTIN)
      usleep(10_000)
    }
    return false
  }

  /// Its size, where it tells.
  var size: GridSize? {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
    else { return nil }
    return GridSize(rows: Int(window.ws_row), columns: Int(window.ws_col))
  }

  /// Writes text to it; what a terminal that is gone cannot take is lost.
  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}
