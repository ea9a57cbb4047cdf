import Foundation

@testable import Model

/// Prints the words of unannotated text as the tagger reads them: for each line of the input the
/// folded words without their clitics, between spaces.
struct WordsCommand {
  let resources: URL

  func run(files: [URL]) throws {
    let lexicon = try Lexicon(file: resources.appending(path: "names.lexicon"))
    try lexicon.withReader { lexicon in
      for file in files {
        var output = Data()
        let content = try String(contentsOf: file, encoding: .utf8)
        for line in content.split(separator: "\n") {
          let text = ScalarText(line)
          text.scalars.withUnsafeBufferPointer { buffer in
            var reader = WordFormReader(text: buffer, lexicon: lexicon)
            for token in Tokenizer.tokens(of: text, in: text.range) {
              _ = reader.read(token)
              for value in reader.stem { output.append(contentsOf: Self.utf8(value)) }
              output.append(0x20)
            }
          }
          output.append(0x0A)
        }
        FileHandle.standardOutput.write(output)
      }
    }
  }

  private static func utf8(_ value: UInt32) -> String.UTF8View {
    String(Unicode.Scalar(value).map(Character.init) ?? "?").utf8
  }
}

/// Prints the numbers of the letter rows of words, one word a line.
struct LettersCommand {
  func run(files: [URL]) throws {
    for file in files {
      var output = ""
      for word in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        var letters: [UInt32] = []
        for scalar in word.unicodeScalars {
          let folded = NameFolding.fold(scalar)
          if folded != 0 { letters.append(folded) }
        }
        LetterModel.rows(of: letters[...]) { output += "\($0) " }
        output += "\n"
      }
      FileHandle.standardOutput.write(Data(output.utf8))
    }
  }
}
