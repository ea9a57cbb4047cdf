import GRDB

/// Where the articles that a source gave stand: in the file of its name, and in the files of the folder
/// of its name.
struct SourcePlaces {
  /// The places with their files, to be selected from with ``arguments``.
  static let table = """
    file JOIN place ON place.file = file.id
      AND (file.path = :source OR file.path >= :first AND file.path < :beyond)
    """

  /// The address, folder, file or command.
  private let target: String

  /// The places of a source.
  init(of target: String) {
    self.target = target
  }

  /// The values of the names in ``table``.
  var arguments: StatementArguments {
    // The slash comes right before the digit 0. No address is a folder of others.
    let folder = target.hasPrefix("/") ? target : nil
    return [
      "source": target, "first": folder.map { $0 + "/" } ?? target,
      "beyond": folder.map { $0 + "0" } ?? target,
    ]
  }
}

/// What a source is called on its list, and the group that it is in there.
struct SourceName: Hashable, Sendable {
  /// What it is called.
  var name: String
  /// The group, with those around it; `nil` for none.
  var group: String?

  /// Those of the sources on the list, by what a library knows the sources by.
  static func all(_ db: Database) throws -> [String: SourceName] {
    var names: [String: SourceName] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT target, name, folder FROM source WHERE name IS NOT NULL")
    {
      names[try row.decode(atIndex: 0)] = try SourceName(
        name: row.decode(atIndex: 1), group: row.decode(atIndex: 2))
    }
    return names
  }
}
