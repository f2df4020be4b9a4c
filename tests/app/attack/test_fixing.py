"""The choice of repairs: against every possible choice on small graphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.app.attack.fixing import Labels, Listed, choose, fixes
from bartizan.app.attack.repairs import Draft, Repairs
from bartizan.collect.tree import Tree
from bartizan.core.attack import AttackPath, Cause, Goal, Layer, Node, PathHop
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph

EFFORTS = {"a": 1.0, "b": 2.0, "c": 3.0, "d": 5.0, "e": 1.5}


class Named(Repairs):
    """Repairs with the efforts of `EFFORTS`, by the id of the cause; other causes have none."""

    def __init__(self, root: Tree) -> None:
        super().__init__(Graph([]), root, {})

    def of(self, cause: Cause, hop: PathHop) -> Draft | None:
        effort = EFFORTS.get(cause.id)
        return None if effort is None else Draft(id=cause.id, title=cause.id, effort=effort)


def node(id: str) -> Node:
    return Node(id=id, name=id, kind="host")


def hop(start: str, end: str, causes: str) -> PathHop:
    return PathHop(
        step="s", title="s", technique="T1", layer=Layer.CLOUD, actor=node(start), target=node(end), gained=node(end),
        truth=Truth.YES, weight=1.0, because="", fix="",
        causes=tuple(Cause(id=each, asset=each, says=each, kind="setting") for each in causes),
    )  # fmt: skip


def path(*hops: PathHop) -> AttackPath:
    return AttackPath(goal=Goal(node=hops[-1].gained, classes=("secret",)), hops=hops)


def repairs() -> Named:
    from pathlib import Path

    return Named(Tree(Path(), ()))


def test_one_repair_that_all_paths_share_is_taken_before_two_that_they_do_not() -> None:
    shared = hop("internet", "web", "b")
    answer = fixes([path(shared, hop("web", "x", "a")), path(shared, hop("web", "y", "e"))], repairs())

    assert [(each.id, each.cuts, each.goals) for each in answer.repairs] == [("b", 2, 2)]
    assert (answer.paths, answer.left, answer.optimal) == (2, 0, True)


def test_a_path_that_no_repair_cuts_is_left_and_told() -> None:
    answer = fixes([path(hop("internet", "x", "z")), path(hop("internet", "y", "a"))], repairs())

    assert (answer.left, [each.id for each in answer.repairs]) == (1, ["a"])
    assert any("to x" in note for note in answer.notes)


def test_repairs_come_in_the_order_in_which_they_cut_most() -> None:
    paths = [
        path(hop("internet", "x", "a")),
        path(hop("internet", "y", "d")),
        path(hop("internet", "y", "d"), hop("y", "w", "")),
    ]
    answer = fixes(paths, repairs())

    assert [each.id for each in answer.repairs] == ["d", "a"]


def test_without_paths_there_is_nothing_to_do() -> None:
    answer = fixes([], repairs())

    assert (list(answer.repairs), answer.paths, answer.optimal) == ([], 0, True)


HOPS = st.lists(
    st.builds(hop, st.sampled_from("ipqr"), st.sampled_from("pqrxy"), st.text("abcdez", max_size=2)),
    min_size=1, max_size=9,
)  # fmt: skip


class Graphed(Listed):
    """The hops of a graph, from `i` to `x` and `y`."""

    def __init__(self, hops: Sequence[PathHop]) -> None:
        super().__init__([])
        self.starts = ("i",)
        self.goals = {id: Goal(node=node(id), classes=("secret",)) for id in "xy"}
        for each in hops:
            self._hops[each.actor.id][each] = None


@settings(max_examples=200, deadline=None)
@given(HOPS)
def test_the_choice_cuts_every_way_that_can_be_cut_and_none_is_cheaper(hops: list[PathHop]) -> None:
    ways, labels = Graphed(hops), Labels(repairs())
    chosen = choose(ways, labels)
    effort = sum(labels.drafts[each].effort for each in chosen.taken)

    assert set(ways.open(labels, chosen.taken)) <= chosen.lost
    for size in range(len(labels.drafts) + 1):
        for some in combinations(range(len(labels.drafts)), size):
            if set(ways.open(labels, frozenset(some))) <= chosen.lost:
                assert sum(labels.drafts[each].effort for each in some) >= effort - 1e-6
