"""Who is meant by a member of a grant, or a principal of a deny rule. Source: Google's "Principal identifiers"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bartizan.core.truth import Truth, truth
from bartizan.identity.gcp.estate import Group
from bartizan.identity.hole import OPEN, equal, shown

ANONYMOUS, EVERYONE, ANY_ACCOUNT = "anonymous", "allUsers", "allAuthenticatedUsers"
CONVENIENCE = {"projectOwner": "roles/owner", "projectEditor": "roles/editor", "projectViewer": "roles/viewer"}
"""Members that stand for whoever has a basic role on a project."""
_GOOGLE = "principal://goog/subject/"
_GOOGLE_GROUP = "principalSet://goog/group/"
_ACCOUNT = re.compile(r"principal://iam\.googleapis\.com/projects/[^/]+/serviceAccounts/(.+)")
_POOL = re.compile(r"(?:principal|principalSet)://iam\.googleapis\.com/(.*?Pools/[^/]+)/(.+)")
_WITHIN = re.compile(r"principalSet://cloudresourcemanager\.googleapis\.com/((?:projects|folders|organizations)/[^/]+)")


@dataclass(frozen=True, slots=True)
class Belonging:
    """Whether somebody is meant by a member; why that is not known; the groups that bring it."""

    truth: Truth
    why: str = ""
    via: tuple[str, ...] = ()


YES, NO = Belonging(Truth.YES), Belonging(Truth.NO)


def plain(member: str) -> str:
    """Return a member in the short form of grants: `principal://goog/subject/ann@x` is `user:ann@x`."""
    if member.startswith(_GOOGLE):
        address = member.removeprefix(_GOOGLE)
        return f"{'serviceAccount' if is_service_account(address) else 'user'}:{address}"
    if member.startswith(_GOOGLE_GROUP):
        return f"group:{member.removeprefix(_GOOGLE_GROUP)}"
    if member == "principalSet://goog/public:all":
        return EVERYONE
    account = _ACCOUNT.fullmatch(member)
    return f"serviceAccount:{account[1]}" if account else member


def is_service_account(address: str) -> bool:
    """Tell whether an address is that of a service account."""
    return address.lower().endswith("gserviceaccount.com") or ".svc.id.goog[" in address


def named(actor: str) -> str:
    """Return the member that a text for an actor means: `ann@x` is `user:ann@x`; empty for what cannot be one."""
    account = re.fullmatch(r"(?://iam\.googleapis\.com/)?projects/[^/]+/serviceAccounts/(.+@.+)", actor)
    if account:
        return f"serviceAccount:{account[1]}"
    if actor in (ANONYMOUS, EVERYONE, ANY_ACCOUNT) or actor.startswith(("principal://", "principalSet://")):
        return plain(actor)
    if re.match(r"(user|serviceAccount|group|domain|deleted|service|project(?:Owner|Editor|Viewer)):", actor):
        return actor
    if "@" in actor and "/" not in actor:
        return f"{'serviceAccount' if is_service_account(actor) else 'user'}:{actor}"
    return ""


class Belongs:
    """Tells whether a caller is meant by a member."""

    def __init__(
        self,
        groups: Mapping[str, Group],
        holds: Callable[[str, str, str], Belonging],
        within: Callable[[str, str], Truth],
    ) -> None:
        self._groups = groups
        self._holds = holds
        """Whether a caller has a role on a project, by the project's id."""
        self._within = within
        """Whether a service account is of a project, folder or organisation."""

    def judge(self, caller: str, member: str) -> Belonging:
        """Judge whether `caller`, in the short form, is meant by `member`."""
        member = plain(member)
        kind, _, rest = member.partition(":")
        if member == EVERYONE:
            return YES
        if caller in (ANONYMOUS, EVERYONE):
            return NO
        if member == ANY_ACCOUNT:
            return NO if caller.startswith(("principal", "deleted:")) else YES
        if kind == "deleted" or caller.startswith("deleted:"):
            return NO
        if member == caller:
            return YES
        if kind == "group" and not caller.startswith("domain:"):
            return self._in_group(caller, rest)
        if kind == "domain":
            return _of_domain(caller, rest)
        if kind in CONVENIENCE and caller != ANY_ACCOUNT:
            return self._holds(caller, CONVENIENCE[kind], rest)
        if kind in ("principal", "principalSet"):
            return self._pooled(caller, member)
        same = equal(member, caller, fold=True) if caller != ANY_ACCOUNT else Truth.NO
        why = f"whether {shown(member)} is {shown(caller)} is known once names are given"
        return Belonging(same, "" if same is not Truth.UNKNOWN else why)

    def _in_group(self, caller: str, address: str) -> Belonging:
        if caller == ANY_ACCOUNT:
            return NO
        pending: list[tuple[str, tuple[str, ...]]] = [(address, ())]
        seen: set[str] = set()
        doubt = ""
        while pending:
            here, via = pending.pop(0)
            if here.lower() in seen:
                continue
            seen.add(here.lower())
            via = (f"group:{here}", *via)
            group = self._groups.get(here.lower())
            if group is None or group.more:
                doubt = doubt or (group.more[0] if group else f"the members of group:{shown(here)} were not read")
            for member in group.members if group else ():
                if member.startswith("group:") and member != caller:
                    pending.append((member.partition(":")[2], via))
                elif (found := self.judge(caller, member)).truth is Truth.YES:
                    return Belonging(Truth.YES, via=via)
                elif found.truth is Truth.UNKNOWN:
                    doubt = doubt or found.why
        return Belonging(Truth.UNKNOWN, doubt, (f"group:{address}",)) if doubt else NO

    def _pooled(self, caller: str, member: str) -> Belonging:
        within = _WITHIN.match(member)
        if within:
            held = self._within(caller, within[1])
            return Belonging(held, "" if held is not Truth.UNKNOWN else f"whether {caller} is of {member} is not known")
        if member.startswith("principalSet://goog/"):
            if caller.startswith("serviceAccount:"):
                return NO
            return Belonging(Truth.UNKNOWN, f"the customer that {shown(caller)} belongs to is not known")
        theirs, ours = _POOL.fullmatch(caller), _POOL.fullmatch(member)
        if not theirs or not ours:
            doubtful = OPEN in member and caller.startswith("principal")
            return Belonging(Truth.UNKNOWN, f"{shown(member)} is known once names are given") if doubtful else NO
        same = equal(theirs[1], ours[1])
        if ours[2] == "*" or same is Truth.NO:
            return Belonging(same, f"the pool of {shown(member)} is known once names are given")
        alike = equal(theirs[2], ours[2])
        if alike is Truth.YES:
            return Belonging(same, f"the pool of {shown(member)} is known once names are given")
        if theirs[2].startswith("subject/") and ours[2].startswith("subject/"):
            return Belonging(alike, f"{shown(member)} is known once names are given")
        if theirs[2] == "*" or theirs[2].partition("/")[0] == ours[2].partition("/")[0]:
            return Belonging(truth(False)) if alike is Truth.NO else Belonging(alike, "names are not given yet")
        return Belonging(Truth.UNKNOWN, f"whether the token of {shown(caller)} has {shown(ours[2])} is not known")


def _of_domain(caller: str, domain: str) -> Belonging:
    """Judge membership of a domain: it has people, and groups of them, but no service account."""
    kind, _, address = caller.partition(":")
    if kind not in ("user", "group"):
        return NO
    same = equal(address.rpartition("@")[2], domain, fold=True)
    return Belonging(same, "" if same is not Truth.UNKNOWN else f"domain:{shown(domain)} is known once it is given")
