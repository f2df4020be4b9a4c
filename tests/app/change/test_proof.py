"""The proof of repairs: what a look at the edited copy shows decides, and the target itself is never touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bartizan.app.change.proof import proving, worse
from bartizan.collect.tree import walk
from bartizan.core.attack import AttackPath, Cause, Edit, Fixes, Goal, Layer, Node, PathHop, Repair
from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Place
from bartizan.core.truth import Truth

CAUSE = Cause(id="policy/0", asset="bucket", says="Allow * on *", kind="statement")
NODE = Node(id="bucket", name="bucket", kind="aws.s3.bucket")
HOP = PathHop(
    step="s", title="s", technique="T1", layer=Layer.CLOUD, actor=NODE, target=NODE, gained=NODE, truth=Truth.YES,
    weight=1.0, because="", fix="", causes=(CAUSE,),
)  # fmt: skip
PATH = AttackPath(goal=Goal(node=NODE, classes=("secret",)), hops=(HOP,))


def finding(rule: str, asset: str) -> Finding:
    return Finding(rule=rule, asset=asset, kind="k", verdict=Verdict.FAIL, place=Place("a"))


@dataclass(frozen=True)
class Words:
    """What the words in a file stand for: `open` for the path, `other` for another one, `wrong` for a failed rule."""

    text: str
    failures: Sequence[Finding] = field(default=())

    def holds(self, path: AttackPath) -> bool:
        return "open" in self.text

    def opened(self, before: Words) -> Sequence[AttackPath]:
        return [PATH] if "other" in self.text and "other" not in before.text else []


def look(root: Path) -> Words:
    text = (root / "a.txt").read_bytes().decode()
    return Words(text, [finding("r", "x")] if "wrong" in text else [])


def answer(after: str, before: str = "open\r\n") -> Fixes:
    edits = (Edit(file="a.txt", before=before, after=after, line=1),) if after != before else ()
    repair = Repair(id="r", title="t", causes=(CAUSE,), effort=1.0, cuts=1, goals=1, edits=edits)
    return Fixes(target=".", repairs=[repair], paths=1, left=0, optimal=True)


def proven(fixes: Fixes, root: Path) -> Fixes:
    cut = {repair.id: [PATH] for repair in fixes.repairs}
    with proving(walk(root), look) as proof:
        return proof.together(proof.of(fixes, cut), cut, [PATH])


def tried(tmp_path: Path, fixes: Fixes) -> Repair:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfopen\r\nrest\r\n")
    made = proven(fixes, tmp_path)

    assert (tmp_path / "a.txt").read_bytes() == b"\xef\xbb\xbfopen\r\nrest\r\n"
    return made.repairs[0]


def test_a_repair_after_which_the_path_is_gone_and_nothing_is_new_holds(tmp_path: Path) -> None:
    repair = tried(tmp_path, answer("shut\r\n"))

    assert (repair.verified, repair.verdict) == (True, "A scan with it made: 1 of 1 paths gone, nothing new.")


def test_a_repair_after_which_the_path_is_still_there_does_not_hold(tmp_path: Path) -> None:
    repair = tried(tmp_path, answer("still open\r\n"))

    assert repair.verified is False
    assert "still there" in repair.verdict


def test_a_repair_that_opens_another_path_or_breaks_a_rule_does_not_hold(tmp_path: Path) -> None:
    repair = tried(tmp_path, answer("other wrong\r\n"))

    assert repair.verified is False
    assert "1 paths new" in repair.verdict
    assert "1 findings new: r" in repair.verdict


def test_an_edit_that_does_not_fit_is_told(tmp_path: Path) -> None:
    repair = tried(tmp_path, answer("shut\r\n", before="something else\r\n"))

    assert repair.verified is False
    assert "could not be made" in repair.verdict


def test_what_a_person_has_to_do_is_not_tried(tmp_path: Path) -> None:
    repair = tried(tmp_path, answer("", before=""))

    assert (repair.verified, repair.verdict) == (None, "A person has to make it, so it was not tried.")


def test_all_changes_are_tried_together_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"open\r\n")
    made = proven(answer("shut\r\n"), tmp_path)

    assert made.notes[-1].startswith("All 1 changes that have a diff, made together. A scan with it made: 1 of 1")


def test_paths_that_need_a_change_by_hand_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"open\r\n")
    other = AttackPath(goal=PATH.goal, hops=(HOP, HOP))
    fixes = answer("still open\r\n")

    with proving(walk(tmp_path), look) as proof:
        made = proof.together(fixes, {"r": []}, [PATH, other])

    assert made.notes[-1].endswith("2 more paths stay open until the changes by hand are made.")


def test_a_change_is_looked_at_once_however_often_it_is_chosen(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"open\r\n")
    looks: list[Path] = []

    def counted(root: Path) -> Words:
        looks.append(root)
        return look(root)

    with proving(walk(tmp_path), counted) as proof:
        first = proof.of(answer("shut\r\n"), {"r": [PATH]})
        again = proof.of(answer("shut\r\n"), {"r": [PATH]})

    assert first == again
    assert len(looks) == 2


def test_a_finding_that_only_moved_up_in_a_list_is_not_new() -> None:
    before = [finding("r", "role/rules/1"), finding("r", "role/rules/2")]

    assert worse(before, [finding("r", "role/rules/1")]) == []
    assert worse(before, [finding("r", "role/rules/0"), finding("q", "role")]) == ["q"]
