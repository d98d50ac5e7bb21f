"""`wartoll read`: texts in, drafts out as JSON, CSV or a preview for people."""

from __future__ import annotations

import csv
import io
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from wartoll.bulletins import Draft, read
from wartoll.bulletins.marking import marked
from wartoll.package import UnusableInput

_TABLES = {
    "sources": "sources",
    "statements": "statements",
    "relays": "relays",
    "claims": "drone_claims",
    "places": "places",
    "place_groups": "place_groups",
}


def _posted(text: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        moment = datetime.min
    if moment.tzinfo is None:
        raise UnusableInput("--posted needs a time with its zone, as in 2024-10-28T04:10Z")
    return moment


def _source(args: Namespace, posted: datetime, url: str) -> dict[str, str]:
    """What is known of the document; another publisher's is a news page of that day."""
    cells = {"source_id": args.source, "url": url or args.url, "publisher_id": args.publisher}
    known = {name: cell for name, cell in cells.items() if cell}
    if args.publisher and args.publisher != args.claimant:
        day = posted.date()
        page = {"source_id": f"{args.publisher}-{day:%Y%m%d}", "kind": "news", "url": ""}
        known = page | {"published": day.isoformat()} | known
    return known


def _read(text: str, posted: datetime, args: Namespace, url: str = "") -> Draft:
    source = _source(args, posted, url)
    try:
        return read(text, claimant=args.claimant, posted=posted, source=source)
    except ValueError as error:
        raise UnusableInput(str(error)) from None


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnusableInput(f"{file}: not readable ({error.strerror})") from None


def _text(args: Namespace) -> str:
    raw: bytes = _bytes(args.file) if args.file else sys.stdin.buffer.read()
    return raw.decode("utf-8", "replace")


def _posts(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a file of posts, with their numbers."""
    text = _bytes(file).decode("utf-8-sig", "replace")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if rows.fieldnames is None or not {"posted_at_utc", "text"} <= set(rows.fieldnames):
        raise UnusableInput(f"{file}: needs the columns posted_at_utc and text")
    yield from enumerate(rows, 2)


def drafts(args: Namespace) -> Iterator[tuple[str, Draft]]:
    """Drafts of the text or the file of posts that the command names, and where each stands."""
    if not args.posts:
        where = str(args.file or "standard input")
        yield where, _read(_text(args), _posted(args.posted), args)
        return
    for number, row in _posts(args.posts):
        try:
            posted = datetime.fromisoformat(row["posted_at_utc"]).replace(tzinfo=UTC)
        except ValueError:
            raise UnusableInput(f"{args.posts}: row {number}: posted_at_utc is no time") from None
        draft = _read(row["text"] or "", posted, args, row.get("url") or "")
        yield f"{args.posts}: row {number}", draft


def print_one(args: Namespace) -> int:
    """Read one text and print its draft; 0 when accepted, 1 otherwise."""
    text = _text(args)
    draft = _read(text, _posted(args.posted), args)
    if args.format == "preview":
        print(as_preview(draft))
        print(f"\n{marked(text, args.claimant, draft)}")
    else:
        print({"json": as_json, "csv": as_csv}[args.format](draft))
    return int(draft.status != "accepted")


def print_posts(args: Namespace) -> int:
    """Read a file of posts and print one JSON object a line, in order."""
    for _, draft in drafts(args):
        print(as_json(draft))
    return 0


def as_json(draft: Draft) -> str:
    """One object with the tables' own column names."""
    return json.dumps(asdict(draft), ensure_ascii=False)


def as_csv(draft: Draft) -> str:
    """Rows for the tables, each table under its name."""
    out = io.StringIO()
    for name, table in _TABLES.items():
        rows = getattr(draft, name)
        if rows:
            out.write(f"# data/{table}.csv\n")
            writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return out.getvalue().rstrip("\n") or f"# {draft.status}: {draft.reason}"


def as_preview(draft: Draft) -> str:
    """What was read, for people."""
    lines = [f"{draft.status}{': ' if draft.reason else ''}{draft.reason}"]
    for said in draft.statements:
        window = f"{said['window_start'] or '?'} to {said['window_end'] or '?'}"
        lines.append(f"{said['statement_id']}: {window} ({said['window_basis'] or 'not stated'})")
    lines += [_line(claim) for claim in draft.claims]
    lines += [f"  not understood: {text}" for text in draft.unread]
    return "\n".join(lines)


def _line(claim: dict[str, str]) -> str:
    """One figure, for people."""
    depth = "    " if claim["part_of"] else "  "
    number = claim["value"] if claim["qualifier"] == "exact" else claim["qualifier"]
    limited = f" {claim['value']}" if claim["qualifier"] != "exact" and claim["value"] else ""
    unit = "" if claim["unit"] == "drones" else f" {claim['unit']}"
    return f"{depth}{claim['place_id']}: {claim['outcome']} {number}{limited}{unit}"
