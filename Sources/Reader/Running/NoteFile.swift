import Foundation
import Model

/// A note in a file of its own, which an editor can open.
struct NoteFile {
  /// The note.
  let note: NoteToEdit

  /// What came of editing it.
  enum Outcome {
    /// What was written.
    case text(String)
    /// What went wrong, as a sentence.
    case failure(String)
  }

  /// The most bytes that are read of the file: a scalar takes four at most.
  private static let limit = 4 * Note.limit + 1

  /// Has the editor write the note and waits for its end.
  ///
  /// The file stands in a folder that is its owner's alone, and goes with it; only where what was written
  /// can't be taken it is left.
  func edit() -> Outcome {
    let place = FileManager.default.temporaryDirectory.path
    var template = Array("\(place)/reader-note-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      return .failure("No file for the note could be made in \(place): \(Self.error())")
    }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let folder = URL(filePath: path)
    let file = folder.appending(path: "note.txt")
    do {
      try Data((note.text + "\n").utf8).write(to: file)
      let editor = ExternalProgram.editor(path: file.path, line: nil, program: note.program)
      if let failure = editor.run() {
        try? FileManager.default.removeItem(at: folder)
        return .failure("\(failure); the note stays as it was")
      }
      let text = try Note.cleaned(Self.read(file))
      try? FileManager.default.removeItem(at: folder)
      return .text(text)
    } catch let error as Note.TooLong {
      return .failure("\(error) What you wrote is left in \(file.path).")
    } catch {
      return .failure(
        "The note could not be read: \(error.localizedDescription). It is left in \(file.path).")
    }
  }

  /// What stands in a file; of something that is none, such as a pipe, nothing is read.
  private static func read(_ file: URL) throws -> String {
    let values = try file.resourceValues(forKeys: [.isRegularFileKey])
    guard values.isRegularFile == true else { throw CocoaError(.fileReadUnknown) }
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    return String(decoding: try handle.read(upToCount: limit) ?? Data(), as: UTF8.self)
  }

  private static func error() -> String { String(cString: strerror(errno)) }
}
