import Foundation

/// The operating system's refusals, in words that say what to do.
enum SystemError {
  /// The rest of a sentence that starts with the file's name.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR:
      return "is not there; check the path, or whether the file was moved"
    case EACCES, EPERM:
      return "may not be read by you; change that with `chmod` or ask whose file it is"
    case ELOOP:
      return "is a symbolic link that leads back to itself; name the file that is meant"
    case ENAMETOOLONG:
      return "has too long a path; name a folder nearer to it from within"
    case EMFILE, ENFILE:
      return "was not opened because too many files are open; raise the limit with `ulimit -n`"
    case EAGAIN:
      return "has nothing to read yet; send what it gives to standard input and name that `-`"
    case ENXIO, ENODEV:
      return "is a socket or device, not a file; there is no text in it to read"
    default:
      return "was not read: \(String(cString: strerror(code)))"
    }
  }
}
