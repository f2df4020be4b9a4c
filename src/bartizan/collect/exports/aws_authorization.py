"""`GetAccountAuthorizationDetails`: all users, groups, roles and managed policies of an AWS account, as exported JSON.

What `aws iam get-account-authorization-details` prints, for one account or several: one page or many, in one file or in
several, as a list or one after the other. Policies are there as objects, as texts, or URL-encoded as the API has them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from bartizan.collect.exports.aws_json import Malformed, Member, members
from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

LISTS = ("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies")
_MARKS = (b'"UserDetailList"', b'"GroupDetailList"', b'"RoleDetailList"', b'"PolicyVersionList"')
_SUFFIXES = (".json", ".jsonl", ".ndjson")


def units(tree: Tree) -> Iterator[Unit]:
    """Yield one unit of all exports under the root: pages of one account may be in several files."""
    alone = len(tree.files) == 1
    files = [file for file in tree.files if (alone or file.lower().endswith(_SUFFIXES)) and _is_one(tree, file)]
    if files:
        yield Unit("aws-authorization-details", "", tuple(files))


def _is_one(tree: Tree, file: str) -> bool:
    head = tree.head(file)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\0", b"")
    begun = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    return begun in (b"{", b"[") and any(mark in head for mark in _MARKS)


def read(unit: Unit, tree: Tree) -> Reading:
    """Return users, groups, roles, policies and instance profiles, each with its ARN as address."""
    export = _Export()
    for file in unit.files:
        export.add(file, tree)
    export.judge()
    return Reading(resources=export.resources(), gaps=export.gaps)


@dataclass(slots=True)
class _Page:
    """What one page tells of itself."""

    file: str
    accounts: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    truncated: bool = False


class _Export:
    """Everything that is exported, of however many accounts."""

    def __init__(self) -> None:
        self.gaps: list[Gap] = []
        self._pages: list[_Page] = []
        self._found: dict[str, Resource] = {}
        self._texts: dict[str, str] = {}
        self._groups: dict[tuple[str, str], str] = {}

    def add(self, file: str, tree: Tree) -> None:
        """Read a file."""
        pages: dict[int, _Page] = defaultdict(lambda: _Page(file))
        strange: Counter[str] = Counter()
        try:
            with tree.open(file) as stream:
                for member in members(stream):
                    self._take(file, member, pages[member.page], strange)
        except Unreadable as error:
            self.gaps.append(Gap(file, str(error)))
        except OSError as error:
            self.gaps.append(Gap(file, f"The file cannot be read: {error.strerror or error}."))
        except Malformed as error:
            why = f"This is not valid JSON: {error}. What follows is not seen; export it anew."
            self.gaps.append(Gap(file, why, error.line))
        for key, count in strange.items():
            why = f"{count} entries of {key} are not what AWS writes, and are left out; export them anew."
            self.gaps.append(Gap(file, why))
        self._pages += [page for page in pages.values() if page.lists]

    def judge(self) -> None:
        """Tell what is missing of all that was read: a last page, or a list that none of the pages has."""
        pages = self._pages
        file = pages[-1].file if pages else ""
        last = {account for page in pages if not page.truncated for account in page.accounts}
        cut = sorted({account for page in pages if page.truncated for account in page.accounts} - last)
        if cut or (pages and all(page.truncated for page in pages)):
            whose = f" of account {cut[0]}" if cut else ""
            why = f"The export{whose} is cut off (IsTruncated): export the pages that follow too."
            self.gaps.append(Gap(file, why))
        missing = [name for name in LISTS if pages and not any(name in page.lists for page in pages)]
        if missing:
            why = f"The export has no {' and no '.join(missing)}; export it without a query or a filter."
            self.gaps.append(Gap(file, why))

    def _take(self, file: str, member: Member, page: _Page, strange: Counter[str]) -> None:
        if member.key in ("IsTruncated", "NextToken"):
            page.truncated |= bool(member.value)
            return
        if member.key not in LISTS:
            return
        page.lists.add(member.key)
        value = member.value
        if not member.item and value == []:
            return
        arn = value.get("Arn") if isinstance(value, dict) and member.item else None
        if not isinstance(arn, str) or not arn.startswith("arn:") or arn.count(":") < _FIELDS:
            strange[member.key] += 1
            return
        account = arn.split(":")[4]
        page.accounts |= {account} - {"aws"}
        made = _MAKERS[member.key](self, value)
        self._keep(f"aws-iam/{member.key}", arn, made, Place(file, member.line))
        if member.key == "GroupDetailList":
            self._groups[account, str(value.get("GroupName"))] = arn
        for profile in _objects(value.get("InstanceProfileList")):
            self._profile(profile, arn, Place(file, member.line))

    def _keep(self, type: str, arn: str, value: dict[str, Any], place: Place) -> None:
        known = self._found.get(arn)
        if known is None:
            self._found[arn] = Resource(type=type, address=arn, value=value, place=place)
        elif known.value != value:
            why = f"{arn} is exported twice and not alike; the first one is read. Keep only the newer export."
            self.gaps.append(Gap(place.file, why, place.line, about=arn))

    def _profile(self, profile: dict[str, Any], role: str, place: Place) -> None:
        arn = profile.get("Arn")
        if isinstance(arn, str) and arn not in self._found:
            kept = {name: profile.get(name) for name in ("InstanceProfileName", "Path")}
            self._keep("aws-iam/InstanceProfile", arn, {**kept, "Arn": arn, "Role": role}, place)

    def resources(self) -> list[Resource]:
        """Return what was found; users name their groups by ARN, as far as those are exported."""
        for resource in self._found.values():
            groups = resource.value.get("GroupList")
            if isinstance(groups, list):
                account = resource.address.split(":")[4]
                resource.value["GroupList"] = [self._groups.get((account, str(name)), str(name)) for name in groups]
        return list(self._found.values())

    def user(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return what is kept of a user."""
        made = _kept(value, "UserName", "Path", "Arn", "Tags", "PermissionsBoundary", "GroupList")
        return {**made, **self._rights(value, "UserPolicyList")}

    def group(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return what is kept of a group."""
        return {**_kept(value, "GroupName", "Path", "Arn"), **self._rights(value, "GroupPolicyList")}

    def role(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return what is kept of a role."""
        named = ("RoleName", "Path", "Arn", "Tags", "PermissionsBoundary", "MaxSessionDuration")
        made = _kept(value, *named, "CreateDate", "RoleLastUsed")
        trust = self._text(value.get("AssumeRolePolicyDocument"))
        return {**made, "AssumeRolePolicyDocument": trust, **self._rights(value, "RolePolicyList")}

    def policy(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return what is kept of a managed policy: of its versions the one that counts."""
        versions = _objects(value.get("PolicyVersionList"))
        counts = [each for each in versions if each.get("IsDefaultVersion") is True] or [
            each for each in versions if each.get("VersionId") == value.get("DefaultVersionId")
        ]
        document = self._text(counts[0].get("Document") if counts else None)
        return {**_kept(value, "PolicyName", "Path", "Arn"), "Document": document}

    def _rights(self, value: dict[str, Any], inline: str) -> dict[str, Any]:
        written = [
            {"PolicyName": each.get("PolicyName"), "PolicyDocument": self._text(each.get("PolicyDocument"))}
            for each in _objects(value.get(inline))
        ]
        attached = [_kept(each, "PolicyName", "PolicyArn") for each in _objects(value.get("AttachedManagedPolicies"))]
        return {"InlinePolicies": written, "AttachedManagedPolicies": attached}

    def _text(self, document: Any) -> str | Unknown:
        """Return a document as JSON text; the same text is kept once."""
        if isinstance(document, dict):
            document = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        if not isinstance(document, str):
            return Unknown("the export has no document of it")
        text = unquote(document) if document.lstrip()[:1] == "%" else document
        return self._texts.setdefault(text, text)


_FIELDS = 5
_MAKERS: dict[str, Callable[[_Export, dict[str, Any]], dict[str, Any]]] = {
    "UserDetailList": _Export.user,
    "GroupDetailList": _Export.group,
    "RoleDetailList": _Export.role,
    "Policies": _Export.policy,
}


def _kept(value: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value[name] for name in names if value.get(name) is not None}


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


FORMAT = Format(
    id="aws-authorization-details", title="AWS IAM export (GetAccountAuthorizationDetails)", units=units, read=read
)
