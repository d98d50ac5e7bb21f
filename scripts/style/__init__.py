"""What the chart scripts share: the look, the page, bars, intervals, words, files."""

from style.bars import after, bracket, keys, part
from style.ladder import Interval, Panel, Rung, ladders
from style.look import BAR, BLUE, BODY, INK, ORANGE, PALE, SKY
from style.output import NIGHT, Chart, files, main, settle
from style.sheet import Sheet, paragraphs
from style.words import SIDES, UNTOLD, day, listed, read_in, rows_of, side, silent, span, window

__all__ = [
    "BAR",
    "BLUE",
    "BODY",
    "INK",
    "NIGHT",
    "ORANGE",
    "PALE",
    "SIDES",
    "SKY",
    "UNTOLD",
    "Chart",
    "Interval",
    "Panel",
    "Rung",
    "Sheet",
    "after",
    "bracket",
    "day",
    "files",
    "keys",
    "ladders",
    "listed",
    "main",
    "paragraphs",
    "part",
    "read_in",
    "rows_of",
    "settle",
    "side",
    "silent",
    "span",
    "window",
]
