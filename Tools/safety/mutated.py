#!/usr/bin/env python3
"""Mutates pages, feeds, documents and mails, and has the program read them.

    mutated.py READER [COUNT] [SEED] [FOLDER...]

READER is the program; COUNT files are made (10,000 by default) of seeds/, the fixtures of the tests, the
files below and those in each FOLDER, where `.gz` is unpacked. `reader show --format json` reads each
file, and `reader import` each hundred of them into one library, which has to be whole in the end. A file
is a fault, and kept, where the program ends by a signal, takes more than 30 s of CPU time, prints what a terminal
obeys or something other than JSON, or refuses the file in other than one sentence and with status 1.
"""

import base64
import gzip
import io
import json
import os
import random
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

from program import OBEYED, run

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 1 << 20
LOT = 100
# A refusal may hold a title or an address, of 2,000 characters at most.
LONGEST = 3000
ENGLISH = (
    "Prime Minister Mustafa Al-Kazemi met President Barham Salih in Baghdad on Tuesday. "
    "The Ministry of Oil said exports rose by 3 percent in August, and the Central Bank agreed. "
)
ARABIC = (
    "التقى رئيس الوزراء مصطفى الكاظمي الرئيس برهم صالح في بغداد يوم الثلاثاء. "
    "وقالت وزارة النفط إن الصادرات ارتفعت بنسبة 3 في المئة في آب، ووافق البنك المركزي. "
)
# What has a meaning somewhere: to terminals, markup, mails, PDF, JSON, encodings.
SPLINTERS = [
    b"\x1b[2J", b"\x1b]0;t\x07", b"\x9b31m", b"\xc2\x9b", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r",
    "\u202e".encode(), "\u2066".encode(), "\u200f".encode(), "\ufdd0".encode(), "\ufeff".encode(),
    b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"&#27;", b"&#x202E;", b"&#1114112;", b"&#xD800;", b"&bogus;",
    b"\\u001b", b"\\ud800", b"\\u202e", b"<", b">", b"<![CDATA[", b"]]>", b"<!--", b"<script>", b"</",
    b"<table><tr><td>", b"<div>" * 300, b"[" * 300, b'{"a":' * 300, b"=1B=5B", b"=?utf-8?B?G1syeg==?=",
    b"=?x?Q?=1B?=", b"\n\nFrom x\n", b"--b", b"\n.\n", b"0000000000 65535 f", b"endstream", b"stream\n",
    b"%PDF-1.4\n", b"PK\x03\x04", b"-1", b"0", b"4294967295", b"9223372036854775808", b"1e999", b"NaN",
    b"2023-13-45T99:99:99+99:99", b"9999999-01-01", b"charset=utf-7", b"charset=utf-32",
    b"Content-Transfer-Encoding: base64\n", b"Content-Type: multipart/mixed; boundary=b\n", b"---\n",
]  # fmt: skip


def pdf(text):
    """A document of one page, one line of text for each of `text`."""
    lines = "".join(f"({line}) Tj 0 -14 Td " for line in text)
    content = f"BT /F1 12 Tf 50 750 Td {lines}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Oil exports of August) /Author (Staff) /CreationDate (D:20230314101500Z) >>",
    ]
    data, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(data)


