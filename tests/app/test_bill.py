"""Bills of a target: what the options leave out is in none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bartizan.app.bill import bill
from bartizan.app.options import Options
from bartizan.app.target import target


def test_an_excluded_path_is_in_no_bill(tmp_path: Path) -> None:
    for folder, pin in (("app", "flask==1.1.2"), ("old", "jinja2==2.11.2")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "requirements.txt").write_text(f"{pin}\n", encoding="utf-8")
    options = replace(Options(), cache=None, exclude=("old",))

    made = bill(target(str(tmp_path)), options)

    assert [package.read("name") for package in made.packages] == ["flask"]
