"""A drawn chart as files: written, or compared with what is committed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.image import imread

CHARTS = Path(__file__).resolve().parents[2] / "charts"
NIGHT = date(2024, 10, 28)
MONTH = pd.Period("2024-10")


class Chart(NamedTuple):
    """A drawn chart.

    Attributes
    ----------
    figure : Figure
        The drawing.
    title : str
        The finding, in plain words.
    words : str
        Every figure of the drawing as text.
    claim_ids : list of str
        Cells of claim ids behind the figures.
    """

    figure: Any
    title: str
    words: str
    claim_ids: list[str]


def files(name: str, chart: Chart) -> dict[str, bytes]:
    """Render a chart.

    Parameters
    ----------
    name : str
        Stem of the files.
    chart : Chart
        The drawing.

    Returns
    -------
    dict of bytes
        By file name: an SVG with title and description, and a PNG.
    """
    svg, png = BytesIO(), BytesIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    chart.figure.savefig(svg, format="svg", metadata=nothing)
    chart.figure.savefig(png, format="png", dpi=150, metadata={"Software": None})
    before, after = svg.getvalue().decode().split("<svg ", 1)
    tag, rest = after.split(">", 1)
    title, words = escape(chart.title, quote=False), escape(chart.words, quote=False)
    text = f'{before}<svg role="img" {tag}>\n <title>{title}</title>\n <desc>{words}</desc>{rest}'
    clean = "".join(f"{line.rstrip()}\n" for line in text.splitlines())
    return {f"{name}.svg": clean.encode(), f"{name}.png": png.getvalue()}


def settle(made: dict[str, bytes], check: bool) -> int:
    """Write files into charts/, or say which ones there are stale.

    Parameters
    ----------
    made : dict of bytes
        By file name.
    check : bool
        Compare and write nothing.

    Returns
    -------
    int
        Exit code: 1 when a file is stale, 0 after writing.
    """
    stale = [name for name, content in made.items() if check and _differs(name, content)]
    for name in stale:
        print(f"charts/{name}: stale; run python scripts/draw.py", file=sys.stderr)
    for name, content in made.items():
        if not check:
            CHARTS.mkdir(exist_ok=True)
            (CHARTS / name).write_bytes(content)
            print(f"charts/{name}")
    return int(bool(stale))


def _differs(name: str, content: bytes) -> bool:
    file = CHARTS / name
    if not file.is_file() or file.suffix != ".png":
        return not file.is_file() or file.read_bytes() != content
    # The same pixels may be packed differently on another processor.
    try:
        old, new = imread(file), imread(BytesIO(content))
    except (OSError, SyntaxError):
        return True
    return old.shape != new.shape or bool((old != new).any())


def whole(name: str, draw: Callable[[], Chart]) -> int:
    """Run the script of a chart of all nights.

    Parameters
    ----------
    name : str
        Stem of the files.
    draw : callable
        Makes the chart.

    Returns
    -------
    int
        Exit code: 1 when ``--check`` finds a stale file.
    """
    given = _parser(name).parse_args()
    return settle(files(name, draw()), given.check)


def _parser(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=f"Draw charts/{name}.svg and .png.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when stale")
    return parser


def main(name: str, draw: Callable[[pd.Timestamp], Chart]) -> int:
    """Run the script of a chart of one night.

    Parameters
    ----------
    name : str
        Stem of the files; another night than the default adds its date.
    draw : callable
        From a night to a chart.

    Returns
    -------
    int
        Exit code: 1 when ``--check`` finds a stale file.
    """
    parser = _parser(name)
    parser.add_argument(
        "--night", type=date.fromisoformat, default=NIGHT, metavar="YYYY-MM-DD",
        help="date of the morning (default %(default)s)",
    )  # fmt: skip
    given = parser.parse_args()
    stem = name if given.night == NIGHT else f"{name}-{given.night}"
    return settle(files(stem, draw(pd.Timestamp(given.night))), given.check)


def monthly(name: str, draw: Callable[[pd.Period], Chart]) -> int:
    """Run the script of a chart of one month.

    Parameters
    ----------
    name : str
        Stem of the files; another month than the default adds its name.
    draw : callable
        From a month to a chart.

    Returns
    -------
    int
        Exit code: 1 when ``--check`` finds a stale file.
    """
    parser = _parser(name)
    parser.add_argument(
        "--month", type=partial(pd.Period, freq="M"), default=MONTH, metavar="YYYY-MM",
        help="a month (default %(default)s)",
    )  # fmt: skip
    given = parser.parse_args()
    stem = name if given.month == MONTH else f"{name}-{given.month}"
    return settle(files(stem, draw(given.month)), given.check)
