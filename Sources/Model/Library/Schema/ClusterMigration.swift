import Foundation
import GRDB

/// Gives every cluster a row, in tables that version 0.1 called parts.
///
/// Names stay joined as they were, so that the library is read at once; they are joined again in the
/// background, since a part that was an entity by itself had no row to say how it is found.
enum ClusterMigration {
  /// Carries it out.
  static func migrate(_ db: Database) throws {
    try db.execute(sql: tables)
    try moveClusters(db)
    try addLoneClusters(db)
    try db.execute(sql: indexesAndLinks)
  }

  private static let tables = """
    CREATE TABLE cluster (
      id INTEGER PRIMARY KEY,
      entity INTEGER,                 -- whose it is; NULL where it is hidden
      kind TEXT NOT NULL,
      key TEXT NOT NULL,              -- its fullest name, folded
      known TEXT,                     -- the well-known entity that it is
      isLone INTEGER NOT NULL,        -- whether it is one article's, named by a surname alone
      names BLOB NOT NULL,            -- with counts, and how often each kind was found
      articles BLOB NOT NULL          -- where it is mentioned, ascending
    );
    CREATE TABLE cluster_link (
      left INTEGER NOT NULL,
      right INTEGER NOT NULL,
      reason TEXT NOT NULL,
      confidence INTEGER NOT NULL,    -- in thousandths
      PRIMARY KEY (left, right)
    ) WITHOUT ROWID;
    CREATE TABLE cluster_sound (
      sound INTEGER NOT NULL,         -- a key under which the cluster may be found
      cluster INTEGER NOT NULL,
      PRIMARY KEY (sound, cluster)
    ) WITHOUT ROWID;
    CREATE TABLE doubt (
      key TEXT NOT NULL,              -- a name that an article has in doubt, folded
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      isAdmitted INTEGER NOT NULL,    -- whether the other articles speak for it
      PRIMARY KEY (key, article)
    ) WITHOUT ROWID;
    CREATE INDEX doubt_article ON doubt (article);
    """

  private static let indexesAndLinks = """
    CREATE INDEX cluster_entity ON cluster (entity);
    CREATE INDEX cluster_key ON cluster (key);
    CREATE INDEX cluster_known ON cluster (known) WHERE known IS NOT NULL;
    INSERT INTO cluster_link SELECT left, right, reason, confidence FROM part_link;
    CREATE INDEX cluster_link_right ON cluster_link (right);
    INSERT INTO cluster_sound SELECT sound, part FROM part_sound;
    CREATE INDEX cluster_sound_cluster ON cluster_sound (cluster);
    DROP TABLE part;
    DROP TABLE part_link;
    DROP TABLE part_sound;
    ALTER TABLE link RENAME COLUMN entities TO clusters;
    -- The articles whose names are not joined yet.
    CREATE TABLE waiting (article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE);
    -- What articles that changed or went had of names, until it is taken back.
    CREATE TABLE withdrawn (
      article INTEGER PRIMARY KEY,
      clusters BLOB NOT NULL,
      locals BLOB NOT NULL
    );
    -- Whether all names have to be joined together.
    ALTER TABLE tally ADD COLUMN isStale INTEGER NOT NULL DEFAULT 0;
    -- How many articles came in small lots since all names were last joined together.
    ALTER TABLE tally ADD COLUMN recent INTEGER NOT NULL DEFAULT 0;
    DROP TRIGGER link_gone;
    ALTER TABLE tally DROP COLUMN isUnresolved;
    ALTER TABLE tally DROP COLUMN provisional;
    CREATE TRIGGER link_gone AFTER DELETE ON link
    WHEN NOT EXISTS (SELECT 1 FROM withdrawn WHERE article = old.article) BEGIN
      UPDATE tally SET isStale = 1;
    END;
    UPDATE tally SET isStale = 1 WHERE articles > 0;
    """

  private static func moveClusters(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, nullif(entity, 0), kind, key, known, isLone, names, articles
        FROM part ORDER BY id
        """)
    while let row = try rows.next() {
      var cluster = try ClusterRow(row: row)
      cluster.names = try PackedClusterNames(beforeKindCodes: cluster.names).data
      try ClusterStore(db: db).write(cluster)
    }
  }

  /// Gives the entities a row that were a part by themselves without one, which lone names were.
  private static func addLoneClusters(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, kind, names, articles FROM entity
        WHERE id NOT IN (SELECT id FROM part) AND id NOT IN (SELECT entity FROM part) ORDER BY id
        """)
    while let row = try rows.next() {
      guard let kind = EntityKind(rawValue: try row.decode(atIndex: 1)) else { continue }
      var reader = try PackedReader(row.decode(atIndex: 2))
      let names = try reader.readNames()
      var kinds = KindCounts()
      kinds[kind] = names.reduce(0) { $0 + $1.count }
      let cluster = try Cluster(
        id: row.decode(atIndex: 0), kind: kind,
        key: JudgedName(kind: kind, text: names.first?.text ?? "").key,
        isLone: true,
        names: names.map { form in
          let words = NameKey.key(of: form.text, script: form.script).split(separator: " ")
          return ClusterName(form: form, words: words.count, personWords: 1)
        }, kinds: kinds, members: [])
      try ClusterStore(db: db).write(
        ClusterRow(cluster, articles: row.decode(atIndex: 3), entity: cluster.id))
    }
  }
}
