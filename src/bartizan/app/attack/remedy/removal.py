"""Takes whole declarations away: a resource, a document of a manifest, a policy that says nothing else."""

from __future__ import annotations

import re
from posixpath import basename

from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.edit import Spot, Target, dropped, looked_up, removed
from bartizan.collect.edit.follow import Site, followed, references, repeated
from bartizan.collect.edit.language import Language, parsed
from bartizan.collect.edit.node import Entry, Shape
from bartizan.core.place import Place

POLICIES = re.compile(
    r"^aws_(?:iam_(?:role|user|group)_policy|\w+_policy|\w+_bucket_policy|sns_topic_policy|sqs_queue_policy"
    r"|lambda_permission)$|^AWS::\w+::\w*Policy$|^AWS::Lambda::Permission$"
)
"""Types of resources that are nothing but a policy on something else."""
OPTIONAL = frozenset({"policy", "access_policy", "access_policies", "resource_policy"})
"""Attributes of other resources that hold a policy and may be left out."""

DOCUMENT = "aws_iam_policy_document"
_KEY = re.compile(r'\["([^"\\]+)"\]$')
"""How the id of an instance that `for_each` makes ends."""


def at(place: Place, path: tuple[str, ...] = (), key: str = "") -> Spot:
    """Return a place as a spot."""
    return Spot(place.line, place.column, path, key)


def take_out(work: Workspace, file: str, spot: Spot) -> None:
    """Remove what is at a spot; raises `Refused`."""
    work.change(file, lambda name, text: removed(name, text, spot))


def take_resource(work: Workspace, place: Place) -> None:
    """Remove a whole declaration; raises `Refused` where something refers to it, or it is there several times."""
    text = work.read(place.file)
    target = looked_up(place.file, text, at(place))
    _free(work, place.file, text, target)
    take_out(work, place.file, at(place))


def take_instance(work: Workspace, place: Place, id: str) -> None:
    """Take out what `for_each` makes a single instance of; raises `Refused` where that is computed."""
    key = _KEY.search(id)
    if key is None:
        raise Refused("It is one of several that `count` makes; change what it is counted from.")
    site = followed(work.sources, Site(place.file, at(place, ("for_each",)), place.via))
    target = looked_up(site.file, work.read(site.file), site.spot)
    if target.rest or target.node.shape is not Shape.BRACKETS:
        raise Refused("It is one of several that `for_each` makes; take it out of what they are made of.")
    if target.node.listed:
        work.change(site.file, lambda file, text: dropped(file, text, site.spot, lambda value: value == key[1]))
    else:
        take_out(work, site.file, Spot(site.spot.line, site.spot.column, (*site.spot.path, key[1])))


def _free(work: Workspace, file: str, text: str, target: Target) -> None:
    """Raise `Refused` unless a declaration stands for itself and nothing refers to it."""
    entry = target.steps[-1][1]
    if entry.block:
        if repeated(entry.node):
            raise Refused("It is made by `for_each` or `count`; change what it is made for.")
        if entry.key == "resource" and references(work.sources, file, ".".join(entry.labels)):
            raise Refused(f"`{'.'.join(entry.labels)}` is referred to; something else rests on it.")
    elif entry.key and len(re.findall(rf"(?<![\w-]){re.escape(entry.key)}(?![\w-])", text)) > 1:
        raise Refused(f"`{entry.key}` is named in other places of {basename(file)}; something else rests on it.")


def take_statement(work: Workspace, file: str, spot: Spot) -> None:
    """Remove a statement, and the policy around it where it is the only one; raises `Refused`."""
    text = work.read(file)
    target = looked_up(file, text, spot)
    if target.rest or not target.steps:
        raise Refused("The statement was not found where it should be written.")
    node, entry = target.steps[-1]
    alike = [each for each in node.entries if each.key == entry.key]
    if len(alike) > 1 or not (node.listed or entry.block):
        take_out(work, file, spot)
        return
    _take_policy(work, file, text, target)


def _take_policy(work: Workspace, file: str, text: str, target: Target) -> None:
    around = [(*_place(text, entry.start), node, entry) for node, entry in reversed(target.steps[:-1])]
    for line, column, _, entry in around:
        types = (*entry.labels[:1], *(each.node.value for each in entry.node.entries if each.key == "Type"))
        if any(isinstance(type, str) and POLICIES.match(type) for type in types):
            take_resource(work, Place(file, line, column))
            return
    document = next((each for *_, each in around if each.key == "data" and each.labels[:1] == (DOCUMENT,)), None)
    if document is not None:
        _take_document(work, file, text, document)
        return
    for line, column, node, entry in around:
        if entry.key in OPTIONAL and node.shape is Shape.BODY:
            take_out(work, file, Spot(line, column, key=entry.key))
            return
    raise Refused("It is the only statement of a document that has to be there; write the one that is meant.")


def _take_document(work: Workspace, file: str, text: str, document: Entry) -> None:
    """Remove a document that a policy is made of, and that policy; raises `Refused` where it has another use."""
    name = f"data.{'.'.join(document.labels)}"
    if references(work.sources, file, name) != 1:
        raise Refused(f"It is the only statement of `{name}`, which has more than one use.")
    for each in work.sources.beside(file):
        here = work.read(each)
        for entry in parsed(here, Language.HCL).entries:
            if entry.key != "resource" or not re.search(rf"\b{re.escape(name)}\b", here[entry.start : entry.end]):
                continue
            if not POLICIES.match(entry.labels[0]) or references(work.sources, each, ".".join(entry.labels)):
                raise Refused(f"`{'.'.join(entry.labels)}` is made of it, and has to have a policy.")
            spots = [(each, _place(here, entry.start)), (file, _place(text, document.start))]
            for where, (line, column) in sorted(spots, key=lambda spot: spot[1], reverse=True):
                take_out(work, where, Spot(line, column))
            return
    raise Refused(f"Nothing in its directory is made of `{name}`.")


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
