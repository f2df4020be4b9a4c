"""Leaks: credentials that are written where they should not be. Never the credential itself."""

from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Leak(Asset, kind="code.leak"):
    """A credential in a file, in a layer of an image, or in the history of a repository."""

    credential = Text("Id of the kind of credential.")
    redacted = Text("As much of it as tells which one it is, and no more.")
    mark = Text("Keyed hash of it: two leaks with the same mark are of the same credential.")
    present = Flag("It stands there in the clear.")
    accepted = Flag("A comment beside it, of this or another tool, says that it may stay.")
    commit = Text("The commit that brought it, for one in the history.")
    author = Text("Who made that commit.")
    layer = Text("The layer it is in, for one in an image.")
    removed = Flag("It is no longer in the current files, but history or a lower layer keeps it.")
    sure = Flag("Whose it is, and what it opens, is certain.", derived=True)
    identities = Link(Asset, "Whom it makes of whoever has it: users, roles, service accounts.", derived=True)
    opens = Link(Asset, "The databases and machines that let in whoever has it and can connect.", derived=True)
    readable = Flag("Strangers can read where it is written.", derived=True)


FROM_TEXT = Source(
    of=Leak,
    each=Block("leak"),
    reads={
        Leak.credential: "credential",
        Leak.redacted: "redacted",
        Leak.mark: "mark",
        Leak.present: "present",
        Leak.accepted: "accepted",
        Leak.commit: "commit",
        Leak.author: "author",
        Leak.layer: "layer",
        Leak.removed: "removed",
    },
    shows=(
        Shown(
            file="deploy/settings.py",
            text="TOKEN = 'ghp\x5fSeEty4ks4rifyccmbEzYhhGVM5h6Z82iZUnD'\n",
            gives=Leak(
                "deploy/settings.py#secret-github-personal-token/1",
                credential="secret-github-personal-token",
                redacted="ghp_********ZUnD",
                mark="a786f9ced36ab843",
                present=True,
                accepted=False,
                commit=None,
                author=None,
                layer=None,
                removed=False,
            ),
        ),
        Shown(
            file="deploy/settings.py",
            text="TOKEN = 'ghp\x5fSeEty4ks4rifyccmbEzYhhGVM5h6Z82iZUnD'  # gitleaks:allow\n",
            gives=Leak("deploy/settings.py#secret-github-personal-token/1", accepted=True),
        ),
    ),
)
