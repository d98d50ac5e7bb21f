"""Read a table as text, strictly, and say on which line it is not in canonical form.

Cells hold no line breaks, so a line of the file is a row and every fault has one line.
A file is read to its end whatever stands in it; only a file that is no table at all
(missing, empty, binary, or with other columns) is left unread.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from wartoll.findings import Finding
from wartoll.package import DataPackage
from wartoll.rules.registry import declare
from wartoll.tableschema import coded, distinct, read_text

MAX_CELL = 10_000

READABLE = declare(
    "file-readable",
    "error",
    "Every table is there and is a text file with a header.",
    "restore the file",
)
CANONICAL = declare(
    "canonical-bytes",
    "error",
    "Files are UTF-8 (NFC) without BOM, with LF line ends and a final newline, commas, minimal "
    "quoting, no padding and no line breaks, control, bidirectional or zero-width characters.",
    "run `wartoll format`, or retype the cell",
)
HEADER = declare(
    "header", "error", "The header names the schema's fields in order.", "restore the header"
)
SHAPE = declare(
    "row-length",
    "error",
    "Every row has as many cells as the header.",
    "look for a missing comma or a text with a comma that is not in double quotes",
)
FORMULA = declare(
    "formula-cell",
    "error",
    "No text cell starts with = + - @ or a tab: spreadsheets would run it.",
    "start the cell with a letter or a digit",
)
SORTED = declare("sorted", "error", "Rows are sorted by key, by bytes.", "run `wartoll format`")

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffd\U000e0000-\U000e007f]"
)
_FORMULA_STARTS = frozenset("=+-@\t")
_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"
_EDGES = np.frombuffer("".join(sorted(_FORMULA_STARTS)).encode() + b" ", dtype=np.uint8)


@dataclass
class TextTable:
    """A table as text.

    Attributes
    ----------
    frame : DataFrame or None
        One row per line, all cells text, blank cells '', in categories; the index is the
        line number. None when the file could not be read as this table at all.
    findings : list of Finding
        What is not canonical.
    """

    frame: pd.DataFrame | None
    findings: list[Finding] = field(default_factory=list)


def read_table(package: DataPackage, name: str) -> TextTable:
    """Read one table of a package; never raises for what stands in the file."""
    return _Reader(package.relative(name), package.schemas[name]).read(_bytes(package, name))


def _bytes(package: DataPackage, name: str) -> bytes | None:
    try:
        return package.file(name).read_bytes()
    except OSError:
        return None


def split_line(line: str) -> list[str]:
    """Cells of one line.

    Raises
    ------
    csv.Error
        When a quote is opened and not closed, or stands where none may.
    """
    if '"' not in line:
        return line.split(",")
    csv.field_size_limit(max(csv.field_size_limit(), len(line) + 1))
    return next(csv.reader([line], strict=True))


def join_cells(cells: Sequence[str]) -> str:
    """One canonical line, without its line end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _blocks(raw: bytes) -> Iterator[bytes]:
    """Whole lines, about a megabyte at a time: small enough to stay in the processor's cache."""
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start + 1_000_000) + 1 or len(raw)
        yield raw[start:end]
        start = end


def _is_clean(block: bytes, width: int) -> bool:
    """Whether all lines are canonical rows of this many cells, padding and formulas aside."""
    if not block.endswith(b"\n"):
        return False
    try:
        rest = block.translate(None, _ORDINARY).decode("utf-8")
        foreign = "" if block.isascii() else _foreign(block)
    except UnicodeDecodeError:
        return False
    if _UNWANTED.search(rest) or not unicodedata.is_normalized("NFC", foreign):
        return False
    return all(_canonical_row(line.decode("utf-8"), width) for line in _unusual(block, width))


def _foreign(block: bytes) -> str:
    """Lines that are not of ASCII alone."""
    return b"\n".join(line for line in block.split(b"\n") if not line.isascii()).decode("utf-8")


def _unusual(block: bytes, width: int) -> list[bytes]:
    """Lines with a quote, or with another number of commas than the cells need."""
    signs = np.frombuffer(block, dtype=np.uint8)
    ends = np.flatnonzero(signs == ord("\n"))
    starts = np.concatenate([[0], ends[:-1] + 1])
    odd = np.add.reduceat(signs == ord(","), starts, dtype=np.int64) != width - 1
    if b'"' in block:
        odd |= np.add.reduceat(signs == ord('"'), starts, dtype=np.int64) > 0
    return [block[starts[i] : ends[i]] for i in np.flatnonzero(odd)]


