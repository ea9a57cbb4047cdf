import Model
import TOMLKit

/// Reads a list of sources from TOML and collects its mistakes.
struct SourceListReader {
  /// What is wrong, in the order in which it was found.
  var mistakes: [ConfigurationError.Mistake] { document.mistakes }

  private var document: TOMLDocument
  private var list = SourceList()
  private var seen: Set<String> = []

  /// Prepares to read a text, which holds no NUL.
  init(_ text: String, file: String) {
    document = TOMLDocument(text, file: file)
  }

  /// Reads the text; what is wrong in it is left out.
  mutating func read() -> SourceList {
    if let table = document.table { readDocument(table) }
    return list
  }

  private mutating func readDocument(_ table: TOMLTable) {
    let names = SourceSetting.all.map(\.name) + ["source", "group"]
    for (key, value) in document.entries(of: table, path: []) {
      switch key {
      case "source":
        for (source, path) in document.tables(of: value, path: [key]) {
          readSource(source, path: path)
        }
      case "group":
        guard let groups = value.table else {
          document.note(Self.groupExpected, atKey: [key])
          continue
        }
        for (name, value) in document.entries(of: groups, path: [key]) {
          readGroup(value, name: name)
        }
      default:
        var general = list.general
        readSetting(key, value, into: &general, path: [key], known: names)
        list.general = general
      }
    }
  }

  private static let groupExpected = "a group is a table such as [group.Economy]"

  private mutating func readGroup(_ value: any TOMLValueConvertible, name: String) {
    let path = ["group", name]
    guard let table = value.table else {
      document.note(Self.groupExpected, atKey: path)
      return
    }
    var settings = SourceSettings()
    for (key, value) in document.entries(of: table, path: path) {
      readSetting(
        key, value, into: &settings, path: path + [key], known: SourceSetting.all.map(\.name))
    }
    list.groups[name] = settings
  }

  private mutating func readSource(_ table: TOMLTable, path: [String]) {
    var found: Source?
    var texts: [String: String] = [:]
    var settings = SourceSettings()
    let kinds = Source.Kind.allCases.map(\.rawValue)
    let known = kinds + ["name", "group"] + SourceSetting.all.map(\.name)
    for (key, value) in document.entries(of: table, path: path) {
      let path = path + [key]
      do throws(InvalidWord) {
        if let kind = Source.Kind(rawValue: key) {
          guard found == nil else {
            throw InvalidWord("a source has one of \(kinds.joined(separator: ", ")), not two")
          }
          found = Source(kind: kind, target: try target(value, of: kind))
        } else if key == "name" || key == "group" {
          guard let text = value.string, !text.isEmpty, text == text.displayable else {
            throw InvalidWord("\(key) is a word or words in quotation marks")
          }
          texts[key] = text
        } else {
          readSetting(key, value, into: &settings, path: path, known: known)
        }
      } catch {
        document.note(error, atValue: path)
      }
    }
    guard var source = found else {
      if !kinds.contains(where: { table[$0] != nil }) {
        document.note("a source needs one of \(kinds.joined(separator: ", "))", atKey: path)
      }
      return
    }
    source.name = texts["name"]
    source.group = texts["group"]
    source.settings = settings
    list.sources.append(source)
  }

  private mutating func target(
    _ value: any TOMLValueConvertible, of kind: Source.Kind
  ) throws(InvalidWord) -> String {
    guard let text = value.string, !text.isEmpty else {
      throw InvalidWord("\(kind.rawValue) is in quotation marks")
    }
    if kind.isOnTheWeb, WebAddress(text) == nil {
      let shown = InvalidWord.quoted(WebAddress.withoutLogin(text))
      throw InvalidWord("\(kind.rawValue) is an address of http or https, not \(shown)")
    }
    guard !text.unicodeScalars.contains("\0") else {
      throw InvalidWord("\(kind.rawValue) has a NUL in it")
    }
    guard seen.insert("\(kind.rawValue) \(text)").inserted else {
      throw InvalidWord("this source is listed twice")
    }
    return text
  }

  private mutating func readSetting(
    _ name: String, _ value: any TOMLValueConvertible, into settings: inout SourceSettings,
    path: [String], known: [String]
  ) {
    guard let setting = SourceSetting.all.first(where: { $0.name == name }) else {
      document.note(InvalidWord.unknown("setting", name, among: known), atKey: path)
      return
    }
    do throws(InvalidWord) {
      guard let text = value.string ?? value.int.map({ String($0) }) else {
        throw InvalidWord("\(name) is \(setting.expectation)")
      }
      try setting.set(text, in: &settings)
    } catch {
      document.note(error, atValue: path)
    }
  }
}
