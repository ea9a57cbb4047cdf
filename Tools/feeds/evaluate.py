#!/usr/bin/env python3
"""Score the reading of feeds on a folder of feeds with what is right: evaluate.py DATA [--tool COMMAND]

DATA holds feedparser/, arabic/, sequences/ and folders of real feeds, as its README says. Prints one
line a set and, with --verbose, each check that failed. The split of feedparser's cases into halves is
by a hash of the name: rules are made on the first and looked at on the second.
"""
import argparse, calendar, collections, hashlib, html.parser, json, os, re, subprocess, sys

parser = argparse.ArgumentParser()
parser.add_argument("data")
parser.add_argument("--tool", default=".build/debug/FeedTool")
parser.add_argument("--verbose", action="store_true")
parser.add_argument("--half", choices=["tune", "check", "all"], default="all")
options = parser.parse_args()
FUTURE = 1_735_689_600  # 1 January 2025: the time of fetching


class Text(html.parser.HTMLParser):
    """The text of HTML, without scripts and styles."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style") and self.hidden > 0

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def text(html_text):
    reader = Text()
    reader.feed(html_text)
    reader.close()
    return "".join(reader.parts)


def words(value):
    return re.sub(r"\s+", "", value or "")


def same(got, expected):
    """Whether a text is the expected one, which may be HTML, with white space left out."""
    return words(got) in (words(expected), words(text(expected)), words(text(text(expected))))


def ask(requests):
    """The answers of the tool; a crash is an answer too."""
    answers, rest = [], list(requests)
    while rest:
        lines = "\n".join(json.dumps(request) for request in rest) + "\n"
        run = subprocess.run(options.tool.split(), input=lines.encode(), stdout=subprocess.PIPE)
        got = [json.loads(line) for line in run.stdout.decode().splitlines() if line]
        answers += got
        rest = rest[len(got):]
        if rest:
            answers.append({"error": f"crash {run.returncode}"})
            rest = rest[1:]
    return answers


def header(headers, name):
    return next((value for key, value in headers.items() if key.lower() == name), None)


def instant(parts):
    return calendar.timegm(tuple(parts[:6]) + (0, 0, 0))


# What feedparser calls what a reader needs; the rest of its checks concern other things.
def check(path, expected, got):
    """True or False for a check that concerns title, link, id, dates, author or content."""
    if path[0] == "feed":
        where, path = got, path[1:]
    elif path[0] == "entries" and len(path) > 2:
        items = got.get("items", [])
        where, path = (items[path[1]] if path[1] < len(items) else {}), path[2:]
    else:
        return None
    key = "/".join(map(str, path))
    is_feed = where is got
    if key in ("title", "title_detail/value"):
        return same(where.get("title"), expected)
    if key == "link":
        return (where.get("link") if is_feed else where.get("url")) == expected
    if key in ("id", "guid"):
        return where.get("id") == expected
    if key in ("author", "author_detail/name", "authors/0/name"):
        author = where.get("author") or ""
        return author == expected or re.sub(r"\s*\([^)]*@[^)]*\)$", "", expected) == author.split(", ")[-1]
    if key in ("published_parsed", "updated_parsed", "created_parsed"):
        first, second = where.get("published"), where.get("updated")
        if key == "updated_parsed":
            first, second = second, first
        return (second if first is None else first) == instant(expected)
    if is_feed or key not in ("description", "summary", "content/0/value", "summary_detail/value"):
        return None
    texts = ["".join(where.get("text", [])), "".join(where.get("summary", []))]
    return any(same(value, expected) for value in texts)


def feedparser():
    cases = json.load(open(os.path.join(options.data, "feedparser/cases.json")))
    half = lambda case: "check" if hashlib.md5(os.path.basename(case["file"]).encode()).digest()[0] % 2 else "tune"
    cases = [case for case in cases if options.half in ("all", half(case))]
    requests = []
    for case in cases:
        address = header(case["headers"], "content-location") or "http://127.0.0.1:8097/tests/x.xml"
        requests.append({"file": os.path.join(options.data, "feedparser", case["file"]),
                         "contentType": header(case["headers"], "content-type"), "address": address,
                         "now": 1_900_000_000})
    counts = collections.Counter()
    for case, got in zip(cases, ask(requests)):
        for one in case["checks"]:
            if "equals" not in one or not isinstance(one["equals"], (str, list)):
                continue
            result = check(one["path"], one["equals"], got)
            if result is None:
                continue
            field = str([part for part in one["path"] if not isinstance(part, int)][1:2][0])
            counts[field, result] += 1
            counts["all", result] += 1
            if not result and options.verbose:
                print("  ", case["file"], one["path"], "expected", repr(one["equals"])[:150], "got",
                      json.dumps(got, ensure_ascii=False)[:600])
    for field in sorted({field for field, _ in counts}):
        right, wrong = counts[field, True], counts[field, False]
        print(f"feedparser {field:16} {right:5} of {right + wrong:5}  {right / (right + wrong):.3f}")


def iso(seconds):
    import datetime
    return None if seconds is None else datetime.datetime.fromtimestamp(
        seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def arabic():
    cases = json.load(open(os.path.join(options.data, "arabic/cases.json")))
    requests = [{"file": os.path.join(options.data, "arabic", case["file"]), "now": FUTURE,
                 "contentType": header(case["headers"], "content-type"),
                 "address": "http://news.example/"} for case in cases]
    right = 0
    for case, got in zip(cases, ask(requests)):
        expected, wrong = case["expect"], []
        if "error" in expected and got.get("error") != expected["error"]:
            wrong.append("error")
        if "feeds" in expected and got.get("feeds") != expected["feeds"]:
            wrong.append("feeds")
        if "title" in expected and got.get("title") != expected["title"]:
            wrong.append("feed title")
        items = got.get("items", [])
        if len(items) != len(expected.get("items", [])):
            wrong.append("count")
        for item, want in zip(items, expected.get("items", [])):
            have = {"title": item["title"], "link": item["url"], "date": iso(item["published"]),
                    "text": "\n".join(item["text"]), "summary": "\n".join(item["summary"]),
                    "language": want.get("language")}
            wrong += [f"{key}: {have[key]!r} for {want[key]!r}" for key in want if have[key] != want[key]]
        right += not wrong
        if wrong and options.verbose:
            print("  ", case["file"], wrong)
    print(f"arabic     {right:5} of {len(cases):5}")


def sequences():
    cases = json.load(open(os.path.join(options.data, "sequences/sequences.json")))
    answers = ask([{"sequence": case["steps"], "now": FUTURE} for case in cases])
    right = 0
    for case, got in zip(cases, answers):
        wrong = [(index, key) for index, (step, have) in enumerate(zip(case["steps"], got.get("steps", [])))
                 for key in ("new", "updated") if key in step and step.get("body") and have.get(key) != step[key]]
        right += not wrong and "steps" in got
        if wrong and options.verbose:
            print("  ", case["name"], wrong, got)
    print(f"sequences  {right:5} of {len(cases):5}")


REAL = ["feed-rs", "rome", "netnewswire", "newsboat", "feedjira", "miniflux-parser", "miniflux-encoding",
        "miniflux-xml", "gofeed", "feedvalidator"]


def real():
    for name in REAL:
        files = sorted(os.path.join(root, file) for root, _, names in os.walk(os.path.join(options.data, name))
                       for file in names if file.endswith((".xml", ".rss", ".atom", ".json", ".rdf"))
                       and file != "cases.json" and not file.endswith(".serde.json") and not (name == "gofeed" and file.endswith(".json")
                                                                            and "translator" not in root and "json" not in root))
        answers = ask([{"file": file, "contentType": None, "address": "http://example.org/", "now": 1_900_000_000}
                       for file in files])
        counts, took = collections.Counter(), 0
        for file, got in zip(files, answers):
            state = got.get("error") or ("items" if got.get("items") else "no items")
            counts[state] += 1
            took += got.get("ms", 0)
            if options.verbose and state != "items" and name not in ("gofeed", "feedvalidator"):
                print("  ", file, state, open(file, "rb").read(80))
        print(f"{name:18}", dict(counts), f"{took:.0f} ms")


def opml():
    files = sorted(os.path.join(root, file) for folder in ["listparser-opml", "newsboat", "netnewswire"]
                   for root, _, names in os.walk(os.path.join(options.data, folder)) for file in names
                   if file.endswith(".opml") or folder == "listparser-opml")
    counts = collections.Counter()
    for file, got in zip(files, ask([{"file": file, "as": "opml"} for file in files])):
        state = got.get("error") or ("feeds" if got["subscriptions"] else "no feeds")
        counts[state] += 1
        if "comesBack" in got:
            counts["comes back" if got["comesBack"] else "does not come back"] += 1
        if options.verbose:
            print("  ", file, json.dumps(got, ensure_ascii=False)[:300])
    print("opml", dict(counts))


feedparser()
arabic()
sequences()
real()
opml()
