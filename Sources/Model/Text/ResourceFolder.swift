import Foundation

/// The folder that holds the trained models and tables the program reads at run time.
///
/// It is found relative to the running executable, so that an installed program works without the
/// place it was built in.
public enum ResourceFolder {
  /// The folder was nowhere to be found.
  public struct NotFound: Error, CustomStringConvertible {
    /// The places that were tried.
    public var tried: [String]
    /// A sentence for the person at the terminal.
    public var description: String {
      "The program's tables are missing: none of \(tried.joined(separator: ", ")) exists. "
        + "Install the program again with `make install`."
    }
  }

  /// Where the folder may be for an executable at `executable`: beside it as the build leaves it,
  /// or under `share` of the prefix it was installed to.
  public static func candidates(for executable: URL) -> [URL] {
    let folder = executable.deletingLastPathComponent()
    return [
      folder.appending(path: "Reader_Model.resources/Resources"),
      folder.deletingLastPathComponent().appending(path: "share/reader/tables"),
    ]
  }

  /// The folder of the running program.
  ///
  /// - Throws: ``NotFound`` where no candidate exists.
  public static func locate() throws -> URL {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let executable = URL(filePath: own ?? CommandLine.arguments[0])
    let places = candidates(for: executable)
    guard
      let found = places.first(where: {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder)
          && isFolder.boolValue
      })
    else {
      throw NotFound(tried: places.map(\.path))
    }
    return found
  }

  /// The file called `name` in the folder of the running program.
  public static func file(_ name: String) throws -> URL {
    try locate().appending(path: name)
  }
}
