"""Flaws: places in source code that show a known weakness."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class Flaw(Asset, kind="code.flaw"):
    """A place in source code that shows a known weakness."""

    weakness = Text("Id of the weakness.")
    language = Text("The language it is written in.")
    present = Flag("The code is there.")
    tests = Flag("It is in code that only tests run.")
    open = Flag("What strangers send gets there.", derived=True)


FROM_CODE = Source(
    of=Flaw,
    each=Block("flaw"),
    reads={
        Flaw.weakness: "weakness",
        Flaw.language: "language",
        Flaw.present: "present",
        Flaw.tests: "tests",
    },
    shows=(
        Shown(
            file="shop/photos.py",
            text='import os\n\n\ndef shrink(name: str) -> None:\n    os.system(f"convert {name} -resize 50% small-{name}")\n',
            gives=Flaw(
                "shop/photos.py#code-command-from-text/8e2ac335",
                weakness="code-command-from-text",
                language="python",
                present=True,
                tests=False,
            ),
        ),
        Shown(
            file="tests/test_photos.py",
            text="import yaml\n\n\ndef test_photos(text: str) -> None:\n    assert yaml.unsafe_load(text)\n",
            gives=Flaw(
                "tests/test_photos.py#code-yaml-load/d230aede",
                weakness="code-yaml-load",
                language="python",
                present=True,
                tests=True,
            ),
        ),
    ),
)
