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