def zipped(parts):
    """An archive of the parts, the first of which is stored."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as out:
        for number, (name, data) in enumerate(parts):
            out.writestr(name, data, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
    return archive.getvalue()


def written():
    """Files of all formats, by name."""
    page = (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>Oil exports</title>"
        f'<meta property="article:published_time" content="2023-03-14T10:15:00Z">'
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Oil exports",'
        f'"articleBody":"{ENGLISH}"}}</script></head><body><nav><a href=/>Home</a></nav><article>'
        f"<h1>Oil exports</h1><p>{ENGLISH * 2}</p><p dir=rtl>{ARABIC * 2}</p><ul><li>One</li></ul>"
        f"<table><tr><td>1</td></tr></table><pre>a\n b</pre></article><footer>Contact</footer></html>"
    )
    item = f"<title>Oil</title><description>&lt;p&gt;{ENGLISH}&lt;/p&gt;</description>"
    rss = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>'
        f"<link>https://news.example/</link><item>{item}<guid>1</guid>"
        "<link>https://news.example/1</link><pubDate>Tue, 14 Mar 2023 10:15:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[<p>{ARABIC}</p>]]></content:encoded></item></channel></rss>"
    )
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:1</id><entry><id>urn:2</id>'
        f'<title type="html">&lt;b&gt;Oil&lt;/b&gt;</title><updated>2023-03-14T10:15:00Z</updated>'
        f'<link href="/1"/><content type="xhtml"><div><p>{ENGLISH}</p></div></content></entry></feed>'
    )
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns="http://purl.org/rss/1.0/"><channel><title>N</title></channel><item>{item}</item></rdf:RDF>'
    )
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "News",
        "items": [{"id": 1, "title": "Oil", "content_html": f"<p>{ARABIC}</p>", "url": "/1"}],
    }
    body = base64.encodebytes(ARABIC.encode()).decode()
    mail = (
        "From: =?utf-8?B?2KPYrtio2KfYsQ==?= <a@news.example>\nTo: b@news.example\n"
        "Subject: =?utf-8?Q?Oil_=D9=86=D9=81=D8=B7?=\nDate: Tue, 14 Mar 2023 10:15:00 +0300\n"
        "Message-ID: <1@news.example>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="b"\n\n--b\n'
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        f"{body}\n--b\nContent-Type: text/html; charset=us-ascii\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n<p>{ENGLISH} =D9=86</p>\n--b--\n"
    )
    saved = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://news.example/1\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
        "Content-Type: text/html\nContent-Location: https://news.example/1\n\n" + page + "\n--b--\n"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Oil</dc:title></metadata><manifest>'
        '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="c"/></spine></package>'
    )
    chapter = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Oil</h1><p>{ARABIC}</p></body></html>'
    word = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"<w:p><w:r><w:t>{ENGLISH}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{ARABIC}</w:t>"
        "</w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    )
    odt = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"<text:h>Oil</text:h><text:p>{ENGLISH}<text:s text:c='3'/></text:p></office:text></office:body>"
        "</office:document-content>"
    )
    record = {"title": "Oil", "date": "2023-03-14", "source": "News", "url": "https://n.example/1"}
    lines = "".join(json.dumps({**record, "text": text}) + "\n" for text in (ENGLISH, ARABIC))
    return {
        "a.html": page.encode(),
        "a.windows.html": page.replace("utf-8", "windows-1256", 1).encode("cp1256", "replace"),
        "a.rss": rss.encode(),
        "a.atom": atom.encode(),
        "a.rdf": rdf.encode(),
        "a.feed.json": json.dumps(feed).encode(),
        "a.pdf": pdf([ENGLISH[:80], ENGLISH[80:160], "Exports rose again."] * 4),
        "a.eml": mail.encode(),
        "a.mbox": "".join(f"From a@b Tue Mar 14 10:15:00 2023\n{mail}\n" for _ in range(3)).encode(),
        "a.mhtml": saved.encode(),
        "a.epub": zipped(
            [
                ("mimetype", "application/epub+zip"),
                ("META-INF/container.xml", container),
                ("o.opf", package),
                ("c.xhtml", chapter),
            ]
        ),
        "a.docx": zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", word)]),
        "a.odt": zipped(
            [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", odt)]
        ),
        "a.md": f"# Oil\n\n> {ENGLISH}\n\n1. [a](https://n.example)\n\n```\nx\n```\n{ARABIC}".encode(),
        "a.jsonl": lines.encode(),
        "a.txt": f"Oil\n\n{ENGLISH}\n\n{ARABIC}\n".encode(),
        "a.utf-16.txt": f"Oil\n\n{ENGLISH}\n\n{ARABIC}\n".encode("utf-16"),
    }


def gathered(folders):
    """The seeds: what is written above many times, so that each format has its share, and files."""
    paths = [
        path
        for folder in [ROOT / "seeds", ROOT / "Tests/ModelTests/Fixtures/importing", *folders]
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and path.stat().st_size <= LARGEST
    ]
    return list(written().items()), paths


def read(path):
    """The name and the bytes of a file."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        try:
            return path.stem, gzip.decompress(data)[:LARGEST]
        except (OSError, EOFError):
            return path.name, data
    return path.name, data


