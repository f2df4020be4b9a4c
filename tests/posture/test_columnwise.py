"""The column form of a condition answers as the condition itself does: the specification and the speed are one."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.core.condition import Condition
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Text
from bartizan.core.truth import Partial, Ref, Unknown
from bartizan.graph.columns import Columns
from bartizan.graph.graph import Graph
from bartizan.posture.columnwise import Asking

GONE = Unknown("not seen")


class Lock(Asset, kind="test.lock"):
    """Something to link to."""

    strong = Flag("It holds.")


class Door(Asset, kind="test.door"):
    """Something with every type of attribute."""

    shut = Flag("It is shut.")
    colour = Text("Its colour.")
    height = Number("Its height in metres.")
    guests = Many("Who may pass.")
    locks = Link(Lock, "What holds it.")


class Gate(Door, kind="test.gate"):
    """A kind under another."""


LOCKS = ("l0", "l1", "l2", "gone")
LOCK: st.SearchStrategy[dict[str, Any]] = st.builds(dict, strong=st.sampled_from([True, False, GONE]))
SOME_LOCKS = st.frozensets(st.sampled_from(LOCKS), max_size=3)
DOOR = st.fixed_dictionaries(
    {},
    optional={
        "shut": st.sampled_from([True, False, GONE]),
        "colour": st.sampled_from(["red", "green", None, GONE, Ref("later", "x", "y")]),
        "height": st.sampled_from([1, 2.5, None, GONE]),
        "guests": st.sampled_from(
            [frozenset({"ann"}), frozenset({"ann", "bob"}), frozenset(), Partial("?", ("bob",)), GONE]
        ),
        "locks": SOME_LOCKS | SOME_LOCKS.map(lambda ids: Partial("?", tuple(sorted(ids)))) | st.just(GONE),
    },
)
LEAVES: list[Condition[Door]] = [
    Door.shut,
    Door.colour.equals("red"),
    Door.colour.one_of("red", "green"),
    Door.colour.is_set(),
    Door.height.at_least(2),
    Door.guests.has("ann"),
    Door.guests.has_only("bob"),
    Door.guests.empty(),
    Door.locks.any(),
    Door.locks.any(Lock.strong),
    Door.locks.all(Lock.strong),
    Door.locks.all(~Lock.strong),
]
CONDITIONS: Any = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: (
        st.builds(lambda a, b: a & b, inner, inner)
        | st.builds(lambda a, b: a | b, inner, inner)
        | inner.map(lambda a: ~a)
    ),
    max_leaves=6,
)


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.booleans(), DOOR), min_size=1, max_size=6),
    st.lists(LOCK, min_size=3, max_size=3),
    CONDITIONS,
)
def test_columns_answer_as_conditions_do(doors: Any, locks: Any, condition: Condition[Any]) -> None:
    things: list[Asset] = [Lock(f"l{number}", **values) for number, values in enumerate(locks)]
    things += [(Gate if gate else Door)(f"d{number}", **values) for number, (gate, values) in enumerate(doors)]
    graph = Graph(things)
    asking = Asking(Columns(graph))

    for kind in graph.kinds(Door):
        answers = [int(truth) for truth in asking.ask(condition, kind)]
        assert answers == [int(condition.ask(graph.assets[p], graph).truth) for p in graph.by_kind[kind]]
