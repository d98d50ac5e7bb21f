"""What a check found, and the three ways to print it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that breaks one rule.

    Attributes
    ----------
    file : str
        Path inside the data package.
    line : int
        Line of the file; 1 is the header.
    column : str
        Name of the column; ``-`` when the finding is about the whole line.
    rule : str
        Id of the rule, as in docs/rules.md.
    message : str
        What is wrong, with the offending value.
    advice : str
        What to do.
    level : {'error', 'warning'}
        An error blocks; a warning asks for a note.
    """

    file: str
    line: int
    column: str
    rule: str
    message: str
    advice: str
    level: Level

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}:{self.column}: {self.level} {self.rule}: "
            f"{self.message}; {self.advice}"
        )


def _annotation(finding: Finding) -> str:
    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    title = escape(finding.rule)
    text = escape(f"{finding.column}: {finding.message}; {finding.advice}")
    return f"::{finding.level} file={finding.file},line={finding.line},title={title}::{text}"


def render(findings: Iterable[Finding], style: str) -> str:
    """Print findings as ``text``, ``json`` or ``github`` annotations.

    Parameters
    ----------
    findings : iterable of Finding
        In the order to print.
    style : {'text', 'json', 'github'}
        JSON is one array of objects with the attributes of `Finding`.

    Returns
    -------
    str
        Without a final newline; empty for no finding, except ``[]`` in JSON.
    """
    if style == "json":
        return json.dumps([asdict(f) for f in findings], ensure_ascii=False, indent=1)
    line = _annotation if style == "github" else str
    return "\n".join(line(f) for f in findings)
