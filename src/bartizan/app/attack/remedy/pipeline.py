"""Takes from pipelines what strangers use: the checkout of their code, rights of the token that it does not need."""

from __future__ import annotations

from functools import partial
from posixpath import basename
from typing import TYPE_CHECKING

from bartizan.app.attack.remedy.opening import Opening
from bartizan.app.attack.remedy.removal import at, take_out
from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Target, looked_up, put
from bartizan.collect.edit.node import Shape
from bartizan.content.kinds.pipelines.github import Job, Step
from bartizan.core.attack import Cause
from bartizan.core.place import Place
from bartizan.graph.graph import led_to

if TYPE_CHECKING:
    from bartizan.core.kind import Asset

_CHECKED_OUT = ("ref", "repository")
"""What tells actions/checkout to take something else than the base of a pull request."""
READ = {"contents": "read"}
"""Rights with which a token only reads the repository."""
IDENTIFY = {"id-token": "write"}
"""The right that a job needs to become somebody in a cloud without a key."""

_BY_HAND = {
    "guarded": (
        "Run the job for no change of a fork, and for no comment",
        (
            "Give the job the condition `if: ${{ !github.event.pull_request.head.repo.fork }}`, and start it on no "
            "`issue_comment`: everybody may comment. It is not done by itself, for previews of forks would stop."
        ),
    ),
    "events": (
        "Start the job on no event that strangers cause",
        (
            "Move what needs rights to a workflow that starts on `push`, and leave what builds changes of others to "
            "`pull_request`, which has none."
        ),
    ),
}
"""What only a person can do about a setting of a job: the title, and how."""


def pipeline(asset: Asset, cause: Cause) -> Opening | None:
    """Return how a setting of a pipeline is mended that a cause names; None where no edit is known."""
    if isinstance(asset, Step) and cause.attribute == "untrusted_checkout":
        title = f"Check out the base branch, not the code of a pull request ({_called(asset)})"
        return Opening(id="untrusted_checkout", title=title, effort=2.0, change=partial(_base, asset=asset))
    if isinstance(asset, Job) and cause.attribute == "writes":
        title = f"Give the token of the job no more than `contents: read` ({_called(asset)})"
        return Opening(id="writes", title=title, effort=2.0, change=partial(_reading, asset=asset))
    if isinstance(asset, Job) and cause.attribute in _BY_HAND:
        title, manual = _BY_HAND[cause.attribute]
        return Opening(id=cause.attribute, title=f"{title} ({_called(asset)})", effort=5.0, manual=manual)
    return None


def _base(work: Workspace, *, asset: Step) -> None:
    """Take out what makes a checkout take the code of others; raises `Refused`."""
    place = _place(asset)
    here = [key for key in _CHECKED_OUT if not _at(work, place, ("with", key)).rest]
    if not here:
        raise Refused("What it checks out is not written there.")
    given = _at(work, place, ("with",)).node.entries
    for path in [("with",)] if len(given) == len(here) else [("with", key) for key in here]:
        take_out(work, place.file, at(place, path))


def _reading(work: Workspace, *, asset: Job) -> None:
    """Let the token of a job read, and whatever else its mapping of rights says; raises `Refused`."""
    place = _place(asset)
    own = _at(work, place, ("permissions",))
    if not own.rest and own.node.shape is not Shape.PLAIN:
        work.change(place.file, lambda file, text: put(file, text, at(place, ("permissions", "contents")), "read"))
        return
    if not own.rest:
        take_out(work, place.file, at(place, ("permissions",)))
    rights = {**READ, **(IDENTIFY if led_to(asset.read("identities"))[0] else {})}
    work.change(place.file, lambda file, text: put(file, text, at(place, ("permissions",)), rights))


def _at(work: Workspace, place: Place, path: tuple[str, ...]) -> Target:
    return looked_up(place.file, work.read(place.file), at(place, path))


def _place(asset: Asset) -> Place:
    if asset.place is None:
        raise Refused("It is not told where it is declared.")
    return asset.place


def _called(asset: Asset) -> str:
    file, _, path = asset.id.partition("#")
    return f"{basename(file)}, {path.removeprefix('jobs.')}"
