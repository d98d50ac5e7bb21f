"""`wartoll read --write`: accepted drafts into the tables, checked, all files together or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Workbench

from wartoll.check import check
from wartoll.findings import Finding

NIGHT = (
    "У ніч на 6 березня (з 20:00 5 березня) противник атакував 40 ударними БпЛА. Станом на 08:30 "
    "збито 30 БпЛА у Харківській та Миколаївській областях. 10 БпЛА локаційно втрачені."
)
POSTED = "2024-03-06T07:00Z"
PARTIAL = NIGHT + " Ще 3 БпЛА збито над Незнамівкою."
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def write(
    mini: Workbench, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Write a text to the small package, as if from its folder."""
    monkeypatch.chdir(mini.root)

    def write(text: str, *options: str, posted: str = POSTED, claimant: str = "ua-air-force"):  # type: ignore[no-untyped-def]
        file = tmp_path / "bulletin.txt"
        file.write_text(text, "utf-8")
        return run("read", "--claimant", claimant, "--posted", posted, "--write", *options, file)

    return write


def files(bench: Workbench) -> dict[str, bytes]:
    """Every file of a package by its path."""
    found = (p for p in bench.root.rglob("*") if p.is_file())
    return {str(p.relative_to(bench.root)): p.read_bytes() for p in found}


def added(bench: Workbench, before: dict[str, list[dict[str, str]]]) -> dict[str, int]:
    """How many rows each table has more than before."""
    return {name: len(bench.rows(name)) - len(rows) for name, rows in before.items()}


TABLES = ("sources", "statements", "relays", "drone_claims", "places", "place_groups")


def tables(bench: Workbench) -> dict[str, list[dict[str, str]]]:
    return {name: bench.rows(name) for name in TABLES}


def test_rows_are_added_in_canonical_form(mini: Workbench, write: Run, run: Run) -> None:
    before = tables(mini)
    code, out, err = write(NIGHT)
    assert (code, err) == (0, "")
    assert "data/drone_claims.csv: written" in out.splitlines()
    assert added(mini, before) == {
        "sources": 1, "statements": 1, "relays": 1, "drone_claims": 5, "places": 0,
        "place_groups": 0,
    }  # fmt: skip
    assert run("format", "--check", mini.root)[0] == run("build", "--check", mini.root)[0] == 0
    assert check(mini.root) == []  # The rows are read today, whatever day that is.
    nights = [r for r in mini.rows("drones_by_night") if r["night"] == "2024-03-06"]
    assert [(r["launched_low"], r["shot_down_low"]) for r in nights] == [("40", "30")]


def test_writing_again_changes_nothing(mini: Workbench, write: Run) -> None:
    write(NIGHT)
    before = files(mini)
    assert write(NIGHT)[:2] == (0, "")
    assert files(mini) == before


def test_another_document_of_a_bulletin_adds_its_relay_and_source(
    mini: Workbench, write: Run
) -> None:
    write(NIGHT)
    before = tables(mini)
    page = ("--publisher", "example-news", "--url", "https://news.example.org/2024/03/06/night")
    assert write(NIGHT, *page)[0] == 0
    assert {n: k for n, k in added(mini, before).items() if k} == {"sources": 1, "relays": 1}
    (relay,) = [r for r in mini.rows("relays") if r["source_id"] == "example-news-20240306"]
    assert (relay["statement_id"], relay["fidelity"]) == ("ua-air-force-20240306T0900", "complete")
    again = files(mini)
    assert write(NIGHT, *page)[:2] == (0, "")
    assert files(mini) == again


def test_two_posts_of_one_day_with_the_same_figure_are_two_statements(
    mini: Workbench, write: Run
) -> None:
    before = tables(mini)
    text = "Дежурными средствами ПВО уничтожены два БПЛА над Белгородской областью."
    for posted in ("2024-03-06T08:00Z", "2024-03-06T10:00Z"):
        assert write(text, claimant="ru-mod", posted=posted)[0] == 0
    assert added(mini, before)["statements"] == 2


def test_a_new_group_of_places_gets_its_name_and_parent(mini: Workbench, write: Run) -> None:
    text = NIGHT.replace("10 БпЛА", "Більшість – на Харківщині та Київщині. 10 БпЛА")
    assert write(text)[0] == 0
    (group,) = [p for p in mini.rows("places") if p["place_id"] == "group.UA-32+UA-63"]
    assert (group["kind"], group["parent_id"]) == ("group", "UA")
    assert group["name_en"]
    assert check(mini.root) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [(PARTIAL, "partial: not understood: 3"), ("Погода.", "refused: no drones")],
)
def test_what_is_not_accepted_is_not_written(
    mini: Workbench, write: Run, text: str, reason: str
) -> None:
    before = files(mini)
    code, out, err = write(text)
    assert (code, out) == (1, "")
    assert f"not written: {reason}" in err
    assert files(mini) == before


