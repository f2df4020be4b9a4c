"""Federation: whose tokens a subject condition lets in, and how loose that is.

Pipelines and clusters sign tokens for their jobs; a cloud role trusts an issuer and, if its author was careful, only
some subjects. Subjects are built as the issuers document it: GitHub `repo:OWNER/REPO:ref:refs/heads/BRANCH`,
`:environment:NAME`, `:pull_request`; GitLab `project_path:GROUP/PROJECT:ref_type:branch:ref:NAME`; Azure DevOps
`sc://ORGANISATION/PROJECT/CONNECTION`; Kubernetes `system:serviceaccount:NAMESPACE:NAME`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from bartizan.core.truth import Truth
from bartizan.identity.hole import holes, matches


class Width(IntEnum):
    """How many a condition lets in, from the narrowest."""

    EXACT = 0
    """One branch, one environment, one service account."""
    PROJECT = 1
    """Any branch, tag or pull request of one repository; any service account of one namespace."""
    OWNER = 2
    """Any repository of one organisation or group; any namespace of one cluster."""
    ANYONE = 3
    """Anyone who has an account with the issuer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Somebody who signs tokens, and how the subjects of them are built."""

    id: str
    title: str
    host: re.Pattern[str]
    """What its URL looks like, without `https://`."""
    start: str
    """What its usual subjects begin with."""
    owner: str
    """What ends the owner in a subject, what comes after it being the project."""
    project: str
    """What ends the project, what comes after it being what exactly runs."""
    public: bool
    """Anybody can have it sign a token of their own."""
    foreign: tuple[str, ...] = ()
    """Subjects that anybody can have, where the issuer lets them choose how subjects are built."""
    requests: str = ""
    """What is in the subject of a job that a proposed change runs."""


ISSUERS = (
    Issuer(
        id="github",
        title="GitHub Actions",
        host=re.compile(r"token\.actions\.githubusercontent\.com"),
        start="repo:",
        owner="/",
        project=":",
        public=True,
        foreign=("actor:", "base_ref:", "context:", "environment:", "event_name:", "head_ref:", "ref:", "workflow:"),
        requests=":pull_request",
    ),
    Issuer(
        id="gitlab",
        title="GitLab",
        host=re.compile(r"gitlab\.com"),
        start="project_path:",
        owner="/",
        project=":",
        public=True,
    ),
    Issuer(
        id="azure-devops",
        title="Azure DevOps",
        host=re.compile(r"vstoken\.dev\.azure\.com(/.*)?|login\.microsoftonline\.com/.*"),
        start="sc://",
        owner="/",
        project="/",
        public=False,
    ),
    Issuer(
        id="bitbucket",
        title="Bitbucket Pipelines",
        host=re.compile(r"api\.bitbucket\.org/.*"),
        start="{",
        owner="}:",
        project=":",
        public=False,
    ),
    Issuer(
        id="terraform-cloud",
        title="HCP Terraform",
        host=re.compile(r"app\.terraform\.io"),
        start="organization:",
        owner=":project:",
        project=":workspace:",
        public=True,
    ),
    Issuer(
        id="circleci",
        title="CircleCI",
        host=re.compile(r"oidc\.circleci\.com/org/.*"),
        start="org/",
        owner="/project/",
        project="/user/",
        public=False,
    ),
    Issuer(
        id="kubernetes",
        title="a Kubernetes cluster",
        host=re.compile(r"(oidc\.eks\.|.*\.oic\.prod-aks\.azure\.com|container\.googleapis\.com/).*"),
        start="system:serviceaccount:",
        owner="",
        project=":",
        public=False,
    ),
)
"""An issuer of one's own, self-hosted, is none of them: who gets a token there is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """Whom a condition lets in."""

    width: Width | None
    """None where it is not known."""
    says: str
    """A sentence: `Any branch or pull request of acme/shop may use it.`"""
    requests: bool = False
    """Jobs of proposed changes are let in, for which no review is needed."""


def issuer(url: str) -> Issuer | None:
    """Return the issuer of a URL or of a provider's ARN; None for one that is not known."""
    host = re.sub(r"^https?://", "", url.partition("oidc-provider/")[2] or url).rstrip("/")
    return next((each for each in ISSUERS if each.host.fullmatch(host)), None)


def admitted(url: str, subjects: Iterable[str]) -> Admitted:
    """Return whom patterns of subjects let in; no pattern at all lets in every token of the issuer."""
    by, patterns = issuer(url), list(subjects)
    if by is None:
        exact = patterns and not any(re.search(r"[*?]", each) for each in patterns)
        if exact:
            return Admitted(width=Width.EXACT, says=f"{_listed(patterns)} of {url} may use it.")
        return Admitted(width=None, says=f"Who gets tokens of {url} is not known.")
    if not patterns:
        width = Width.ANYONE if by.public else Width.OWNER
        return Admitted(width=width, says=_sentence(by, width, ""), requests=bool(by.requests))
    loosest = max(patterns, key=lambda each: _width(by, each))
    width = _width(by, loosest)
    requests = bool(by.requests) and any(_requests(by, each) for each in patterns)
    return Admitted(width=width, says=_sentence(by, width, loosest), requests=requests)


def _width(by: Issuer, pattern: str) -> Width:
    if by.foreign and pattern.startswith(by.foreign):
        return Width.ANYONE
    rest = pattern.removeprefix(by.start)
    fixed = re.split(r"[*?]", rest, maxsplit=1)[0]
    if fixed == rest and pattern.startswith(by.start):
        return Width.EXACT
    outer = Width.ANYONE if by.public else Width.OWNER
    if not pattern.startswith(by.start) or (by.owner and by.owner not in fixed):
        return outer
    inner = fixed.partition(by.owner)[2] if by.owner else fixed
    return Width.PROJECT if by.project in inner else Width.OWNER


def _requests(by: Issuer, pattern: str) -> bool:
    """Tell whether a pattern fits the jobs of proposed changes in the repository it is about."""
    inner = pattern.removeprefix(by.start) if pattern.startswith(by.start) else "x/x"
    job = by.start + re.sub(r"[*?]", "x", inner.partition(by.project)[0]) + by.requests
    return matches(pattern, job) is not Truth.NO


def _sentence(by: Issuer, width: Width, pattern: str) -> str:
    rest = pattern.removeprefix(by.start)
    owner = rest.partition(by.owner)[0] if by.owner else ""
    if width is Width.ANYONE:
        return f"Anyone with an account at {by.title} may use it."
    if width is Width.OWNER:
        whose = f" under {owner}" if owner and not re.search(r"[*?]", owner) else ""
        return f"Everything of {by.title}{whose} may use it."
    if width is Width.PROJECT:
        inner = rest[len(owner) + len(by.owner) :].partition(by.project)[0]
        return f"Whatever runs in {owner}{by.owner}{inner} of {by.title} may use it, any branch included."
    return f"{pattern} of {by.title} may use it."


def _listed(patterns: list[str]) -> str:
    return ", ".join(patterns[:3]) + (f" and {len(patterns) - 3} more" if len(patterns) > 3 else "")


def certain(subjects: Iterable[str]) -> bool:
    """Tell whether every subject is known: none has a hole."""
    return not any(holes(each) for each in subjects)
