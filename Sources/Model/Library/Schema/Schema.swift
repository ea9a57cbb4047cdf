import GRDB

/// The tables of a library, version by version.
///
/// What was read (`file`, `place`, `article`, `body`) and what the reader did and decided (`reading`,
/// `star`, `mark`, `article_note`, `name_note`, `saved_search`, `kept_reading`, `kept_mark`, `kept_note`,
/// `judgement`, `watch_list`, `watch_name`) can't be made again; everything else can: `extraction` from the bodies, `link`, `cluster`, `cluster_link`, `doubt` and
/// `entity` from the extractions and judgements, the indexes from bodies and entities.
enum Schema {
  /// The migrations in their order; what was once released never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: articles, names, index", migrate: makeTables)
    migrator.registerMigration("2: stars, marks, saved searches", migrate: makeReadersTables)
    migrator.registerMigration("3: judgements", migrate: makeJudgementTables)
    migrator.registerMigration("4: clusters", migrate: ClusterMigration.migrate)
    migrator.registerMigration("5: careful reading", migrate: makeHastyTable)
    migrator.registerMigration("6: names joined by share of company") { db in
      // What version 0.1 joined on the sum of company, which grows with the library, is joined anew.
      try db.execute(sql: "UPDATE tally SET isStale = 1 WHERE articles > 0")
    }
    migrator.registerMigration("7: lists of names to watch", migrate: makeWatchTables)
    migrator.registerMigration("8: sources") { try $0.execute(sql: sourceTables) }
    migrator.registerMigration("9: names of sources, authors, links") { db in
      // What a source is called and the group that it is in, as its list has it; NULL where it is on
      // none any more.
      try db.execute(
        sql: """
          ALTER TABLE source ADD COLUMN name TEXT;
          ALTER TABLE source ADD COLUMN folder TEXT;
          -- What an article states beside its text, where it states any of it.
          CREATE TABLE credit (
            article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
            author TEXT,
            links BLOB                      -- where they stand and where they lead
          );
          """)
    }
    migrator.registerMigration("10: orders of the list") { db in
      // What `ArticleOrder.sorting` sorts by, so that the first rows of any order are read by themselves.
      try db.execute(
        sql: """
          CREATE INDEX article_title ON article (title COLLATE NOCASE);
          CREATE INDEX article_by_source
            ON article (source IS NULL, source COLLATE NOCASE, age);
          """)
    }
    migrator.registerMigration("11: editions") { db in
      // Grows with every change of the articles alone, so that what lists them outlasts a reading of names.
      try db.execute(sql: "ALTER TABLE tally ADD COLUMN edition INTEGER NOT NULL DEFAULT 0")
    }
    migrator.registerMigration("12: translations") { db in
      try db.execute(
        sql: """
          CREATE TABLE translation (
            article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
            key INTEGER NOT NULL,           -- the hash of the command and of what it read
            text TEXT NOT NULL,
            PRIMARY KEY (article, key)
          ) WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("13: notes") { try $0.execute(sql: noteTables) }
    return migrator
  }

  /// A note on a name is stored in terms of the name, as a judgement is.
  private static let noteTables = """
    CREATE TABLE article_note (
      article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
      text TEXT NOT NULL
    );
    CREATE TABLE kept_note (
      digest INTEGER PRIMARY KEY,     -- of an article that is gone
      text TEXT NOT NULL
    );
    CREATE TABLE name_note (
      number INTEGER PRIMARY KEY,     -- later ones are greater
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      article INTEGER,                -- digest of the one article that is meant
      text TEXT NOT NULL
    );
    """

  private static let sourceTables = """
    CREATE TABLE source (
      target TEXT PRIMARY KEY,        -- the address, path or command
      state TEXT,                     -- what is known from fetching it, as JSON
      repeated TEXT                   -- the keys that several of its items share, as JSON
    ) WITHOUT ROWID;
    CREATE TABLE item (
      target TEXT NOT NULL,           -- the source
      key TEXT NOT NULL,              -- what the item is known by
      line INTEGER NOT NULL,          -- its place among the source's articles
      digest TEXT NOT NULL,           -- what its text was, as JSON
      PRIMARY KEY (target, key)
    ) WITHOUT ROWID;
    CREATE INDEX item_key ON item (key);
    """

  private static func makeTables(_ db: Database) throws {
    try db.execute(sql: articleTables)
    try db.execute(sql: nameTables)
    for name in textIndexes.keys.sorted() { try db.execute(sql: textIndex(name)) }
    try db.execute(
      sql: "INSERT INTO tally (id, articles, generation, folding) VALUES (1, 0, 0, ?)",
      arguments: [Folding.version])
  }

  /// The articles whose names were read quickly only: at first all.
  private static func makeHastyTable(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE hasty (article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);
        INSERT INTO hasty SELECT id FROM article;
        """)
  }