def _are_plain(texts: np.ndarray) -> bool:
    """Whether no text is padded, long or a formula, as one look at all of them tells."""
    joined = "\n".join(["", *texts, ""]).encode()
    if joined.translate(None, _ORDINARY):
        return False
    signs = np.frombuffer(joined, dtype=np.uint8)
    ends = np.flatnonzero(signs == ord("\n"))
    return bool(
        len(ends) == len(texts) + 1
        and not np.isin(signs[ends[:-1] + 1], _EDGES).any()
        and not (signs[ends[1:] - 1] == ord(" ")).any()
        and np.diff(ends).max(initial=0) <= MAX_CELL + 1
    )


def _canonical_row(line: str, width: int) -> bool:
    try:
        cells = split_line(line)
    except csv.Error:
        return False
    return len(cells) == width and join_cells(cells) == line


def _header_order(cells: Sequence[str], names: Sequence[str]) -> list[int] | None:
    """Where each field stands, or None when the columns cannot be told."""
    if sorted(cells) == sorted(names):
        return [list(cells).index(n) for n in names]
    return list(range(len(names))) if len(cells) == len(names) else None


class _Reader:
    """The findings of one file, gathered while it is read."""

    def __init__(self, file: str, schema: dict[str, Any]) -> None:
        self.file = file
        self.names = [f["name"] for f in schema["fields"]]
        self.key = [self.names.index(n) for n in schema["primaryKey"]]
        self.text = [
            i
            for i, f in enumerate(schema["fields"])
            if f["type"] == "string" and "enum" not in f["constraints"]
        ]
        self.findings: list[Finding] = []

    def read(self, raw: bytes | None) -> TextTable:
        if raw is not None and self._is_clean(raw):
            frame = read_text(io.BytesIO(raw))
            frame.index = pd.RangeIndex(2, len(frame) + 2)
            return self._table(frame)
        return self._read_lines(raw)

    def _is_clean(self, raw: bytes) -> bool:
        """Whether the file is canonical down to its cells, so that any parser reads it alike."""
        header = ",".join(self.names) + "\n"
        return raw.startswith(header.encode()) and all(
            _is_clean(block, len(self.names)) for block in _blocks(raw)
        )

    def _read_lines(self, raw: bytes | None) -> TextTable:
        if raw is None:
            return self._unread("the file is missing")
        if not raw.strip():
            return self._unread("the file is empty")
        if b"\0" in raw[:4096]:
            return self._unread("the file is binary or in another encoding than UTF-8")
        lines = self._lines(raw)
        order = self._header(lines[0])
        if order is None:
            return TextTable(None, self.findings)
        numbers, rows = self._rows(lines, order)
        columns = list(zip(*rows, strict=True)) if rows else [()] * len(self.names)
        frame = pd.DataFrame({n: coded(c) for n, c in zip(self.names, columns, strict=True)})
        frame.index = pd.Index(numbers, dtype="int64")
        return self._table(frame)

    def _table(self, frame: pd.DataFrame) -> TextTable:
        self._cells(frame)
        self._sorted(frame)
        return TextTable(frame, self.findings)

    def _add(self, rule: Any, line: int, message: str, column: str = "-", advice: str = "") -> None:
        self.findings.append(rule.finding(self.file, line, column, message, advice))

    def _unread(self, message: str) -> TextTable:
        self._add(READABLE, 1, message)
        return TextTable(None, self.findings)

    def _lines(self, raw: bytes) -> list[str]:
        if raw.startswith(b"\xef\xbb\xbf"):
            self._add(CANONICAL, 1, "the file starts with a byte order mark")
            raw = raw[3:]
        pieces = raw.split(b"\n")
        if pieces[-1] == b"":
            pieces.pop()
        else:
            self._add(CANONICAL, len(pieces), "the last line has no line end: the file may be cut")
        pieces = self._line_ends(pieces)
        try:
            lines = b"\n".join(pieces).decode("utf-8").split("\n")
        except UnicodeDecodeError:
            lines = [self._decode(number, piece) for number, piece in enumerate(pieces, 1)]
        self._characters(lines)
        return lines

    def _line_ends(self, pieces: list[bytes]) -> list[bytes]:
        ended = [n for n, piece in enumerate(pieces, 1) if piece.endswith(b"\r")]
        if len(ended) == len(pieces):
            self._add(CANONICAL, 1, "lines end in CR LF")
        else:
            for number in ended:
                self._add(CANONICAL, number, "the line ends in CR LF")
        return [piece.removesuffix(b"\r") for piece in pieces] if ended else pieces

    def _decode(self, number: int, piece: bytes) -> str:
        try:
            return piece.decode("utf-8")
        except UnicodeDecodeError as error:
            self._add(CANONICAL, number, f"byte {error.start + 1} of the line is not UTF-8")
            return piece.decode("utf-8", "replace").replace("\ufffd", "?")

    def _characters(self, lines: list[str]) -> None:
        whole = "\n".join(lines)
        if _UNWANTED.search(whole):
            for number, line in enumerate(lines, 1):
                for found in sorted(set(_UNWANTED.findall(line))):
                    self._add(CANONICAL, number, f"the line holds the character U+{ord(found):04X}")
        if not unicodedata.is_normalized("NFC", whole):
            for number, line in enumerate(lines, 1):
                if not unicodedata.is_normalized("NFC", line):
                    self._add(CANONICAL, number, "the line is not in Unicode form NFC")

    def _header(self, line: str) -> list[int] | None:
        try:
            cells = split_line(line)
        except csv.Error:
            cells = line.split(",")
        if cells == self.names and line == ",".join(self.names):
            return list(range(len(cells)))
        missing = [n for n in self.names if n not in cells]
        other = [c[:60] for c in cells if c not in self.names]
        order = _header_order(cells, self.names)
        says = [f"missing: {', '.join(missing)}"] if missing else []
        says += [f"not in the schema: {', '.join(map(repr, other[:5]))}"] if other else []
        says += ["the fields are not in the schema's order"] if not says else []
        says += ["the table was not read further"] if order is None else []
        self._add(HEADER, 1, "; ".join(says), advice=f"write: {','.join(self.names)}")
        return order

    def _rows(self, lines: list[str], order: list[int]) -> tuple[list[int], list[list[str]]]:
        numbers, rows = [], []
        straight = order == list(range(len(order)))
        for number, line in enumerate(lines[1:], 2):
            cells = self._row(number, line)
            if cells is not None:
                numbers.append(number)
                rows.append(cells if straight else [cells[i] for i in order])
        return numbers, rows

    def _row(self, number: int, line: str) -> list[str] | None:
        try:
            cells = split_line(line)
        except csv.Error as error:
            self._add(CANONICAL, number, f"a double quote is not closed or misplaced ({error})")
            return None
        width = len(self.names)
        if len(cells) != width:
            what = "is blank" if line == "" else f"has {len(cells)} cells, not {width}"
            self._add(SHAPE, number, f"the row {what}")
            return None
        if '"' in line and join_cells(cells) != line:
            self._add(CANONICAL, number, "the row is quoted where it need not be")
        return cells

    def _cells(self, frame: pd.DataFrame) -> None:
        for position, name in enumerate(self.names):
            codes, texts = distinct(frame[name])
            if _are_plain(texts):
                continue
            faults = {
                code: fault
                for code, text in enumerate(texts)
                if text[:1] in _FORMULA_STARTS or text != text.strip() or len(text) > MAX_CELL
                for fault in self._faults(position, text)
            }
            if faults:
                for line, code in zip(frame.index, codes, strict=True):
                    if code in faults:
                        rule, message = faults[code]
                        self._add(rule, int(line), message, name)

    def _faults(self, position: int, text: str) -> Iterator[tuple[Any, str]]:
        if text != text.strip():
            yield CANONICAL, "the cell is padded with white space"
        elif len(text) > MAX_CELL:
            yield CANONICAL, f"the cell holds {len(text)} characters; is a quote missing?"
        elif position in self.text and text[:1] in _FORMULA_STARTS and len(text) > 1:
            yield FORMULA, f"the cell starts with {text[0]!r}"

    def _sorted(self, frame: pd.DataFrame) -> None:
        columns = [frame.iloc[:, i].astype(object).tolist() for i in self.key]
        keys = list(zip(*columns, strict=True)) if len(columns) > 1 else columns[0]
        if keys == sorted(keys):
            return
        for i in range(1, len(frame)):
            before, key = ([c[j] for c in columns] for j in (i - 1, i))
            if key < before:
                message = f"{' + '.join(key)} stands after {' + '.join(before)}"
                self._add(SORTED, int(frame.index[i]), message, self.names[self.key[0]])
