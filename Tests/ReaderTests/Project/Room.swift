/// A folder of the sources and what its code may name.
struct Room {
  /// Its path under `Sources`; the deepest room that a file lies under is the file's.
  var path: String
  /// The rooms that it may name the types of, with all rooms inside them; `Terminal.Key` allows one
  /// type of a room.
  var knows: [String]

  init(_ path: String, knows: [String] = []) {
    self.path = path
    self.knows = knows
  }

  /// Whether code of the room may name a type that another room declares.
  func mayName(_ type: String, of other: Room) -> Bool {
    other.path == path
      || knows.contains { other.path == $0 || other.path.hasPrefix($0 + "/") }
      || knows.contains("\(other.path).\(type)")
  }
}

/// A file that names what its room may not know.
struct ForbiddenName: Hashable, CustomStringConvertible {
  var file: String
  var name: String
  var owner: String

  var description: String { "\(file) names \(name), a type of \(owner)" }
}

/// The rooms of a project, with the sources in them.
struct House {
  private var sources: [(path: String, room: Room, source: SwiftSource)] = []

  /// Reads sources, by their paths under `Sources`; those that lie in no room are left out.
  init(rooms: [Room], files: [(path: String, text: String)]) {
    sources = files.compactMap { file in
      let room = rooms.filter { file.path.hasPrefix($0.path + "/") }
        .max { $0.path.count < $1.path.count }
      return room.map { (file.path, $0, SwiftSource(file.text)) }
    }
  }

  /// The names of types that more than one file declares at the top, with the files.
  var repeatedTypes: [String: [String]] {
    var files: [String: [String]] = [:]
    for (path, _, source) in sources {
      for type in source.declarations where type.isTopLevel {
        files[type.name, default: []] += [path]
      }
    }
    return files.filter { $0.value.count > 1 }
  }

  /// Every file with a name that it may not know.
  ///
  /// A nested type is named through the type around it, which counts. A name that a room declares
  /// itself, nested or not, does not count as another room's.
  var forbiddenNames: Set<ForbiddenName> {
    var owners: [String: [Room]] = [:]
    var own: [String: Set<String>] = [:]
    for (_, room, source) in sources {
      for type in source.declarations {
        own[room.path, default: []].insert(type.name)
        if type.isTopLevel { owners[type.name, default: []].append(room) }
      }
    }
    var forbidden: Set<ForbiddenName> = []
    for (path, room, source) in sources {
      for name in source.names.subtracting(own[room.path] ?? []) {
        for owner in owners[name] ?? [] where !room.mayName(name, of: owner) {
          forbidden.insert(ForbiddenName(file: path, name: name, owner: owner.path))
        }
      }
    }
    return forbidden
  }
}