  private static func makeWatchTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE watch_list (name TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE watch_name (
          list TEXT NOT NULL REFERENCES watch_list(name) ON DELETE CASCADE,
          position INTEGER NOT NULL,
          id TEXT,                        -- the list's own number or code
          kind TEXT,                      -- NULL where the list does not say
          names TEXT NOT NULL,            -- a line each
          PRIMARY KEY (list, position)
        ) WITHOUT ROWID;
        """)
  }

  private static func makeReadersTables(_ db: Database) throws {
    try db.execute(sql: readersTables)
    try db.execute(sql: filterIndexes)
  }

  /// The lists read `article`, whose rows are short; the texts are beside it.
  private static let articleTables = """
    CREATE TABLE tally (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      articles INTEGER NOT NULL,      -- how many there are
      generation INTEGER NOT NULL,    -- grows with every change of the articles or their entities
      isUnresolved INTEGER NOT NULL DEFAULT 0,  -- whether articles changed since entities were made
      folding INTEGER NOT NULL        -- version of the folding that the indexes were made with
    );
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,             -- '-' for each article that came by standard input
      size INTEGER,                   -- as it was when it was last read to its end
      modified INTEGER                -- microseconds since 1970, likewise
    );
    CREATE INDEX file_path ON file (path);
    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      language TEXT NOT NULL,
      date INTEGER,
      dateOrigin TEXT,
      age INTEGER NOT NULL,           -- sorts the newest first, articles without a date last
      source TEXT,
      digest INTEGER NOT NULL         -- of the text: finds the same article in two places
    );
    CREATE INDEX article_age ON article (age);
    CREATE INDEX article_digest ON article (digest);
    CREATE TABLE place (
      file INTEGER NOT NULL REFERENCES file(id),
      line INTEGER NOT NULL,          -- 0 where the whole file is the article
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      PRIMARY KEY (file, line)
    ) WITHOUT ROWID;
    CREATE INDEX place_article ON place (article);
    CREATE TABLE body (
      article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
      url TEXT,
      layout BLOB NOT NULL,           -- paragraphs and the way back to the file's own text
      text TEXT NOT NULL
    );
    CREATE TABLE reading (
      article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
      isRead INTEGER NOT NULL DEFAULT 0,
      position INTEGER                -- the first scalar that was on the screen
    );
    """

  private static let nameTables = """
    CREATE TABLE extraction (
      article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
      mentions BLOB NOT NULL,
      locals BLOB NOT NULL            -- the article's own entities
    );
    CREATE TABLE link (
      article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
      entities BLOB NOT NULL          -- for each of the article's own entities, whose it is
    );
    CREATE TABLE entity (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      names BLOB NOT NULL,
      articles BLOB NOT NULL          -- where it is mentioned, ascending
    );
    """

  /// The full-text indexes, each by its name with its one column.
  ///
  /// Titles have an index of their own, so that asking for them does not read through the texts.
  static let textIndexes = ["title_index": "title", "body_index": "body", "name_index": "names"]

  /// Makes a full-text index, under another name where it is to take the place of the one in use.
  ///
  /// The indexes keep no text: what is shown comes from the article, and what is taken out again is
  /// read from it before. An import gathers up to 16 MiB of the texts before it writes, which saves
  /// merging.
  static func textIndex(_ name: String, as other: String? = nil) -> String {
    let table = other ?? name
    // What names are searched for, their capitals don't decide.
    let tokenizer =
      FoldingTokenizer.name + (name == "name_index" ? "" : " \(FoldingTokenizer.capitals)")
    let create = """
      CREATE VIRTUAL TABLE \(table) USING fts5(
        \(textIndexes[name] ?? name), content='', columnsize=0, prefix='1 2 3',
        tokenize='\(tokenizer)');
      """
    return name == "body_index"
      ? create + "INSERT INTO \(table) (\(table), rank) VALUES ('hashsize', 16777216);" : create
  }

  /// What is kept of an article that is gone is known by its text's digest, and finds the article when
  /// it comes back.
  private static let readersTables = """
    CREATE TABLE star (
      article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE
    );
    CREATE TABLE mark (
      letter TEXT PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      position INTEGER NOT NULL       -- the scalar that the cursor was on
    ) WITHOUT ROWID;
    CREATE INDEX mark_article ON mark (article);
    CREATE TABLE saved_search (
      name TEXT PRIMARY KEY,
      query TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE kept_reading (
      digest INTEGER PRIMARY KEY,
      isRead INTEGER NOT NULL,
      position INTEGER,
      isStarred INTEGER NOT NULL
    );
    CREATE TABLE kept_mark (
      letter TEXT PRIMARY KEY,
      digest INTEGER NOT NULL,
      position INTEGER NOT NULL
    ) WITHOUT ROWID;
    """

  /// What filters of the list and searches by language, source and names' words ask.
  private static let filterIndexes = """
    CREATE INDEX article_language ON article (language);
    CREATE INDEX article_source ON article (source) WHERE source IS NOT NULL;
    CREATE VIRTUAL TABLE name_terms USING fts5vocab(name_index, row);
    """

  /// A part that has no row here is an entity by itself, of the same number, so entities that were made
  /// before there were parts are still read; they are made anew with the next import.
  private static func makeJudgementTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE judgement (
          number INTEGER PRIMARY KEY,     -- later ones are greater
          subject TEXT NOT NULL UNIQUE,   -- what is decided: the later judgement on it holds
          verdict TEXT NOT NULL,
          kind TEXT NOT NULL,
          name TEXT NOT NULL,
          article INTEGER,                -- digest of the one article that is meant
          otherKind TEXT,
          otherName TEXT,
          otherArticle INTEGER
        );
        CREATE INDEX judgement_hidden ON judgement (article) WHERE verdict = 'hide';
        CREATE TABLE part (
          id INTEGER PRIMARY KEY,
          entity INTEGER NOT NULL,        -- whose it is; 0 where it is hidden
          kind TEXT NOT NULL,
          key TEXT NOT NULL,              -- its fullest name, folded
          known TEXT,                     -- the well-known entity that it is
          isLone INTEGER NOT NULL,        -- whether it is one article's, named by a surname alone
          names BLOB NOT NULL,            -- with counts, and how often each kind was found
          articles BLOB NOT NULL          -- where it is mentioned, ascending
        );
        CREATE INDEX part_entity ON part (entity);
        CREATE INDEX part_key ON part (key);
        CREATE INDEX part_known ON part (known) WHERE known IS NOT NULL;
        CREATE INDEX part_moved ON part (id, entity) WHERE entity <> id;
        CREATE TABLE part_link (
          left INTEGER NOT NULL,
          right INTEGER NOT NULL,
          reason TEXT NOT NULL,
          confidence INTEGER NOT NULL,    -- in thousandths
          PRIMARY KEY (left, right)
        ) WITHOUT ROWID;
        CREATE INDEX part_link_right ON part_link (right);
        CREATE TABLE part_sound (
          sound INTEGER NOT NULL,         -- a key under which the part may be found
          part INTEGER NOT NULL,
          PRIMARY KEY (sound, part)
        ) WITHOUT ROWID;
        CREATE INDEX part_sound_part ON part_sound (part);
        -- How many articles' names were joined to the others' without joining all anew since.
        ALTER TABLE tally ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0;
        -- isUnresolved is 2 where more changed than that articles were added.
        CREATE TRIGGER link_gone AFTER DELETE ON link BEGIN
          UPDATE tally SET isUnresolved = 2;
        END;
        UPDATE tally SET isUnresolved = 2 WHERE articles > 0;
        """)
  }
}
