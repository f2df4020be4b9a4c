"""Flaws: places in source code that show a known weakness."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Source


class Flaw(Asset, kind="code.flaw"):
    """A place in source code that shows a known weakness."""

    weakness = Text("Id of the weakness.")
    language = Text("The language it is written in.")
    present = Flag("The code is there.")
    tests = Flag("It is in code that only tests run.")


FROM_CODE = Source(
    of=Flaw,
    each=Block("flaw"),
    reads={
        Flaw.weakness: "weakness",
        Flaw.language: "language",
        Flaw.present: "present",
        Flaw.tests: "tests",
    },
    shows=(),
)
