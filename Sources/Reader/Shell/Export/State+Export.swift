import Foundation
import Model

/// Writing what is on the screen to a file.
extension State {
  /// Exports the mentions of the name under the cursor on its page or in the panel, else what the list's
  /// filter or the search finds.
  mutating func export(to file: String?) -> [Effect] {
    guard let file, let format = ExportFormat(file: file) else {
      notice = Notice(
        text: "Name a file that ends in .md, .csv or .json, as in :export notes.md",
        tone: file == nil ? .plain : .alert)
      return []
    }
    guard let findings = exportable else {
      notice = Notice(text: "There is no filter, search or name to export")
      return []
    }
    notice = Notice(text: "Exporting\u{2026}")
    return [
      .asking(Export(findings: findings, format: format, path: Configuration.path(file)))
    ]
  }

  private var exportable: ExportReport.Findings? {
    if coveringPane != nil || arrangement.focus == .names,
      let entity = activePane?.entityUnderCursor(in: self)
    {
      return .mentions(of: entity)
    }
    switch (list.filter, selection) {
    case (let filter?, _): return .matches(of: filter.query)
    case (nil, .search(let tour)?): return .matches(of: tour.query)
    case (nil, .entity(let entity)?): return .mentions(of: entity)
    case (nil, nil): return nil
    }
  }
}

/// Writes findings to a new file, in the background.
private struct Export: Question {
  /// What is exported.
  var findings: ExportReport.Findings
  /// How it is written.
  var format: ExportFormat
  /// The file.
  var path: String

  var isPatient: Bool { true }

  func answer(from desk: LibraryDesk) throws -> Notice? {
    let report = try ExportReport(findings, in: desk.library, order: desk.order)
    guard !report.isEmpty else { return Notice(text: "There is nothing to export") }
    do {
      try Data(report.text(as: format).utf8).write(
        to: URL(filePath: path), options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      return Notice(text: "\(path) is there already; name another file", tone: .alert)
    } catch {
      return Notice(
        text: "\(path) can't be written: \(error.localizedDescription)", tone: .alert)
    }
    let names = report.names.isEmpty ? "" : ", \(report.names.count.counted("noted name"))"
    return Notice(
      text: "Exported \(report.passages.count.counted("passage"))\(names) to \(path)")
  }

  func take(_ answer: Notice, in state: inout State) -> [Effect] {
    state.notice = answer
    return []
  }
}
