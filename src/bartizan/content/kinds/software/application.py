"""Applications: code with its packages, as it is built into one image or deployed as one function."""

from bartizan.content.kinds.code.flaw import Flaw
from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.software.package import Package
from bartizan.core.kind import Asset, Flag, Link, Many, Text


class Application(Asset, kind="software.application"):
    """What one image holds, or one function: found where it is built. No file declares it as such."""

    name = Text("What it is called where it is built.", derived=True)
    directory = Text("The directory it is built from.", derived=True)
    packages = Link(Package, "The packages that it is made with, those for development alone left out.", derived=True)
    flaws = Link(Flaw, "Weaknesses of its code, tests left out.", derived=True)
    leaks = Link(Leak, "Secrets that are in it.", derived=True)
    entrances = Many(
        "What a stranger who can send it requests can make it do: run-commands, fetch, query, read-files, sign-in.",
        derived=True,
    )
    commands = Link(Asset, "The flaws and packages by which it is made to run commands.", derived=True)
    fetches = Link(Asset, "Those by which it is made to send requests to others.", derived=True)
    queries = Link(Asset, "Those by which its database is asked what a stranger likes.", derived=True)
    reads = Link(Asset, "Those by which it hands out files.", derived=True)
    signs_in = Link(Asset, "Those by which a stranger is taken for somebody else.", derived=True)
    exploited = Flag("A vulnerability that lets strangers run commands in it is known to be exploited.", derived=True)
    pullable = Flag("Anybody can pull its image.", derived=True)
