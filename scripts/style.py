"""The look, the words and the files that all charts share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from html import escape
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.image import imread
from matplotlib.lines import Line2D
from matplotlib.textpath import TextToPath
from matplotlib.ticker import MaxNLocator

import wartoll

CHARTS = Path(__file__).resolve().parents[1] / "charts"
NIGHT = "2024-10-28"
SIDES = {"RU": "Russia", "UA": "Ukraine"}
INK, GREY, PALE = "#1a1a1a", "#5f5f5f", "#d9d9d9"
BLUE, SKY, ORANGE = "#0072B2", "#8cc8ee", "#D55E00"
#: Inches, except the sizes of letters, which are points.
WIDTH, EDGE, LINE, GUTTER, BAR = 8.6, 0.15, 0.16, 0.25, 1.35
BODY = WIDTH - 2 * EDGE
SIZE, TITLE_SIZE = 8.0, 11.0
#: Share of a panel's width that its labels take.
LABELS = 0.43
OPEN = (">", "white", "no upper limit stated")
UNTOLD = "not stated"

matplotlib.rcdefaults()
# A system may hold another release of the same font, and the files must not differ by it.
fontManager.ttflist = [
    font for font in fontManager.ttflist if font.fname.startswith(matplotlib.get_data_path())
]
matplotlib.rcParams.update(
    {
        "font.family": "DejaVu Sans",
        "font.size": SIZE,
        "text.color": INK,
        "text.parse_math": False,
        "axes.edgecolor": GREY,
        "axes.spines.left": False,
        "axes.spines.right": False,
        "axes.spines.bottom": False,
        "axes.labelcolor": INK,
        "axes.axisbelow": True,
        "grid.color": "#e6e6e6",
        "xtick.top": True,
        "xtick.labeltop": True,
        "xtick.bottom": False,
        "xtick.labelbottom": False,
        "xtick.color": GREY,
        "ytick.left": False,
        "ytick.labelleft": False,
        "hatch.linewidth": 0.7,
        "legend.frameon": False,
        "svg.fonttype": "path",
        "svg.hashsalt": "wartoll",
    }
)


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


class Interval(NamedTuple):
    """One figure on an axis.

    Attributes
    ----------
    low, high : int or NA
        Bounds; a missing high is open, a missing low is no figure.
    text : str
        What stands beside the mark.
    marker, colour : str
        As matplotlib writes them.
    best : int or NA
        A figure inside the bounds that a dot marks.
    """

    low: Any
    high: Any
    text: str
    marker: str
    colour: str
    best: Any = pd.NA


class Rung(NamedTuple):
    """One row of a ladder: the paragraphs of its label, and a figure for each column."""

    label: list[str]
    cells: list[Interval]
    bold: bool = True


class Panel(NamedTuple):
    """A ladder with the paragraphs above it and the names of its columns."""

    head: list[str]
    rungs: list[Rung]
    columns: tuple[str, ...] = ("drones",)


class Sheet:
    """A figure measured in inches from its upper left corner: title, body, foot.

    Parameters
    ----------
    title : str
        The finding, wrapped above the body.
    body : float
        Height of the body.
    foot : iterable of str
        Paragraphs below the body.
    """

    def __init__(self, title: str, body: float, foot: Iterable[str]) -> None:
        head = wrap(title, BODY, TITLE_SIZE, "bold")
        notes = [line for text in foot for line in wrap(text, BODY)]
        self.top = EDGE + len(head) * LINE * TITLE_SIZE / SIZE + 0.12
        self.below = self.top + body
        self.height = self.below + 0.2 + len(notes) * LINE + EDGE
        self.figure = Figure(figsize=(WIDTH, self.height))
        self.write(0, -self.top + EDGE, [(t, "bold") for t in head], size=TITLE_SIZE)
        self.write(0, body + 0.2, [(t, "normal") for t in notes], color=GREY)

    def at(self, left: float, top: float) -> tuple[float, float]:
        """Fractions of the figure for inches from the upper left corner of the body."""
        return (EDGE + left) / WIDTH, 1 - (self.top + top) / self.height

    def write(self, left: float, top: float, told: list[tuple[str, str]], **look: Any) -> None:
        """Write lines with their weights, as `paragraphs` gives them."""
        step = LINE * look.get("size", SIZE) / SIZE
        for turn, (line, weight) in enumerate(told):
            self.figure.text(
                *self.at(left, top + turn * step), line, va="top", weight=weight, **look
            )

    def axes(self, box: tuple[float, float, float, float], end: float, name: str = "drones") -> Any:
        """Add axes whose y runs in inches downward, with the ticks of x above.

        Parameters
        ----------
        box : tuple of float
            Left, top, width and height in inches.
        end : float
            Last number of x.
        name : str
            What x counts.

        Returns
        -------
        Axes
            Without anything in it.
        """
        left, top, width, height = box
        x, y = self.at(left, top + height)
        axes = self.figure.add_axes((x, y, width / WIDTH, height / self.height))
        axes.set(xlim=(0, 1.005 * end), ylim=(height, 0))
        ticks = MaxNLocator(min(10, int(2.2 * width)), integer=True, steps=[1, 2, 5, 10])
        axes.xaxis.set_major_locator(ticks)
        axes.set_xlabel(name, loc="left", weight="bold")
        axes.xaxis.set_label_position("top")
        return axes

    def legend(self, handles: list[Any], left: float = 0, columns: int = 1) -> None:
        """Explain the marks at the end of the body."""
        at = self.at(left, self.below - self.top)
        look = {"loc": "lower left", "borderpad": 0, "borderaxespad": 0}
        self.figure.legend(handles=handles, bbox_to_anchor=at, ncols=columns, **look)


def wrap(text: str, width: float, size: float = SIZE, weight: str = "normal") -> list[str]:
    """Break a text into lines by the measured width of its letters.

    Parameters
    ----------
    text : str
        One paragraph.
    width : float
        Inches.
    size, weight
        Of the font.

    Returns
    -------
    list of str
        Lines; a word that is wider than a line stays whole.
    """
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _measure(longer, size, weight) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _measure(text: str, size: float = SIZE, weight: str = "normal") -> float:
    """Width of a text in inches."""
    font = FontProperties(size=size, weight=weight)
    return float(TextToPath().get_text_width_height_descent(text, font, ismath=False)[0]) / 72


def paragraphs(told: Iterable[str], width: float, bold: int = 1) -> list[tuple[str, str]]:
    """Break paragraphs into lines with their weights; the first ``bold`` ones are bold."""
    weighed = [(text, "bold" if turn < bold else "normal") for turn, text in enumerate(told)]
    return [(line, weight) for text, weight in weighed for line in wrap(text, width, weight=weight)]


def ladders(
    title: str, panels: list[Panel], marks: Iterable[tuple[str, str, str]], foot: Iterable[str]
) -> tuple[Any, str]:
    """Draw panels side by side, each with a heading and a row for each figure.

    Parameters
    ----------
    title : str
        The finding.
    panels : list of Panel
        What is drawn, left to right.
    marks : iterable of tuple of str
        Marker, colour and meaning; those that do not occur are left out.
    foot : iterable of str
        Paragraphs below the panels.

    Returns
    -------
    tuple of Figure and str
        The drawing, and all of it in words.
    """
    width = (BODY + GUTTER) / len(panels) - GUTTER
    heads = [paragraphs(panel.head, width) for panel in panels]
    top = max(map(len, heads)) * LINE + 0.45
    tall = [_tops(panel, width)[-1] for panel in panels]
    key = [_key(*mark) for mark in [*marks, OPEN] if mark[0] in _used(panels)]
    body = top + max(*tall, min(tall) + 0.2 + 0.18 * len(key))
    sheet = Sheet(title, body, foot)
    end = max(_end(c, width / len(p.columns)) for p in panels for r in p.rungs for c in r.cells)
    for turn, panel in enumerate(panels):
        sheet.write(turn * (width + GUTTER), 0, heads[turn])
        _ladder(sheet, panel, (turn * (width + GUTTER), top, width), end)
    sheet.legend(key, tall.index(min(tall)) * (width + GUTTER))
    return sheet.figure, " ".join(map(_aloud, panels))


def _ladder(sheet: Sheet, panel: Panel, box: tuple[float, float, float], end: float) -> None:
    left, top, width = box
    tops = _tops(panel, width)
    beside = LABELS * width
    each = (width - beside) / len(panel.columns)
    for turn, name in enumerate(panel.columns):
        start = left + beside + turn * each
        axes = sheet.axes((start, top, each - 0.15, tops[-1]), end, name)
        axes.grid(axis="x")
        for rung, start, stop in zip(panel.rungs, tops, tops[1:], strict=False):
            _interval(axes, (start + stop) / 2, rung.cells[turn])
    for rung, start in zip(panel.rungs, tops, strict=False):
        sheet.write(left, top + start + 0.07, _label(rung, width))


def _label(rung: Rung, width: float) -> list[tuple[str, str]]:
    return paragraphs(rung.label, LABELS * width - 0.1, bold=rung.bold)


def _tops(panel: Panel, width: float) -> list[float]:
    heights = (len(_label(rung, width)) * LINE + 0.1 for rung in panel.rungs)
    return [0.0, *accumulate(heights)]


def _end(cell: Interval, width: float) -> float:
    """Where x has to end so that the text beside the mark has room."""
    room = min((_measure(cell.text) + 0.4) / (width * (1 - LABELS)), 0.8)
    return max([1, *(int(x) for x in (cell.low, cell.high) if pd.notna(x))]) / (1 - room)


def _used(panels: list[Panel]) -> set[str]:
    cells = [c for panel in panels for rung in panel.rungs for c in rung.cells]
    used = {c.marker for c in cells if pd.notna(c.low)}
    used |= {"o" for c in cells if pd.notna(c.best)}
    return used | {">" for c in cells if pd.notna(c.low) and pd.isna(c.high)}


def _aloud(panel: Panel) -> str:
    columns = [f"{name} " for name in panel.columns]
    rows = [
        f"{'. '.join(r.label)}: "
        + ", ".join(f"{n}{c.text}" for n, c in zip(columns, r.cells, strict=True))
        for r in panel.rungs
    ]
    return " ".join(f"{text.rstrip('.')}." for text in [*panel.head, *rows])


def _look(marker: str, colour: str) -> dict[str, Any]:
    hollow = marker in ("D", ">")
    return {
        "marker": marker,
        "color": colour,
        "markerfacecolor": "white" if hollow else colour,
        "markeredgecolor": INK if marker == ">" else colour,
        "markersize": 9 if marker in ("|", "x") else 6,
        "linestyle": ":" if marker == "D" else "-",
        "linewidth": 3 if marker == "s" else 1.5,
    }


def _interval(axes: Any, at: float, cell: Interval) -> None:
    end = 0.0
    if pd.notna(cell.low):
        end = float(cell.low + 0.1 * axes.get_xlim()[1] if pd.isna(cell.high) else cell.high)
        bounded = [0, 1] if pd.notna(cell.high) else [0]
        look = _look(cell.marker, cell.colour)
        axes.plot([int(cell.low), end], [at, at], markevery=bounded, clip_on=False, **look)
        if pd.isna(cell.high):
            axes.plot(end, at, clip_on=False, **_look(*OPEN[:2]))
    if pd.notna(cell.best):
        axes.plot(int(cell.best), at, clip_on=False, **_look("o", BLUE))
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    look = {"textcoords": "offset points", "va": "center_baseline", "bbox": box}
    axes.annotate(cell.text, (end, at), (8, 0), annotation_clip=False, **look)


def _key(marker: str, colour: str, label: str) -> Any:
    look = _look(marker, colour)
    return Line2D(
        [], [], label=label, **(look | {"linestyle": ""} if marker in ("o", ">", "x") else look)
    )


def part(axes: Any, at: float, ends: tuple[float, float], name: str, *look: str) -> None:
    """Draw one part of a stacked bar, with its number where there is room.

    Parameters
    ----------
    axes : Axes
        From a sheet, with the limits of x set.
    at : float
        Middle of the bar, inches below the top of the axes.
    ends : tuple of float
        Where the part starts and ends; nothing is drawn between equal ones.
    name : str
        For the legend.
    look : str
        Colour and hatch, as matplotlib writes them.
    """
    fill, hatch = look
    left, wide = ends[0], ends[1] - ends[0]
    bar = {"facecolor": fill, "hatch": hatch, "edgecolor": INK, "linewidth": 0.8, "label": name}
    if wide:
        axes.barh(at, wide, 0.3, left, **bar)
    if wide > 0.03 * axes.get_xlim()[1] and "x" not in hatch:
        colour = "white" if fill in (INK, BLUE) else INK
        box = {"facecolor": fill, "edgecolor": "none", "pad": 1.5}
        look = {"ha": "center", "va": "center_baseline", "weight": "bold", "color": colour}
        axes.text(left + wide / 2, at, f"{wide:.0f}", bbox=box, **look)


def keys(axes: Any) -> list[Any]:
    """Marks for the legend, each name once."""
    handles, labels = axes.get_legend_handles_labels()
    return [*dict(zip(labels, handles, strict=True)).values()]


def bracket(axes: Any, at: float, ends: tuple[float, float], name: str) -> None:
    """Name a stretch of x from below; without a name nothing is drawn.

    Parameters
    ----------
    axes : Axes
        From a sheet, with the limits of x set.
    at : float
        Inches below the top of the axes.
    ends : tuple of float
        Of the stretch.
    name : str
        Its name.
    """
    if name:
        right = bool(ends[1] > axes.get_xlim()[1] / 2)
        corners = [ends[0], ends[0], ends[1], ends[1]]
        axes.plot(corners, [at, at + 0.05, at + 0.05, at], color=INK, linewidth=0.8)
        look = {"ha": "right" if right else "left", "va": "top"}
        axes.text(ends[right], at + 0.09, name, **look)


def after(axes: Any, at: float, end: float, more: bool, share: bool) -> None:
    """Draw what follows a bar.

    Parameters
    ----------
    axes : Axes
        From a sheet.
    at : float
        Middle of the bar, inches below the top of the axes.
    end : float
        Where the bar ends.
    more : bool
        Whether there is no upper limit: draws an open arrow.
    share : bool
        Whether the bar is a whole; otherwise says that it is not.
    """
    if more:
        axes.plot(end, at, clip_on=False, **_look(*OPEN[:2]) | {"markersize": 12})
    if not share:
        note = "launched: not stated, so no share can be given"
        room = end < 0.6 * axes.get_xlim()[1]
        spot = (end, at) if room else (0, at + 0.3)
        look = {"textcoords": "offset points", "va": "center_baseline"}
        axes.annotate(note, spot, (12 * room, 0), **look)


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: ``a, b and c``."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def side(row: Any) -> str:
    """Name of the attacker in a row."""
    return SIDES.get(row["attacker"], "a side that is not stated")


def silent(attackers: Iterable[str]) -> list[str]:
    """Sentences about the sides on whose drones a night holds nothing."""
    missing = [name for code, name in SIDES.items() if code not in set(attackers)]
    return [f"No statement on drones of {name} is in the data: that is not 0." for name in missing]


def span(low: Any, high: Any) -> str:
    """Print an interval: one number, a range, or a floor.

    Parameters
    ----------
    low, high : int or NA
        Bounds; a missing high is open.

    Returns
    -------
    str
        Such as ``66``, ``2–6`` or ``≥13``; ``not stated`` without a low, and for the
        interval from 0 to open, which says nothing and is never shown as 0.
    """
    if pd.isna(low) or (low == 0 and pd.isna(high)):
        return UNTOLD
    if pd.isna(high):
        return f"≥{low}"
    return f"{low}" if low == high else f"{low}–{high}"


def day(moment: Any, form: str = "%B %Y") -> str:
    """Print a day, such as ``28 October 2024``; ``form`` is what follows its number."""
    stamp = pd.Timestamp(moment)
    return f"{stamp.day} {stamp.strftime(form)}".strip()


def clock(moment: Any) -> str:
    """Print a moment of a table.

    Parameters
    ----------
    moment : str or NA
        A cell such as ``2024-10-28T10:30+02:00`` or ``2024-10-28``.

    Returns
    -------
    str
        Such as ``28 Oct 10:30 (UTC+2)`` or ``28 Oct``; ``not stated`` for a blank.
    """
    if pd.isna(moment):
        return UNTOLD
    if len(moment) == 10:
        return day(moment, "%b")
    hours = moment[16:].replace(":00", "").replace("+0", "+").replace("-0", "-")
    return f"{day(moment[:10], '%b')} {moment[11:16]} (UTC{hours})"


def window(row: Any) -> str:
    """Print the period that a row of drones_by_night covers, and its as-of time.

    Parameters
    ----------
    row : Series
        A row of the table.

    Returns
    -------
    str
        One sentence without its full stop.
    """
    start, end = clock(row["window_start"]), clock(row["window_end"])
    if " (" in start and start.split(" (")[1] == end.split(" (")[-1]:
        start = start.split(" (")[0]
    basis = {"stated": "as stated", "convention": "by convention", "inferred": "inferred"}
    told = f"Window {start} to {end}, {basis.get(row['window_basis'], 'basis not stated')}"
    return f"{told}; as-of time {clock(row['as_of'])}"


def read_in(claim_ids: Iterable[str]) -> str:
    """Name the publishers of the documents that carry each claimant's figures.

    Parameters
    ----------
    claim_ids : iterable of str
        Cells of claim ids.

    Returns
    -------
    str
        One paragraph for the foot of a chart.
    """
    found = wartoll.sources_of(claim_ids)
    parts = []
    for claimant, rows in found.groupby("claimant", sort=False):
        publishers = ", ".join(rows["publisher"].unique())
        parts.append(f"{claimant}: {_documents(rows)} ({publishers})")
    return f"Read in {_documents(found)}. {'; '.join(parts)}. Data: wartoll, CC BY 4.0."


def _documents(found: pd.DataFrame) -> str:
    count = found["source_id"].nunique()
    return f"{count} document{'s' * (count > 1)}"


def rows_of(table: str, night: pd.Timestamp) -> pd.DataFrame:
    """Load a derived table's rows of one night.

    Parameters
    ----------
    table : str
        A table with a column ``night``.
    night : Timestamp
        The morning's date.

    Returns
    -------
    DataFrame
        At least one row.

    Raises
    ------
    SystemExit
        When the table holds none.
    """
    rows = wartoll.load(table)
    chosen = rows[rows["night"] == night]
    if chosen.empty:
        ends = f"{rows['night'].min():%Y-%m-%d} to {rows['night'].max():%Y-%m-%d}"
        raise SystemExit(f"{table}: no row for {night:%Y-%m-%d}; it has nights from {ends}")
    return chosen


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
    old, new = imread(file), imread(BytesIO(content))
    return old.shape != new.shape or bool((old != new).any())


def main(name: str, draw: Callable[[pd.Timestamp], Chart]) -> int:
    """Run one chart's script.

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
    parser = argparse.ArgumentParser(description=f"Draw charts/{name}.svg and .png.")
    parser.add_argument("--night", default=NIGHT, help="date of the morning (default %(default)s)")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when stale")
    given = parser.parse_args()
    night = pd.Timestamp(given.night)
    stem = name if night == pd.Timestamp(NIGHT) else f"{name}-{night:%Y-%m-%d}"
    return settle(files(stem, draw(night)), given.check)
