import Foundation

/// The user's folders, as the XDG Base Directory Specification has them.
public enum XDGFolder: String, Sendable {
  /// What the user configured.
  case configuration = "XDG_CONFIG_HOME"
  /// What the user keeps.
  case data = "XDG_DATA_HOME"
  /// What a program remembers.
  case state = "XDG_STATE_HOME"

  /// The folder: the one that the environment names, if its path is absolute, else the usual one.
  public func url(in environment: [String: String]) -> URL {
    if let path = environment[rawValue], path.hasPrefix("/") { return URL(filePath: path) }
    // The specification speaks of $HOME; the system's idea of it is for where that is not set.
    let home = environment["HOME"].map { URL(filePath: $0) }
    return (home ?? FileManager.default.homeDirectoryForCurrentUser).appending(path: usual)
  }

  private var usual: String {
    switch self {
    case .configuration: ".config"
    case .data: ".local/share"
    case .state: ".local/state"
    }
  }
}
