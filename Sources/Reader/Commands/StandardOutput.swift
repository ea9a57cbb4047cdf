import ArgumentParser
import Foundation

/// Where commands print what they found.
enum StandardOutput {
  /// Writes text; a full disk or a closed output ends the command with one line and status 1.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      StandardError.write("reader: Standard output can't be written: \(reason(error))")
      throw ExitCode(1)
    }
  }

  /// What the system says of a failed write.
  private static func reason(_ error: any Error) -> String {
    let code = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    guard code.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(code.code)))
  }
}
