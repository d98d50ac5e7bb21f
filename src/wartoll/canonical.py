"""The one form that a table and the descriptor have on disk, and the way there.

Formatting works on the text of the cells and never on typed values, so that no value
changes: 2.50 stays 2.50.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from wartoll.package import DESCRIPTOR, DataPackage, UnusableInput
from wartoll.transaction import replace_all


def encode(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Canonical bytes of a header and rows."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def _positions(schema: dict[str, Any]) -> list[int]:
    names = [f["name"] for f in schema["fields"]]
    return [names.index(n) for n in schema["primaryKey"]]


def format_table(raw: bytes, schema: dict[str, Any], file: str) -> bytes:
    """Bring a table into canonical form without changing a value.

    Line ends, BOM, quoting, padding, Unicode form and order of rows and columns are
    mended. What would need a decision is left to the check.

    Raises
    ------
    UnusableInput
        When the bytes are not UTF-8, a quote is not closed, the columns are not the
        schema's or a row is short or long.
    """
    names = [f["name"] for f in schema["fields"]]
    try:
        text = unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
        header, *rows = list(csv.reader(io.StringIO(text, newline=""), strict=True)) or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnusableInput(f"{file}: {error}; run `wartoll check` for the line") from None
    if sorted(header) != sorted(names) or any(len(row) not in (0, len(names)) for row in rows):
        raise UnusableInput(
            f"{file}: header or row length is wrong; run `wartoll check` for the line"
        )
    order = [header.index(n) for n in names]
    cells = [[row[i].strip() for i in order] for row in rows if row]
    key = _positions(schema)
    return encode(names, sorted(cells, key=lambda row: [row[i] for i in key]))


def to_csv(frame: pd.DataFrame, schema: dict[str, Any]) -> bytes:
    """Canonical CSV of a typed frame, columns and order by the schema."""
    names = [f["name"] for f in schema["fields"]]
    columns = frame.reindex(columns=names)
    rows = [[_text(cell) for cell in row] for row in columns.itertuples(index=False, name=None)]
    key = _positions(schema)
    return encode(names, sorted(rows, key=lambda row: [row[i] for i in key]))


def _text(cell: object) -> str:
    if pd.isna(cell):
        return ""
    if isinstance(cell, pd.Timestamp):
        return str(cell.date())
    if isinstance(cell, float):
        return f"{cell:.3f}".rstrip("0").rstrip(".")
    return str(cell)


def fill_descriptor(package: DataPackage, new: dict[str, bytes] | None = None) -> bytes:
    """The descriptor with bytes and hash of every table, new or as it is on disk."""
    contents = new or {}
    descriptor = json.loads(json.dumps(package.descriptor))
    for resource in descriptor["resources"]:
        raw = contents.get(resource["path"]) or _on_disk(package, resource["path"]) or b""
        resource["bytes"] = len(raw)
        resource["hash"] = f"sha256:{hashlib.sha256(raw).hexdigest()}"
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def format_package(package: DataPackage) -> dict[str, bytes]:
    """Canonical bytes of every table, by path inside the package; writes nothing."""
    made = {}
    for name in package.schemas:
        file = package.relative(name)
        try:
            raw = package.file(name).read_bytes()
        except OSError as error:
            raise UnusableInput(
                f"{file}: not readable ({error.strerror}); restore the file"
            ) from None
        made[file] = format_table(raw, package.schemas[name], file)
    return made


def differing(package: DataPackage, files: dict[str, bytes]) -> list[str]:
    """Paths whose content on disk is not the given one; the descriptor last, if stale."""
    return list(to_files(package, files))


def to_files(package: DataPackage, files: dict[str, bytes]) -> dict[str, bytes]:
    """What of some contents differs from disk, with the descriptor that goes with them."""
    changed = {f: raw for f, raw in files.items() if _on_disk(package, f) != raw}
    descriptor = fill_descriptor(package, changed)
    if _on_disk(package, DESCRIPTOR) != descriptor:
        changed[DESCRIPTOR] = descriptor
    return changed


def write_changed(package: DataPackage, files: dict[str, bytes]) -> list[str]:
    """Write what differs from disk and the descriptor, together; return the changed paths."""
    changed = to_files(package, files)
    replace_all(package.root, changed)
    return list(changed)


def _on_disk(package: DataPackage, relative: str) -> bytes | None:
    file = package.root / relative
    return file.read_bytes() if file.is_file() else None
