"""A page measured in inches, and text that is wrapped to fit it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath
from matplotlib.ticker import MaxNLocator

from style.look import BODY, EDGE, GREY, LINE, SIZE, TITLE_SIZE, WIDTH


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
        ticks = MaxNLocator(min(10, int(3 * width)), integer=True, steps=[1, 2, 5, 10])
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
