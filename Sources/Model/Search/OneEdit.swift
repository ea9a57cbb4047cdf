/// Whether two words are one edit apart, after Damerau: a letter put in, left out or exchanged, or
/// two neighbours exchanged for each other.
enum OneEdit {
  /// Whether one edit of `typed` makes `word`, or makes what `word` begins with and the first
  /// letters agree.
  ///
  /// Complexity: O(*n*) in the letters of the typed word.
  static func leads(
    from typed: UnsafeBufferPointer<UInt16>, to word: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard word.count + 1 >= typed.count, let first = word.first else { return false }
    let mayGoOn = first == typed[0]
    guard mayGoOn || word.count <= typed.count + 1 else { return false }
    var same = 0
    while same < typed.count, same < word.count, typed[same] == word[same] { same += 1 }
    let typedRest = typed.count - same
    let wordRest = word.count - same
    // What is left after the edit must agree to the end, of the typed word at least.
    func agrees(typed skippedTyped: Int, word skippedWord: Int) -> Bool {
      let left = typedRest - skippedTyped
      let right = wordRest - skippedWord
      guard left >= 0, right >= left, mayGoOn || right == left else { return false }
      for offset in 0..<left
      where typed[same + skippedTyped + offset] != word[same + skippedWord + offset] {
        return false
      }
      return true
    }
    if typedRest >= 2, wordRest >= 2, typed[same] == word[same + 1],
      typed[same + 1] == word[same], agrees(typed: 2, word: 2)
    {
      return true
    }
    return agrees(typed: 1, word: 1) || agrees(typed: 1, word: 0) || agrees(typed: 0, word: 1)
  }
}
