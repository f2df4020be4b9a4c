"""Everything somebody may do, as it is shown on a terminal."""

from __future__ import annotations

from io import StringIO
from typing import Any

from bartizan.core.answer import Hop, Right, Rights
from bartizan.core.truth import Truth
from bartizan.report.access.rights import LISTED
from bartizan.report.access.terminal import write


def right(service: str, level: str, *actions: str, of: int = 0, **more: Any) -> Right:
    told: dict[str, Any] = {"resources": ("*",), "truth": Truth.YES, **more}
    return Right(service=service, level=level, actions=actions, of=of, **told)


def shown(*rights: Right, verbose: bool = False, admin: tuple[Hop, ...] | None = None) -> str:
    stream = StringIO()
    answer = Rights(id="a", name="ann", kind="aws.iam.user", rights=rights, admin=admin)
    write(answer, stream, width=100, color=False, verbose=verbose)
    return stream.getvalue()


def test_first_actions_are_named_and_the_others_counted() -> None:
    actions = tuple(f"s3:Get{letter}" for letter in "ABCDEFGHIJ")

    assert "GetA, GetB, GetC, GetD, GetE, GetF and 4 more" in shown(right("s3", "read", *actions, of=60))
    assert "GetA, GetB, GetC, GetD, GetE, GetF, GetG, GetH, GetI, GetJ" in shown(
        right("s3", "read", *actions, of=60), verbose=True
    )


def test_whole_level_reads_as_one() -> None:
    assert "write       all 2 write actions" in shown(right("s3", "write", "s3:PutA", "s3:PutB", of=2))


def test_whole_levels_of_many_services_are_one_line() -> None:
    rights = [right(service, "write", f"{service}:Put", of=1) for service in "abcd"]

    text = shown(*rights)

    assert "4 services" in text
    assert "all 4 write actions of a, b, c, d" in text


def test_services_beyond_the_first_are_counted() -> None:
    rights = [right(f"s{number}", "read", "x:Get", of=9) for number in range(LISTED + 5)]

    assert "... and 5 more services; -v or --json lists them all." in shown(*rights)


def test_verbs_are_gathered_by_what_they_are_used_on() -> None:
    assert "get, list pods; create pods/exec" in shown(
        right("core", "write", "get core/pods", "list core/pods", "create core/pods/exec")
    )


def test_conditions_gaps_and_what_is_left_out_are_said() -> None:
    text = shown(
        right("*", "write", "*", truth=Truth.UNKNOWN, conditions=("it is day",), unknowns=("a part",), but=("x/*",))
    )

    assert "if it is day" in text
    assert "unseen a part" in text
    assert "but x/*" in text


def test_way_that_is_not_certain_is_said_to_be_possible() -> None:
    hop = Hop(step="s", title="Take it", actor="a", target="t", gained="admin:1", truth=Truth.UNKNOWN)

    text = shown(admin=(hop,))

    assert "can come to do everything, perhaps" in text
    assert "Take it on t (possible) -> admin:1" in text
    assert "nothing that was seen" in text


def test_names_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in shown(right("s3\x1b[31m", "read", "s3:Get\x1b[0m", resources=("arn\x1b",)))
