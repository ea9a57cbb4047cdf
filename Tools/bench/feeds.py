#!/usr/bin/env python3
"""Measures fetching beside newsboat: feeds.py PROGRAM [FEEDS [ITEMS [HOSTS]]], by default 1000, 20 and 50.

A server of its own gives the feeds, one host an address of the loopback range, with entity tags. Each
program fetches all of them twice into a new library: at first everything is new, then nothing is. The
requests are counted by the server. newsboat has as many threads as reader has hosts at once.
"""

import hashlib
import os
import random
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.sax.saxutils import escape

from articles import SENTENCES
from runs import measured

NAMES = {
    "en": {"person": "Omar Haddad", "place": "Cairo", "organization": "the United Nations"},
    "ar": {"person": "عمر حداد", "place": "القاهرة", "organization": "الأمم المتحدة"},
}


def feed(number, items):
    """A feed of items of some 60 words, in Arabic every third one."""
    chance = random.Random(number)
    language = "ar" if number % 3 == 0 else "en"
    lines = [f'<rss version="2.0"><channel><title>Feed {number}</title>']
    for item in range(items):
        text = " ".join(
            chance.choice(SENTENCES[language]).format(number=chance.randrange(9999), **NAMES[language])
            for _ in range(5)
        )
        lines.append(
            f"<item><title>{escape(text[:60])} {number}.{item}</title>"
            f"<guid isPermaLink='false'>{number}-{item}</guid>"
            f"<pubDate>Mon, {1 + item % 28:02} Jan 2024 10:00:00 GMT</pubDate>"
            f"<description>{escape(text)} {number}.{item}</description></item>"
        )
    return ("".join(lines) + "</channel></rss>").encode()


class Server(ThreadingHTTPServer):
    """The feeds by their numbers, with a count of the requests."""

    daemon_threads = True
    request_queue_size = 1024

    def __init__(self, feeds):
        super().__init__(("0.0.0.0", 0), Answers)
        self.feeds = feeds
        self.tags = [f'"{hashlib.sha1(feed).hexdigest()}"' for feed in feeds]
        self.counting = threading.Lock()
        self.requests = {200: 0, 304: 0, 404: 0}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def taken(self):
        """The requests since the last time, as words."""
        with self.counting:
            counts = {status: count for status, count in self.requests.items() if count}
            self.requests = dict.fromkeys(self.requests, 0)
        total = sum(counts.values())
        return f"{total} (" + ", ".join(f"{count} × {status}" for status, count in counts.items()) + ")"


class Answers(BaseHTTPRequestHandler):
    """Gives a feed, or says that it is the same as before."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path.strip("/")
        known = name.isdigit() and int(name) < len(self.server.feeds)
        status, body = 404, b"Not here"
        if known:
            status, body = 200, self.server.feeds[int(name)]
            if self.headers.get("If-None-Match") == self.server.tags[int(name)]:
                status, body = 304, b""
        with self.server.counting:
            self.server.requests[status] += 1
        self.send_response(status)
        if known:
            self.send_header("ETag", self.server.tags[int(name)])
        if status != 304:
            self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def main(program, feeds=1000, items=20, hosts=50):
    server = Server([feed(number, items) for number in range(feeds)])
    port = server.server_address[1]
    addresses = [f"http://127.0.0.{1 + number % hosts}:{port}/{number}" for number in range(feeds)]
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as name:
        folder = Path(name)
        environment = os.environ | {
            "XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name, "XDG_STATE_HOME": name, "NO_PROXY": "*",
        }
        (folder / "reader").mkdir()
        listed = 'full = "never"\n' + "".join(f'[[source]]\nfeed = "{one}"\n' for one in addresses)
        (folder / "reader/sources.toml").write_text(listed, encoding="utf-8")
        (folder / "urls").write_text("\n".join(addresses) + "\n", encoding="utf-8")
        (folder / "config").write_text(f"reload-threads {hosts}\nmax-items 0\n", encoding="utf-8")
        # Sources are named, for those that are not due would not be asked.
        commands = {
            "reader": [program, "fetch", "--quiet", *addresses],
            "newsboat": ["newsboat", "-x", "reload"]
            + ["-u", name + "/urls", "-C", name + "/config", "-c", name + "/cache.db"],
        }
        print("| | first fetch | peak | requests | nothing new | peak | requests |")
        print("|---|---|---|---|---|---|---|")
        for title, command in commands.items():
            cells = []
            for _ in range(2):
                seconds, peak = measured(command, env=environment)
                cells += [f"{seconds:.1f} s", f"{peak:.0f} MiB", server.taken()]
            print(f"| {title} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 5:
        sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]), *map(int, sys.argv[2:]))
