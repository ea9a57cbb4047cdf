import Foundation
import TOMLKit

/// The file that the configuration is read from.
struct ConfigurationFile: Hashable, Sendable {
  /// More bytes than this are no configuration.
  private static let limit = 1 << 20

  /// Its path.
  let path: String
  /// Whether it has to exist.
  let isNamed: Bool

  /// The file named, else `reader/config.toml` in the user's folder of configurations, which may be
  /// absent.
  init(_ named: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
    isNamed = named != nil
    if let named {
      path = named
    } else if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      path = folder + "/reader/config.toml"
    } else {
      let home = environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
      path = home + "/.config/reader/config.toml"
    }
  }

  /// Reads it; the standard configuration where it is absent.
  ///
  /// - Throws: ``ConfigurationError`` with all its mistakes.
  func read() throws(ConfigurationError) -> Configuration {
    guard isNamed || FileManager.default.fileExists(atPath: path) else { return Configuration() }
    let data: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      data = try handle.read(upToCount: Self.limit + 1) ?? Data()
    } catch {
      throw failure("it cannot be read: \(error.localizedDescription)")
    }
    guard data.count <= Self.limit else {
      throw failure("it is over a megabyte long, which no configuration is")
    }
    guard let text = String(validating: data, as: UTF8.self), !text.unicodeScalars.contains("\0")
    else {
      throw failure("it is no text in UTF-8")
    }
    return try Self.read(text, path: path.displayable)
  }

  private func failure(_ text: String) -> ConfigurationError {
    ConfigurationError(
      path: path.displayable, mistakes: [.init(text: text + "; reader config prints a valid one")])
  }

  /// Reads the text of a configuration.
  static func read(_ text: String, path: String) throws(ConfigurationError) -> Configuration {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw ConfigurationError(
        path: path,
        mistakes: [
          .init(line: begin.line, column: begin.column, text: error.description.displayable)
        ])
    } catch {
      throw ConfigurationError(path: path, mistakes: [.init(text: "it is no TOML")])
    }
    var reading = ConfigurationReading(places: TOMLPlaces(text))
    reading.read(table, at: [])
    guard reading.mistakes.isEmpty else {
      let mistakes = reading.mistakes.sorted {
        ($0.line ?? 0, $0.column, $0.text) < ($1.line ?? 0, $1.column, $1.text)
      }
      throw ConfigurationError(path: path, mistakes: mistakes)
    }
    return reading.configuration
  }
}

/// Goes through the tables of a configuration and gathers settings, keys and mistakes.
private struct ConfigurationReading {
  var configuration = Configuration()
  var mistakes: [ConfigurationError.Mistake] = []
  /// Where keys stand in the text.
  let places: TOMLPlaces

  init(places: TOMLPlaces) {
    self.places = places
  }

  /// The names of the tables that there are.
  private static let tables = Set(
    SettingTable.entries.map { $0.name.split(separator: ".").map(String.init) }
      .filter { $0.count > 1 }.map { $0[0] }
  ).union(["keys"])

  mutating func read(_ table: TOMLTable, at path: [String]) {
    for key in table.keys {
      guard let value = table[key] else { continue }
      let own = path + [key]
      if path.first == "keys" {
        readKeys(value, at: own)
      } else if let inner = value.table {
        guard Self.tables.contains(key), path.isEmpty else {
          note(
            own,
            "there is no table \(key.displayable)"
              + NearestWord.question(key, among: Self.tables))
          continue
        }
        read(inner, at: own)
      } else {
        readSetting(value, at: own)
      }
    }
  }

  private mutating func note(_ path: [String], _ text: String) {
    let place = places.place(of: path)
    mistakes.append(.init(line: place?.line, column: place?.column ?? 1, text: text))
  }

  private mutating func readSetting(_ value: TOMLValueConvertible, at path: [String]) {
    let name = path.joined(separator: ".")
    do throws(SettingTable.Mistake) {
      let entry = try SettingTable.entry(named: name)
      guard let value = Self.value(value) else {
        throw SettingTable.Mistake(
          description: "\(name) is a word, a number, a list of words, or true or false")
      }
      do throws(SettingTable.Mistake) {
        try entry.set(&configuration.settings, value)
      } catch {
        throw SettingTable.Mistake(
          description: "\(name) cannot be \(value.description.displayable): \(error.description)")
      }
    } catch {
      note(path, error.description)
    }
  }

  private static func value(_ value: TOMLValueConvertible) -> SettingTable.Value? {
    switch value.type {
    case .string: return value.string.map { .text($0) }
    case .int: return value.int.map { .number($0) }
    case .bool: return value.bool.map { .flag($0) }
    case .array:
      let texts = value.array?.map(\.string) ?? []
      let found = texts.compactMap(\.self)
      return found.count == texts.count ? .list(found) : nil
    default: return nil
    }
  }

  // MARK: - Keys

  private mutating func readKeys(_ value: TOMLValueConvertible, at path: [String]) {
    let name = path[1]
    guard let context = KeyContext(rawValue: name) else {
      note(
        path,
        "there is no pane \(name.displayable)"
          + NearestWord.question(name, among: KeyContext.allCases.map(\.rawValue)))
      return
    }
    guard let table = value.table else {
      note(path, "keys are bound in a table, such as [keys.list]")
      return
    }
    for key in table.keys {
      guard let value = table[key] else { continue }
      do {
        let sequence = try KeySequence(parsing: key)
        configuration.keymap.bind(sequence, to: try calls(of: value), in: context)
      } catch {
        note(path + [key], String(describing: error))
      }
    }
  }

  /// The commands that a value names: one, several in a list, or none.
  private func calls(of value: TOMLValueConvertible) throws -> [CommandCall] {
    guard let value = Self.value(value) else {
      throw SettingTable.Mistake(description: "a key is bound to a command in quotes")
    }
    switch value {
    case .text(let line): return line.isEmpty ? [] : [try CommandCall(parsing: line)]
    case .list(let lines): return try lines.map { try CommandCall(parsing: $0) }
    default: throw SettingTable.Mistake(description: "a key is bound to a command in quotes")
    }
  }
}
