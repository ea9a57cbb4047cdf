"""What is measured of other programs with the same articles."""

import email.message
import email.policy
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from runs import best, measured
from terminal import Terminal


def articles(folder):
    """The title and text of each article of a folder, by its path."""
    for path in sorted(Path(folder).rglob("*.txt")):
        title, _, text = path.read_text(encoding="utf-8").partition("\n")
        yield path, title, text.strip()


class Newsboat:
    """newsboat, with the articles as one feed."""

    def __init__(self, folder):
        self.folder = Path(folder)
        (self.folder / "urls").write_text(f"file://{self.folder}/feed.xml\n", encoding="utf-8")
        (self.folder / "config").write_text("max-items 0\n", encoding="utf-8")
        self.command = ["newsboat", "-u", "urls", "-c", "cache.db", "-C", "config"]
        self.command = [
            self.folder / part if part in ("urls", "cache.db", "config") else part
            for part in self.command
        ]
        self.command = list(map(str, self.command))

    def imported(self, source):
        with open(self.folder / "feed.xml", "w", encoding="utf-8") as feed:
            feed.write('<rss version="2.0"><channel><title>Articles</title>')
            for path, title, text in articles(source):
                feed.write(
                    f"<item><title>{escape(title)}</title><guid>{escape(path.name)}</guid>"
                    f"<description>{escape(text)}</description></item>\n"
                )
            feed.write("</channel></rss>")
        return measured([*self.command, "-x", "reload"])

    def shown(self, words):
        """The seconds to start, to open the list and to find each word, and the memory after it."""
        starts, opened, found, resident = [], [], {word: [] for word in words}, 0
        for _ in range(3):
            terminal = Terminal(self.command)
            starts.append(terminal.wait("Articles"))
            terminal.keys("Enter")
            opened.append(terminal.wait("Articles in feed"))
            for word in words:
                terminal.keys("/")
                terminal.wait("Search for")
                terminal.type(word)
                terminal.keys("Enter")
                found[word].append(terminal.wait("Search results|No results"))
                resident = terminal.resident()
                if "Search results" in terminal.screen():
                    terminal.keys("q")
                    terminal.wait("Articles in feed")
            terminal.close()
        return min(starts), min(opened), {word: min(times) for word, times in found.items()}, resident


class Notmuch:
    """notmuch, with the articles as mail."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.mail = self.folder / "mail"
        configuration = self.folder / "notmuch-config"
        configuration.write_text(
            f"[database]\npath={self.mail}\n[user]\nname=Reader\nprimary_email=reader@localhost\n"
            "[new]\ntags=unread\n",
            encoding="utf-8",
        )
        self.environment = dict(os.environ, NOTMUCH_CONFIG=str(configuration))

    def imported(self, source):
        shutil.rmtree(self.mail, ignore_errors=True)
        for number, (_, title, text) in enumerate(articles(source)):
            message = email.message.EmailMessage(policy=email.policy.SMTPUTF8)
            message["From"] = "Articles <articles@localhost>"
            message["Subject"] = title
            message["Message-ID"] = f"<{number}@localhost>"
            message["Date"] = "Thu, 1 Jan 2026 00:00:00 +0000"
            message.set_content(text, cte="8bit")
            folder = self.mail / f"{number // 1000:04d}" / "cur"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{number}:2,").write_bytes(message.as_bytes())
        return measured(["notmuch", "new", "--quiet"], env=self.environment)

    def found(self, words):
        """The seconds until the newest 40 articles with each word are listed."""
        return {word: best(lambda word=word: self.search(word)) for word in words}

    def search(self, word):
        command = ["notmuch", "search", "--limit=40", word]
        subprocess.run(command, env=self.environment, stdout=subprocess.DEVNULL, check=True)


class FullText:
    """SQLite's FTS5 alone, with its own tokenizer."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "fts5.sqlite")

    def imported(self, source):
        return measured(["python3", __file__, self.path, str(source)])

    def found(self, words):
        """The seconds until the newest 40 articles with each word are fetched, and the best 40."""
        database = sqlite3.connect(self.path)
        orders = {"newest": "rowid DESC", "ranked": "rank"}
        return {
            word: {
                name: best(lambda word=word, order=order: self.search(database, word, order))
                for name, order in orders.items()
            }
            for word in words
        }

    @staticmethod
    def search(database, word, order):
        statement = f"SELECT title FROM article WHERE article MATCH ? ORDER BY {order} LIMIT 40"
        database.execute(statement, (f'"{word}"',)).fetchall()

    @staticmethod
    def fill(path, source):
        database = sqlite3.connect(path)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE VIRTUAL TABLE article USING fts5(title, text)")
        rows = ((title, text) for _, title, text in articles(source))
        database.executemany("INSERT INTO article VALUES (?, ?)", rows)
        database.commit()


if __name__ == "__main__":
    import sys

    FullText.fill(sys.argv[1], sys.argv[2])
