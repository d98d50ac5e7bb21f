"""The command line: check, format, build, read, cite."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from wartoll.package import DataPackage, UnusableInput, installed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wartoll", description="Check, format and build the data package."
    )
    parser.add_argument("--version", action="version", version=f"wartoll {installed().version}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    path = argparse.ArgumentParser(add_help=False)
    path.add_argument(
        "path", nargs="?", type=Path, help="folder with a datapackage.json (default: this folder)"
    )
    check = commands.add_parser(
        "check", parents=[path], help="check every table against every rule"
    )
    check.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how to print findings"
    )
    check.add_argument(
        "--fail-on",
        choices=("error", "warning"),
        default="warning",
        help="least level that makes the exit code 1",
    )
    check.add_argument(
        "--release",
        type=Path,
        help="folder of the last release's package, for the rules on released ids",
    )
    check.add_argument(
        "--today",
        type=date.fromisoformat,
        help="day to measure the embargo against (default: today)",
    )
    for name, does in (
        ("format", "bring tables and descriptor into canonical form"),
        ("build", "write the derived tables"),
    ):
        command = commands.add_parser(name, parents=[path], help=does)
        command.add_argument(
            "--check", action="store_true", help="write nothing; exit 1 when something would change"
        )
    read = commands.add_parser("read", help="draft rows from an official bulletin")
    read.add_argument(
        "file", nargs="?", type=Path, help="text of one bulletin (default: standard input)"
    )
    read.add_argument(
        "--posts",
        type=Path,
        help="CSV with posted_at_utc, text and perhaps url: a whole file, one JSON object a line",
    )
    read.add_argument("--claimant", required=True, help="actor id of the office that speaks")
    read.add_argument("--posted", help="time of posting, with its zone: 2024-10-28T04:10Z")
    read.add_argument("--source", help="source_id of the document it was read in")
    read.add_argument("--url", help="address it was read at")
    read.add_argument("--publisher", help="actor id of who published it there")
    read.add_argument("--format", choices=("json", "csv", "preview"), default="preview")
    read.add_argument(
        "--write", action="store_true", help="add an accepted draft to the tables of this folder"
    )
    cite = commands.add_parser("cite", help="print how to cite this version")
    cite.add_argument("--format", choices=("text", "bibtex", "apa"), default="text")
    return parser


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Look for no cycles among millions of cells: a command ends soon and makes none."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _check(args: argparse.Namespace) -> int:
    from wartoll.check import check
    from wartoll.findings import render

    with _no_garbage():
        findings = check(args.path, today=args.today, release=args.release)
    text = render(findings, args.format)
    if text:
        print(text)
    errors = sum(f.level == "error" for f in findings)
    print(f"{errors} errors, {len(findings) - errors} warnings", file=sys.stderr)
    return int(bool(errors or (findings and args.fail_on == "warning")))


def _open(path: Path | None) -> DataPackage:
    from wartoll.transaction import recover

    root = path or (Path.cwd() if Path("datapackage.json").is_file() else installed().root)
    if recover(root):
        print("an interrupted write was undone", file=sys.stderr)
    return DataPackage.open(root)


def _settle(package: DataPackage, files: dict[str, bytes], check_only: bool) -> int:
    """Write the files, or say which differ; 1 when something differs and nothing may."""
    from wartoll.canonical import differing, write_changed

    changed = differing(package, files) if check_only else write_changed(package, files)
    for file in changed:
        print(f"{file}: {'is not up to date' if check_only else 'written'}")
    return int(bool(changed and check_only))


def _format(args: argparse.Namespace) -> int:
    from wartoll.canonical import format_package

    package = _open(args.path)
    return _settle(package, format_package(package), args.check)


def _build(args: argparse.Namespace) -> int:
    from wartoll.derive import derive
    from wartoll.loading import load_curated

    package = _open(args.path)
    made = derive(package, load_curated(package))
    return _settle(package, {package.relative(n): raw for n, raw in made.items()}, args.check)


def _read(args: argparse.Namespace) -> int:
    from wartoll.bulletins.printing import print_one, print_posts

    if args.write:
        return _write(args)
    return print_posts(args) if args.posts else print_one(args)


def _write(args: argparse.Namespace) -> int:
    from wartoll.bulletins.printing import drafts
    from wartoll.bulletins.writing import write
    from wartoll.findings import render

    package = _open(None)
    read = list(drafts(args))
    left = [(where, draft) for where, draft in read if draft.status != "accepted"]
    for where, draft in left:
        print(f"{where}: not written: {draft.status}: {draft.reason}", file=sys.stderr)
    changed, findings = write(package, [draft for _, draft in read])
    for file in changed:
        print(f"{file}: written")
    if findings:
        print(render(findings, "text"), file=sys.stderr)
    failed = any(f.level == "error" for f in findings)
    if failed:
        print("nothing was written: the check found errors", file=sys.stderr)
    return int(failed or bool(left))


def _cite(args: argparse.Namespace) -> int:
    from wartoll.citation import cite

    print(cite(format=args.format))
    return 0


def _unheard() -> int:
    """Leave quietly when what reads our output has stopped, as in `wartoll read ... | head`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns
    -------
    int
        0 when nothing was found, 1 for findings or stale files, 2 for unusable input.
    """
    args = _parser().parse_args(argv)
    run = {"check": _check, "format": _format, "build": _build, "read": _read, "cite": _cite}[
        args.command
    ]
    try:
        code = run(args)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        return _unheard()
    except (UnusableInput, ImportError) as error:
        print(f"wartoll: {error}", file=sys.stderr)
        return 2
