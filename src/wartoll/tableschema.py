"""From Table Schema fields to pandas types and pandera schemas.

Only the parts of Table Schema that the house profile allows are known here; pandera's
own converter is not used because it turns blanks into values, takes dates for text and
anchors patterns wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, lru_cache, partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from wartoll.package import schema as installed_schema

if TYPE_CHECKING:
    import pandera.pandas as pa

Field = dict[str, Any]
Test = Callable[[str], object]

_DIGITS = re.compile(r"[0-9]+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_CANONICAL_COUNT = re.compile(r"0|[1-9][0-9]{0,17}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=10_000)
def is_day(text: str) -> bool:
    """Whether the text is an existing day in the form YYYY-MM-DD."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_typed(field: Field, text: str) -> bool:
    if field["type"] == "integer":
        return _DIGITS.fullmatch(text) is not None
    if field["type"] == "number":
        return _NUMBER.fullmatch(text) is not None
    if field["type"] == "date" or field.get("semantic") == "moment":
        return is_day(text[:10]) if field["type"] == "string" else is_day(text)
    return True


def _comparable(field: Field, value: Any) -> Any:
    return str(value) if field["type"] == "date" else float(value)


def _within(field: Field, text: str) -> bool:
    """Bounds of a cell; a cell of the wrong type has no bounds to break."""
    limits = field["constraints"]
    if len(text) > limits.get("maxLength", len(text)):
        return False
    if not {"minimum", "maximum"} & limits.keys() or not _is_typed(field, text):
        return True
    value = _comparable(field, text)
    low, high = limits.get("minimum", text), limits.get("maximum", text)
    return bool(_comparable(field, low) <= value <= _comparable(field, high))


def cell_tests(field: Field) -> dict[str, tuple[Test, str]]:
    """Name of the rule -> what a filled cell must pass, and the form to aim at.

    Each test assumes that the more basic ones hold, so that one fault gives one finding.
    """
    limits = field["constraints"]
    tests: dict[str, tuple[Test, str]] = {}
    if field["type"] == "integer":
        tests["count-form"] = (
            _CANONICAL_COUNT.fullmatch,
            "write plain ASCII digits without sign, separator or leading zero",
        )
    elif field["type"] != "string" or field.get("semantic") == "moment":
        form = {"number": "a plain decimal number", "date": "an existing day as YYYY-MM-DD"}
        wanted = form.get(field["type"], "an existing day, or a day and time with offset")
        tests["type"] = (partial(_is_typed, field), f"write {wanted}")
    if "enum" in limits:
        words = frozenset(limits["enum"])
        tests["vocabulary"] = (words.__contains__, f"use one of: {', '.join(limits['enum'])}")
    if "pattern" in limits:
        pattern = re.compile(limits["pattern"])
        tests["pattern"] = (
            pattern.fullmatch,
            f"write it like {field['example']}" if "example" in field else "see the schema",
        )
    if limits.keys() & {"minimum", "maximum", "maxLength"}:
        tests["bounds"] = (partial(_within, field), f"keep to {_limits(limits)}")
    return tests


def _limits(limits: Field) -> str:
    words = {
        "minimum": "at least",
        "maximum": "at most",
        "maxLength": "at most this many characters:",
    }
    return ", ".join(f"{words[k]} {limits[k]}" for k in words if k in limits)


def coded(cells: Sequence[str]) -> pd.Categorical:
    """Texts as a category, so that what follows looks at each distinct text once."""
    codes, texts = pd.factorize(np.asarray(cells, dtype=object))
    return pd.Categorical.from_codes(codes, pd.Index(texts, dtype=object), validate=False)


