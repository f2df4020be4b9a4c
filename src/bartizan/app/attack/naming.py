"""Names of what lies on paths: short ones, as people call them."""

from __future__ import annotations

import re
from collections.abc import Callable

from bartizan.core.attack import Node
from bartizan.core.kind import Asset
from bartizan.core.reach import INTERNET
from bartizan.graph.graph import Graph
from bartizan.identity.hole import OPEN, shown

_ACCOUNT = re.compile(r"\$\{(?P<of>.+)//account\}")
_UNSEEN = re.compile(r"\$\{\??(?:[^{}]*?//)?(?P<what>[^{}]+)\}")
ADMIN, HOST, UNSEEN = "admin:", "host:", "unseen:"


def node(id: str, graph: Graph, name: Callable[[str], str]) -> Node:
    """Return an id as it is shown; `name` gives the provider's own name of an asset."""
    asset = graph.get(id)
    if id == INTERNET:
        return Node(id=id, name="Internet", kind="internet")
    if id.startswith(ADMIN):
        return Node(id=id, name=f"administrator of {_home(shown(id.removeprefix(ADMIN)))}", kind="admin")
    if id.startswith(HOST):
        under = node(id.removeprefix(HOST), graph, name)
        return Node(id=id, name=f"host of {under.name}", kind="host", place=under.place)
    if asset is None:
        told = id.removeprefix(UNSEEN)
        return Node(id=id, name=shown(f"what {told} leads to" if told != id else id), kind="unseen")
    return Node(id=id, name=_short(asset, name(id)), kind=asset.kind, place=asset.place)


def _home(text: str) -> str:
    """Return an account as it is called: one that is only known as that of some code, by the code."""
    unknown = _ACCOUNT.fullmatch(text)
    return f"the account of {unknown['of']}" if unknown else text or "the cluster"


def _short(asset: Asset, name: str) -> str:
    """Return what an asset is called: the last part of an ARN, the path of a manifest's object, or its own name.

    One whose name is not known before it is made is called by its address in the code, as its author does.
    """
    address = shown(asset.id.partition("//")[2] or asset.id)
    if name.startswith("arn:"):
        return address if OPEN in name.split(":", 5)[-1] else name.split(":", 5)[-1]
    own = asset.read("name")
    if asset.kind.startswith("kubernetes.") or not isinstance(own, str) or not own or OPEN in own:
        return address
    return own


def said(text: str) -> str:
    """Return a sentence or a statement as a person reads it: of what is not known, what its author calls it.

    `${?infra//variable "size" has no value: ...}` is `${var.size}`, `${infra//account}` is `${account}`.
    """
    return _UNSEEN.sub(_called, shown(text))


def _called(match: re.Match[str]) -> str:
    what = match["what"]
    variable = re.match(r'(variable|parameter) "([^"]+)"', what)
    if variable:
        return f"${{{'var.' if variable[1] == 'variable' else ''}{variable[2]}}}"
    return f"${{{what.partition(': ')[0]}}}"
