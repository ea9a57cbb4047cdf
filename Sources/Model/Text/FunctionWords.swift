/// The short words that are frequent in one language and, if possible, no word of the others.
enum FunctionWords {
  /// Whose words they are.
  enum Owner: Int {
    case arabic
    case persianOrUrdu
    case english
    case otherLatin
  }

  /// How many letters the longest of them has.
  static let longest = owners.keys.lazy.map(\.count).max() ?? 0

  /// Whose each word is.
  static let owners: [HashedWord: Owner] = {
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
        از در به که این را با برای است بود شد شده هم تا يا آن او می ها های خود کرد کند باشد
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
    var owners: [HashedWord: Owner] = [:]
    for (owner, list) in words {
      for word in HashedWord.words(of: list) where owners[word] == nil {
        // What an earlier language has too tells nothing against it.
        owners[word] = owner
      }
    }
    return owners
  }()
}