def distinct(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Codes of a column's cells, and the distinct texts they stand for."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(), column.cat.categories.to_numpy(dtype=object)
    codes, texts = pd.factorize(column.to_numpy(dtype=object))
    return codes, texts


def read_text(file: Path | BytesIO) -> pd.DataFrame:
    """Read a CSV file that is known to be sound as categories of text; blank cells are ''."""
    frame = pd.read_csv(file, dtype=object, na_filter=False, encoding="utf-8")
    return pd.DataFrame({name: coded(frame[name].to_numpy()) for name in frame})


def passes(column: pd.Series, test: Test) -> pd.Series:
    """Apply a test to the distinct filled texts of a column; blanks pass."""
    codes, texts = distinct(column)
    good = np.fromiter(map(bool, map(test, texts)), dtype=bool, count=len(texts))
    good |= texts == ""
    return pd.Series(good[codes], index=column.index)


@cache
def text_schema(name: str) -> pa.DataFrameSchema:
    """Pandera schema of a table whose cells are still text, blank cells being ''.

    Every check is named after the rule it stands for; validate lazily to get all.
    """
    import pandera.pandas as pa

    def column(field: Field) -> pa.Column:
        checks = [
            pa.Check(partial(passes, test=test), name=rule, error=rule)
            for rule, (test, _) in cell_tests(field).items()
        ]
        if field["constraints"]["required"]:
            checks.append(pa.Check(lambda c: c != "", name="required", error="required"))
        return pa.Column(None, checks)

    return pa.DataFrameSchema(
        {f["name"]: column(f) for f in installed_schema(name)["fields"]}, strict=True, ordered=True
    )


def dtype(field: Field) -> Any:
    """Pandas type of a field: str, Int64, Float64, datetime64[s] or a category."""
    if "enum" in field["constraints"]:
        return pd.CategoricalDtype(field["constraints"]["enum"])
    kinds = {"integer": "Int64", "number": "Float64", "date": "datetime64[s]"}
    return kinds.get(field["type"], "str")


def cast(text: pd.DataFrame, schema: dict[str, Any]) -> pd.DataFrame:
    """Give a frame of checked text its exact types; '' becomes missing.

    Raises
    ------
    ValueError
        When a cell does not have the type of its field.
    """
    return pd.DataFrame(
        {f["name"]: _cast(text[f["name"]], f) for f in schema["fields"]}, index=text.index
    )


def _cast(column: pd.Series, field: Field) -> pd.Series:
    codes, texts = distinct(column)
    typed = _cast_distinct(pd.Series(texts, dtype=object).where(texts != "", None), field)
    return pd.Series(typed.array.take(codes), index=column.index)


def _cast_distinct(filled: pd.Series, field: Field) -> pd.Series:
    if field["type"] == "date":
        return pd.to_datetime(filled, format="%Y-%m-%d").astype("datetime64[s]")
    if field["type"] in ("integer", "number"):
        return pd.to_numeric(filled).astype("Float64").astype(dtype(field))
    if "enum" in field["constraints"]:
        unknown = set(filled.dropna()) - set(field["constraints"]["enum"])
        if unknown:
            raise ValueError(f"{field['name']}: not in the vocabulary: {sorted(unknown)}")
    return filled.astype(dtype(field))


def pandera_schema(name: str, /) -> pa.DataFrameSchema:
    """Pandera schema of a table as `load` returns it, for checking frames of your own.

    Parameters
    ----------
    name : str
        A name from `tables`.

    Returns
    -------
    pandera.DataFrameSchema
        Exact dtypes, required cells, vocabularies, patterns, bounds and the key; columns
        in order and no others. Foreign keys and the rules between rows are not in it.

    Raises
    ------
    ValueError
        When no table has this name.
    ImportError
        When pandera is not installed (``pip install wartoll[check]``).
    """
    try:
        import pandera.pandas as pa
    except ImportError as error:
        raise ImportError("pandera_schema() needs pandera: pip install 'wartoll[check]'") from error
    table = installed_schema(name)
    columns = {f["name"]: _typed_column(f) for f in table["fields"]}
    return pa.DataFrameSchema(
        columns, strict=True, ordered=True, unique=table["primaryKey"], name=name
    )


def _typed_column(field: Field) -> pa.Column:
    import pandera.pandas as pa

    return pa.Column(
        dtype(field), list(_typed_checks(field)), nullable=not field["constraints"]["required"]
    )


def _typed_checks(field: Field) -> Iterable[pa.Check]:
    import pandera.pandas as pa

    limits = field["constraints"]
    bound: Callable[[Any], Any] = pd.Timestamp if field["type"] == "date" else lambda v: v
    if "minimum" in limits:
        yield pa.Check.ge(bound(limits["minimum"]))
    if "maximum" in limits:
        yield pa.Check.le(bound(limits["maximum"]))
    if "maxLength" in limits:
        yield pa.Check.str_length(max_value=limits["maxLength"])
    if field["type"] == "string" and "enum" not in limits:
        tests = {n: t for n, (t, _) in cell_tests(field).items() if n in ("type", "pattern")}
        for rule, test in tests.items():
            yield pa.Check(partial(passes, test=test), name=rule, error=rule)
