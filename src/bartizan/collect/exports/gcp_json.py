"""What `gcloud` prints as JSON about identities: allow and deny policies, roles, service accounts, keys, the hierarchy.

Read are: Cloud Asset Inventory (`gcloud asset export`, `search-all-iam-policies`), `get-iam-policy`, `iam roles
list|describe`, `iam policies` (deny policies), `iam service-accounts list`, `... keys list`, `projects list`,
`resource-manager folders list`, `organizations list`, `identity groups`. All files of a tree are read together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bartizan.collect.exports.gcp import shapes
from bartizan.collect.exports.gcp.hierarchy import Containers
from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place

_ENDINGS = (".json", ".jsonl", ".ndjson")
_NOT = (b'"format_version"', b'"private_key"', b'"terraform_version"', b'"AssumeRolePolicyDocument"')
_NAMED_BY_FILE = re.compile(
    r"(?:^|[/_.-])(project|folder|organization)s?[/_.=-]([a-z0-9][a-z0-9-]*?)"
    r"(?:[/_.-]+(?:iam)?[_.-]?policy)?\.json$",
    re.IGNORECASE,
)
_POLICIES = ("iamPolicy", "iam_policy", "policy")
Object = dict[str, Any]


def units(tree: Tree) -> Iterator[Unit]:
    """Yield one unit of all files that look like it."""
    found = tuple(file for file in tree.files if file.endswith(_ENDINGS) and _fits(tree.head(file)))
    if found:
        yield Unit("gcloud-json", "", found)


def _fits(head: bytes) -> bool:
    head = head.replace(b"\0", b"")
    if any(word in head for word in _NOT):
        return False
    return any(all(word in head for word in words) for words in shapes.MARKS)


def read(unit: Unit, tree: Tree) -> Reading:
    """Return what the files tell of; what could not be read is a gap."""
    reading = _Reading()
    for file in unit.files:
        try:
            entries = list(_entries(tree.text(file)))
        except Unreadable as reason:
            reading.gaps.append(Gap(file, str(reason)))
            continue
        except ValueError as error:
            reading.gaps.append(Gap(file, f"This is not valid JSON: {error}."))
            continue
        except RecursionError:
            reading.gaps.append(Gap(file, "The JSON is nested deeper than is read."))
            continue
        for entry in entries:
            reading.take(entry, file)
    return reading.done()


def _entries(text: str) -> Iterator[Object]:
    """Yield the objects of a file: one, a list, a list under a name, or one on each line."""
    try:
        told = json.loads(text)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not lines[0].rstrip().endswith("}"):
            raise
        told = [json.loads(line) for line in lines]
    if isinstance(told, dict):
        listed = next((told[key] for key in shapes.LISTS if isinstance(told.get(key), list)), None)
        told = [told] if listed is None else listed
    yield from (each for each in told if isinstance(each, dict)) if isinstance(told, list) else ()


class _Reading:
    """Gathers resources; policies are kept until all names are known."""

    def __init__(self) -> None:
        self.gaps: list[Gap] = []
        self._resources: dict[str, Resource] = {}
        self._containers = Containers()
        self._groups: dict[str, Object] = {}
        self._members: list[tuple[str, Any]] = []

    def take(self, entry: Object, file: str) -> None:
        """Take in one object."""
        kind = shapes.shape(entry)
        if kind == "policy":
            self._policy(entry, self._on_by_file(file), file)
        elif kind == "asset":
            self._asset(entry, file)
        elif kind in ("project", "folder", "organization"):
            self._containers.told(kind, entry, file)
        elif kind == "group":
            self._groups[str(entry["name"])] = {"email": shapes.dig(entry, "groupKey", "id"), "file": file}
        elif kind == "membership":
            key = shapes.dig(entry, "preferredMemberKey", "id") or shapes.dig(entry, "memberKey", "id")
            self._members.append((str(entry["name"]).partition("/memberships/")[0], key))
        elif kind == "deny-policy":
            self._deny(entry, file)
        elif kind:
            self._put(f"gcloud/{kind}", f"//iam.googleapis.com/{entry['name']}", entry, file)

    def _on_by_file(self, file: str) -> str:
        named = _NAMED_BY_FILE.search(file)
        return "" if named is None else f"//cloudresourcemanager.googleapis.com/{named[1].lower()}s/{named[2]}"

    def _asset(self, entry: Object, file: str) -> None:
        name = entry.get("resource") if "policy" in entry else entry.get("name")
        policy = next((entry[key] for key in _POLICIES if isinstance(entry.get(key), dict)), None)
        if not isinstance(name, str):
            return
        self._containers.above(name, entry, file)
        if policy is not None:
            self._policy(policy, name, file, str(entry.get("project") or ""))

    def _policy(self, policy: Object, on: str, file: str, project: str = "") -> None:
        if not on:
            why = (
                "This policy does not say what it is on; name the file after it, such as projects_shop.json, "
                "or export with `gcloud asset search-all-iam-policies`."
            )
            self.gaps.append(Gap(file, why, about="policy"))
        self._containers.read(on, file)
        project = (project or shapes.project_of(on)).removeprefix("projects/")
        for binding in _objects(policy.get("bindings")):
            wide = "cloudresourcemanager.googleapis.com/" in on or "/serviceAccounts/" in on
            value = {**binding, "on": on or None, "project": project or None}
            type = "gcloud/wide-grant" if wide or not on else "gcloud/grant"
            self._put(type, f"{on}#{binding.get('role')}", value, file)
            for member in _listed(binding.get("members")):
                if isinstance(member, str) and member.startswith("user:"):
                    email = member.partition(":")[2].lower()
                    self._once("gcloud/user", f"user:{email}", {"email": email}, file)

    def _deny(self, entry: Object, file: str) -> None:
        name = str(entry.get("name"))
        parent = re.sub(r"^policies/|/denypolicies/.*$", "", name)
        self._put("gcloud/deny-policy", name, {**entry, "parent": parent}, file)

    def _once(self, type: str, address: str, value: Object, file: str) -> None:
        if address not in self._resources:
            self._resources[address] = Resource(type=type, address=address, value=value, place=Place(file))

    def _put(self, type: str, address: str, value: Object, file: str) -> None:
        number, free = 1, address
        while free in self._resources:
            if self._resources[free].value == value:
                return  # the same in two exports
            number += 1
            free = f"{address}#{number}"
        self._resources[free] = Resource(type=type, address=free, value=value, place=Place(file))

    def done(self) -> Reading:
        """Return all that was read."""
        for type, address, value, file in self._containers.resources():
            self._once(type, address, value, file)
        for name, group in self._groups.items():
            if isinstance(group["email"], str):
                members = [key for of, key in self._members if of == name and isinstance(key, str)]
                value = {"email": group["email"], "members": members}
                self._once("gcloud/group", f"group:{group['email']}", value, group["file"])
        return Reading(resources=list(self._resources.values()), gaps=self.gaps)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _objects(value: Any) -> Iterable[Object]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


FORMAT = Format(id="gcloud-json", title="Google Cloud, exported as JSON", units=units, read=read)