def test_posts_are_written_but_for_those_not_accepted(
    mini: Workbench, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(mini.root)
    posts = tmp_path / "posts.csv"
    posts.write_text(
        f'posted_at_utc,text\n2024-03-06 07:00,"{NIGHT}"\n2024-03-06 08:00,Погода\n', "utf-8"
    )
    before = tables(mini)
    code, _, err = run("read", "--claimant", "ua-air-force", "--posts", posts, "--write")
    assert code == 1
    assert f"{posts}: row 3: not written: refused" in err
    assert added(mini, before)["statements"] == 1
    assert check(mini.root) == []


def test_an_error_of_the_check_writes_nothing(mini: Workbench, write: Run) -> None:
    before = files(mini)
    code, out, err = write(NIGHT.replace("Миколаївській", "Полтавській"))
    assert (code, out) == (1, "")
    assert "UA-53" in err
    assert "nothing was written" in err
    assert files(mini) == before


def test_a_warning_is_printed_and_the_rows_are_written(
    mini: Workbench, write: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wartoll.bulletins import writing

    warning = Finding("data/statements.csv", 2, "note", "format", "odd", "look", "warning")
    monkeypatch.setattr(writing, "check", lambda root: [warning])
    code, out, err = write(NIGHT)
    assert code == 0
    assert "odd" in err
    assert "data/statements.csv: written" in out


@pytest.mark.parametrize("fails_at", range(1, 9))
def test_a_failure_half_way_leaves_every_file_as_it_was(
    mini: Workbench, write: Run, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    before, replace, done = files(mini), Path.replace, []

    def failing(file: Path, target: Path) -> Path:
        if mini.root in target.parents and ".wartoll-undo" not in str(file):
            done.append(target)
            if len(done) == fails_at:
                raise OSError("no space left")
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="no space"):
        write(NIGHT)
    monkeypatch.undo()
    assert {n: r for n, r in files(mini).items() if not n.endswith(".new")} == before


def test_an_interrupted_write_is_undone_by_the_next_command(
    mini: Workbench, write: Run, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wartoll import transaction

    before, done = files(mini), []
    replace = transaction._replace

    class Killed(BaseException):
        """The machine is off."""

    def killed(file: Path, content: bytes) -> None:
        if mini.root in file.parents and ".wartoll-undo" not in str(file):
            done.append(file)
            if len(done) == 3:
                raise Killed
        replace(file, content)

    monkeypatch.setattr(transaction, "_replace", killed)
    monkeypatch.setattr(transaction, "recover", lambda root: False)
    with pytest.raises(Killed):
        write(NIGHT)
    monkeypatch.undo()
    assert files(mini) != before
    _, _, err = run("format", "--check", mini.root)
    assert "an interrupted write was undone" in err
    assert files(mini) == before


def test_two_posts_of_one_minute_are_two_statements(mini: Workbench, write: Run) -> None:
    one, other = (
        f"Около {hour} мск дежурными средствами ПВО уничтожен БПЛА над {region} областью."
        for hour, region in (("15.30", "Белгородской"), ("17.00", "Брянской"))
    )
    for text in (one, other, other, one):
        code, _, err = write(text, posted="2024-03-06T14:36Z", claimant="ru-mod")
        assert (code, err) == (0, "")
    ids = [r["statement_id"] for r in mini.rows("statements") if "T1736" in r["statement_id"]]
    assert ids == ["ru-mod-20240306T1736", "ru-mod-20240306T1736-2"]
    claims = {c["statement_id"] for c in mini.rows("drone_claims") if "T1736" in c["claim_id"]}
    sources = [s["source_id"] for s in mini.rows("sources") if "T1736" in s["source_id"]]
    assert claims == set(ids) == set(sources)


def test_two_pages_of_an_outlet_and_day_are_two_sources(mini: Workbench, write: Run) -> None:
    outlet = next(a["actor_id"] for a in mini.rows("actors") if a["kind"] == "media")
    for page in ("one", "two", "one"):
        address = f"https://example.org/{page}"
        assert write(NIGHT, "--publisher", outlet, "--url", address)[0] == 0
    pages = [s for s in mini.rows("sources") if s["url"].startswith("https://example.org/")]
    assert {s["source_id"] for s in pages} == {f"{outlet}-20240306", f"{outlet}-20240306-2"}
    relays = [r["source_id"] for r in mini.rows("relays") if "T0900" in r["statement_id"]]
    assert relays == [f"{outlet}-20240306", f"{outlet}-20240306-2"]


def test_a_file_that_is_not_there_is_no_traceback(mini: Workbench, run: Run) -> None:
    code, _, err = run("read", "--claimant", "ru-mod", "--posted", POSTED, "nowhere.txt")
    assert code == 2
    assert "nowhere.txt" in err


def test_drones_shot_down_are_counted_once_beside_one_figure_for_both(
    mini: Workbench, write: Run
) -> None:
    write(
        "У ніч на 6 березня (з 20:00 5 березня) противник атакував 40 ударними БпЛА. Станом на "
        "08:30 збито/подавлено 30 БпЛА: 18 збито вогневими засобами, 12 подавлено засобами РЕБ."
    )
    (night,) = (r for r in mini.rows("drones_by_night") if r["night"] == "2024-03-06")
    assert (night["shot_down_low"], night["suppressed_low"]) == ("18", "12")
    assert (night["unaccounted_low"], night["unaccounted_high"]) == ("10", "10")
    assert (night["intercepted_share_low"], night["intercepted_share_high"]) == ("0.75", "1")
