import Foundation
import Model

/// The programs that Reader hands work to, and what is missing without them, as `reader doctor` prints it.
enum HelperPrograms {
  /// A line for each.
  static func findings() -> [DoctorReport.Finding] {
    let zips = ["unzip", "bsdtar"]
    return [
      DoctorReport.Finding(label: "Web", text: curl),
      finding(
        "PDF", ["pdftotext"], "PDF files are not read", package: "poppler-utils"),
      finding("Zip", zips, "EPUB, DOCX and ODT files are not read", package: "unzip"),
    ]
  }

  /// curl, with what it unpacks.
  private static var curl: String {
    do {
      let curl = try WebInput.run { try await CurlFetcher(agent: WebAnswer.agent) }
      let lacking = ["gzip", "br", "zstd"].filter { !curl.encodings.contains($0) }
      return "curl \(curl.version), which unpacks \(curl.encodings.joined(separator: ", "))"
        + (lacking.isEmpty
          ? "" : "; without \(lacking.joined(separator: ", ")), answers are larger")
    } catch {
      let reason = (error as? FetchFailure)?.reason ?? "\(error)"
      return "nothing can be fetched: \(reason.trimmingPrefix("was not fetched: "))"
    }
  }

  private static func finding(
    _ label: String, _ programs: [String], _ loss: String, package: String
  ) -> DoctorReport.Finding {
    let found = programs.first(where: isInstalled)
    return DoctorReport.Finding(
      label: label,
      text: found
        ?? "no \(programs.joined(separator: " or ")): \(loss); `apt install \(package)`")
  }

  /// Whether a program is in one of the folders of `PATH`.
  private static func isInstalled(_ program: String) -> Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
