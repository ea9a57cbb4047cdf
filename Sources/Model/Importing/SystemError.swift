import Foundation

/// Errors of the operating system, as sentences that say what to do.
enum SystemError {
  /// The rest of a sentence that starts with the file's name.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR:
      return "does not exist; check the path, or whether the file was moved"
    case EACCES, EPERM:
      return "cannot be read: permission denied; change that with `chmod`, or ask the owner"
    case ELOOP:
      return "is a symbolic link that leads back to itself; name the file itself"
    case ENAMETOOLONG:
      return "has a path that is too long; change to a folder nearer to it and use a shorter path"
    case EMFILE, ENFILE:
      return "was not opened because too many files are open; raise the limit with `ulimit -n`"
    case EAGAIN:
      return "has nothing to read yet; redirect it to standard input and use the path `-`"
    case ENXIO, ENODEV:
      return "is a socket or device, not a file; there is no text in it to read"
    default:
      return "was not read: \(String(cString: strerror(code)))"
    }
  }
}
