/// The short words that are frequent in one language and, if possible, no word of the others.
enum FunctionWords {
  /// Whose words they are.
  enum Owner: Int {
    case arabic
    case persianOrUrdu
    case english
    case otherLatin
  }

  /// A word of up to five letters as a number, so that looking it up needs no string.
  struct Key {
    private var bits: UInt64 = 0
    private var length = 0
    private(set) var isLatin = false

    var isEmpty: Bool { length == 0 }

    /// The number; `nil` where the word is too long or has letters that no function word has.
    var value: UInt64? { (1...5).contains(length) ? bits : nil }

    /// Adds an ASCII letter in either case.
    mutating func append(latin letter: Unicode.Scalar) {
      isLatin = true
      append(letter.value | 0x20)
    }

    /// Adds an Arabic letter; alefs with hamza count as alef.
    mutating func append(arabic letter: Unicode.Scalar) {
      switch letter.value {
      case 0x622, 0x623, 0x625, 0x671: append(0x627)
      default: append(letter.value)
      }
    }

    /// Adds a letter that makes the word none of these.
    mutating func spoil() {
      isLatin = true
      length = 6
    }

    private mutating func append(_ letter: UInt32) {
      bits = bits << 11 | UInt64(letter & 0x7FF)
      length = min(length + 1, 6)
    }
  }

  /// Whose each word is.
  static let owners: [UInt64: Owner] = {
    let words: [(Owner, String)] = [
      (
        .arabic,
        """
        من في على إلى الى عن ان أن إن التي الذي الذين مع هذا هذه ذلك كان كانت قال قالت وقال ما لا لم
        لن قد بين بعد قبل هو هي حيث كما أو ثم حتى عند منذ خلال أي كل غير أنه انه وفي ومن وقد
        """
      ),
      (
        .persianOrUrdu,
        """
        از در به که این را با برای است بود شد شده هم تا يا آن او ان‌ها می ها های خود کرد کند باشد
        گفت اين كه کے کی کا میں ہے ہیں اور سے نے پر کو اس یہ تھا تھے
        """
      ),
      (
        .english,
        """
        the of and to in is that for on was with as by at from be it he his are has have had not
        said who will would which this were been they their its she her but an after about more
        when there or
        """
      ),
      (
        .otherLatin,
        """
        le la les des et est une un du que qui dans pour au aux sur pas il elle sont ce ne
        der die das und ist nicht ein eine mit den von zu auf dem im des sich auch wird
        el los las del y en por con su una se lo
        di che per non della dei sono gli nel alla
        het een van dat op te zijn voor niet met aan
        ve bir bu ile olan da de
        os dos um uma com ao na no
        och att det som av til og er ikke
        yang dan itu dari untuk dengan
        """
      ),
    ]
    var owners: [UInt64: Owner] = [:]
    for (owner, list) in words {
      for word in list.split(whereSeparator: \.isWhitespace) {
        var key = Key()
        for scalar in word.unicodeScalars {
          scalar.value < 0x80 ? key.append(latin: scalar) : key.append(arabic: scalar)
        }
        // What an earlier language has too tells nothing against it.
        if let value = key.value, owners[value] == nil { owners[value] = owner }
      }
    }
    return owners
  }()
}
