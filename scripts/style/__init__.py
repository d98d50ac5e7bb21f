"""What the chart scripts share: the look, the page, bars, intervals, cells, words, files."""

from style.bars import after, bracket, keys, part
from style.cells import Cell, Scale, board, fill, key, tall
from style.ladder import Interval, Panel, Rung, ladders
from style.look import BAR, BLUE, BODY, FAINT, GREY, INK, LINE, ORANGE, PALE, SKY
from style.output import NIGHT, Chart, files, main, settle, whole
from style.sheet import Sheet, paragraphs
from style.words import SIDES, UNTOLD, day, listed, read_in, rows_of, side, silent, span, window

__all__ = [
    "BAR",
    "BLUE",
    "BODY",
    "FAINT",
    "GREY",
    "INK",
    "LINE",
    "NIGHT",
    "ORANGE",
    "PALE",
    "SIDES",
    "SKY",
    "UNTOLD",
    "Cell",
    "Chart",
    "Interval",
    "Panel",
    "Rung",
    "Scale",
    "Sheet",
    "after",
    "board",
    "bracket",
    "day",
    "files",
    "fill",
    "key",
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
    "tall",
    "whole",
    "window",
]
