/// The completions of a shell, as the parser generates them and with what plain `reader` takes: paths, and the
/// options of `reader open`.
///
/// The generator completes the names of commands only where a command may stand, as if there were no default.
struct CompletionScript {
  /// The script.
  let text: String

  /// Takes a generated script; `nil` where a text is none.
  init?(generated text: String) {
    if text.hasPrefix("#!/bin/bash") {
      self.text = Self.bash(text)
    } else if text.hasPrefix("#compdef") {
      self.text = Self.zsh(text)
    } else if text.contains("\ncomplete -c 'reader'") {
      self.text = Self.fish(text)
    } else {
      return nil
    }
  }

  private static var commands: [String] {
    ReaderCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  private static func bash(_ text: String) -> String {
    text.replacing("-F _reader reader", with: "-F _reader_or_open reader")
      + """

      # Offers what `reader open` takes too, unless the first word is a command.
      _reader_or_open() {
          local -a found=()
          case "${COMP_WORDS[1]}" in
          \(commands.joined(separator: "|")))
              if [[ "${COMP_CWORD}" -gt 1 ]]; then
                  _reader "${@}"
                  return
              fi
              ;;
          esac
          if [[ "${COMP_CWORD}" -eq 1 ]]; then
              _reader "${@}"
              found=("${COMPREPLY[@]}")
          fi
          COMPREPLY=()
          COMP_WORDS=("${COMP_WORDS[0]}" open "${COMP_WORDS[@]:1}")
          COMP_CWORD="$((COMP_CWORD + 1))"
          _reader "${@}"
          COMPREPLY=("${found[@]}" "${COMPREPLY[@]}")
      }

      """
  }

  private static func zsh(_ text: String) -> String {
    text.replacing(
      "    _arguments -w -s -S : \"${arg_specs[@]}\" && ret=0\n    case \"${state}\" in\n    command)\n",
      with: """
            # What is no command is for `reader open`.
            if [[ "${CURRENT}" -gt 2 && "${words[2]}" != (\(commands.joined(separator: "|"))) ]]; then
                _reader_open
                return
            fi
            _arguments -w -s -S : "${arg_specs[@]}" && ret=0
            case "${state}" in
            command)
                _files && ret=0

        """, maxReplacements: 1)
  }

  private static func fish(_ text: String) -> String {
    let plain = "__reader_is_plain"
    let lines = text.split(separator: "\n").filter { $0.contains("\"reader open\"") }.map { line in
      line.replacing(#/-n '[^']*'/#, with: "-n \(plain)")
    }
    return text + """

      # Whether what stands there is no command, but for `reader open`.
      function \(plain)
          set -l tokens (commandline -pxc 2>/dev/null; or commandline -opc)
          test (count $tokens) -lt 2; or not contains -- $tokens[2] \(commands.joined(separator: " "))
      end
      \(lines.joined(separator: "\n"))

      """
  }
}