def mutated(data, others, chance):
    """The bytes with one to eight mutations."""
    data = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        size = len(data)
        start = chance.randrange(size + 1)
        length = min(chance.choice((1, 2, 4, 16, 256, 4096)), size - start)
        piece = bytes(data[start : start + length])
        kind = chance.randrange(9)
        if kind == 0 and size:
            for _ in range(chance.choice((1, 4, 32))):
                data[chance.randrange(size)] ^= 1 << chance.randrange(8)
        elif kind == 1 and size:
            for _ in range(chance.choice((1, 4, 32))):
                data[chance.randrange(size)] = chance.randrange(256)
        elif kind == 2:
            del data[start:]
        elif kind == 3:
            del data[start : start + length]
        elif kind == 4:
            data[start:start] = piece * chance.choice((1, 2, 20))
        elif kind == 5:
            other = chance.randrange(size + 1)
            data[start : start + length] = data[other : other + length]
            data[other : other + length] = piece
        elif kind == 6:
            other = chance.choice(others)
            cut = chance.randrange(len(other) + 1)
            data[start:start] = other[cut : cut + chance.choice((16, 256, 4096))]
        elif kind == 7:
            data[start : start + chance.choice((0, length))] = chance.choice(SPLINTERS)
        else:
            data[start : start + length] = chance.choice(SPLINTERS) * chance.choice((1, 1, 1, 200))
    return bytes(data[: 4 * LARGEST])


def mutated_parts(data, others, chance):
    """An archive with one part of it mutated, whole outside."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    number = chance.randrange(len(parts))
    name, part = parts[number]
    parts[number] = (name, mutated(part, others, chance))
    return zipped(parts)


def objection(status, out, error):
    """What is wrong with the answer to `show --format json` of one file."""
    if status == 2:
        return "status 2"
    refusals = error.splitlines()
    if status == 0 and refusals or status == 1 and not refusals:
        return f"status {status} with {len(refusals)} refusals"
    if not all(line.startswith("reader: ") and 12 < len(line) < LONGEST for line in refusals):
        return "a refusal that is no sentence"
    for line in out.splitlines():
        try:
            article = json.loads(line)
        except ValueError:
            return "a line that is not JSON"
        if any(OBEYED.search(value) for value in article.values() if isinstance(value, str)):
            return "an article that a terminal obeys"
    return None


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    reader = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 16)
    own, paths = gathered(sys.argv[4:])
    others = [data for _, data in own]
    kept = Path(tempfile.mkdtemp(prefix="mutated-"))
    faults = refused = articles = 0

    def note(path, said, fault):
        nonlocal faults
        faults += 1
        if path.is_file():
            shutil.copy(path, kept)
        print(f"{path.name}: {fault}\n  {said[-300:]!r}", flush=True)

    with tempfile.TemporaryDirectory() as place:
        library = os.path.join(place, "l.sqlite")
        for number in range(count):
            folder = Path(place, str(number // LOT))
            folder.mkdir(exist_ok=True)
            if paths and chance.random() < 0.5:
                name, data = read(chance.choice(paths))
            else:
                name, data = chance.choice(own)
            if zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.7:
                data = mutated_parts(data, others, chance)
            else:
                data = mutated(data, others, chance)
            path = folder / f"{number}-{name}"
            path.write_bytes(data)
            status, out, error, fault = run([reader, "show", "--format", "json", path], 30)
            fault = fault or objection(status, out, error)
            refused += status == 1
            articles += out.count("\n")
            if fault:
                note(path, error or out, fault)
            if (number + 1) % LOT == 0 or number + 1 == count:
                # What one file may take, for each: a lot is not a hang before.
                status, out, error, fault = run(
                    [reader, "import", folder, "--library", library], 30 * LOT
                )
                if fault or status not in (0, 1):
                    note(folder, error or out, fault or f"import ended with {status}")
                    for path in sorted(folder.iterdir()):
                        shutil.copy(path, kept)
                shutil.rmtree(folder)
        status, out, error, fault = run([reader, "check", "--library", library])
        if fault or status != 0:
            note(Path(library), out + error, fault or "the library is damaged")
        print(out.strip())
    print(f"{count} files, {articles} articles, {refused} files with a refusal, {faults} faults")
    if faults:
        sys.exit(f"The files are in {kept}.")
    kept.rmdir()


main()
