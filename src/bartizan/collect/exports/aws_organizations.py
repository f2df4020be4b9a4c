"""AWS Organizations, exported as JSON: the organisation, its units, accounts and policies.

One object, in one file or spread over several, with any of these keys; each entry is as the AWS CLI prints it, and
beside that says what it is in (`ParentId`) or attached to (`Targets`), which the CLI tells by other calls:

    {"Organization": {...}, "Roots": [...],                                describe-organization, list-roots
     "OrganizationalUnits": [{..., "ParentId": "r-b2"}],                  list-organizational-units-for-parent
     "Accounts": [{..., "ParentId": "ou-b2-c3"}],                         list-accounts-for-parent
     "Policies": [{"PolicySummary": {...}, "Content": "...",              describe-policy
                   "Targets": [{"TargetId": "r-b2", ...}]}]}              list-targets-for-policy
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bartizan.collect.exports.aws_json import Malformed, Member, members
from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

KEYS = ("Organization", "Roots", "OrganizationalUnits", "Accounts", "Policies", "Policy")
_SUFFIXES = (".json", ".jsonl", ".ndjson")
_NO_PARENT = Unknown("the export does not say what it is in; add its ParentId (aws organizations list-parents)")
_NO_TARGETS = Unknown("the export does not say what it is attached to; add its Targets (list-targets-for-policy)")
_NO_CONTENT = Unknown("the export does not have its content (aws organizations describe-policy)")


def units(tree: Tree) -> Iterator[Unit]:
    """Yield one unit of all files under the root that tell of an organisation."""
    alone = len(tree.files) == 1
    files = [file for file in tree.files if (alone or file.lower().endswith(_SUFFIXES)) and _is_one(tree.head(file))]
    if files:
        yield Unit("aws-organizations", "", tuple(files))


def _is_one(head: bytes) -> bool:
    begun = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    named = any(f'"{key}"'.encode() in head for key in KEYS)
    return begun in (b"{", b"[") and named and b":organizations::" in head and b'"arn:aws' in head


def read(unit: Unit, tree: Tree) -> Reading:
    """Return the organisation, its units, accounts and policies, each with its ARN as address."""
    found: list[tuple[str, Member]] = []
    gaps: list[Gap] = []
    for file in unit.files:
        try:
            with tree.open(file) as stream:
                found.extend((file, member) for member in members(stream))
        except Unreadable as error:
            gaps.append(Gap(file, str(error)))
        except OSError as error:
            gaps.append(Gap(file, f"The file cannot be read: {error.strerror or error}."))
        except Malformed as error:
            why = f"This is not valid JSON: {error}. What follows is not seen; export it anew."
            gaps.append(Gap(file, why, error.line))
    made: dict[str, Resource] = {}
    strange: dict[str, int] = {}
    for file, member in found:
        if member.key == "NextToken" and member.value:
            gaps.append(Gap(file, "The export is cut off (NextToken): export it without --max-items."))
        if member.key not in KEYS or (not member.item and member.value == []):
            continue
        resource = _resource(file, member, found)
        if resource is None:
            strange[file] = strange.get(file, 0) + 1
        elif resource.type:
            made.setdefault(resource.address, resource)
    gaps += [Gap(file, f"{n} entries are not what AWS writes, and are left out.") for file, n in strange.items()]
    return Reading(resources=list(made.values()), gaps=gaps)


def _resource(file: str, member: Member, found: list[tuple[str, Member]]) -> Resource | None:
    value = member.value
    if not isinstance(value, dict):
        return None
    kind = {"Policies": "Policy", "Accounts": "Account", "OrganizationalUnits": "OrganizationalUnit"}.get(
        member.key, member.key
    )
    if kind == "Policy" and "PolicySummary" not in value:
        value = {"PolicySummary": value}
    summary = value["PolicySummary"] if kind == "Policy" else value
    arn = summary.get("Arn") if isinstance(summary, dict) else None
    if not isinstance(arn, str) or not arn.startswith("arn:"):
        return None
    place = Place(file, member.line)
    if kind == "Roots":
        return Resource(type="", address=arn, value=value, place=place)
    return Resource(type=f"aws-organizations/{kind}", address=arn, value=_VALUES[kind](value, found), place=place)


def _organization(value: dict[str, Any], found: list[tuple[str, Member]]) -> dict[str, Any]:
    """Add to the organisation what its root says: policies are attached there."""
    roots = [m.value for _, m in found if m.key == "Roots" and m.item and isinstance(m.value, dict)]
    own = [root for root in roots if f"/{value.get('Id')}/" in str(root.get("Arn"))]
    return {**value, "RootId": own[0].get("Id"), "PolicyTypes": own[0].get("PolicyTypes")} if own else value


def _placed(value: dict[str, Any], _: list[tuple[str, Member]]) -> dict[str, Any]:
    """Return an account or a unit with the id of what it is in."""
    parents = value.get("Parents")
    path = value.get("Paths")
    parent = value.get("ParentId")
    if parent is None and isinstance(parents, list) and parents and isinstance(parents[0], dict):
        parent = parents[0].get("Id")
    if parent is None and isinstance(path, list) and path:
        steps = [step for step in str(path[0]).split("/") if step]
        parent = steps[-2] if len(steps) > 1 and steps[-1] == value.get("Id") else steps[-1] if steps else None
    return {**value, "ParentId": _NO_PARENT if parent is None else parent}


def _policy(value: dict[str, Any], _: list[tuple[str, Member]]) -> dict[str, Any]:
    targets = value.get("Targets")
    content = value.get("Content")
    if isinstance(content, dict):
        content = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    ids = [each.get("TargetId") if isinstance(each, dict) else each for each in targets or ()]
    return {
        **value,
        "Targets": ids if isinstance(targets, list) else _NO_TARGETS,
        "Content": content if isinstance(content, str) else _NO_CONTENT,
    }


_VALUES = {"Organization": _organization, "OrganizationalUnit": _placed, "Account": _placed, "Policy": _policy}

FORMAT = Format(id="aws-organizations", title="AWS Organizations export", units=units, read=read)
