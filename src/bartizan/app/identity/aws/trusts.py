"""Whom a role lets in by tokens: how many jobs of pipelines, or pods, the subjects it names fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.content.kinds.aws.iam_provider import OidcProvider
from bartizan.content.kinds.aws.iam_role import Trust
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.federation import Width, admitted

NARROWER = ("environment", "job_workflow_ref", "ref", "workflow_ref")
"""Claims of a token besides its subject that say which job it is for."""
STANDING_IN = ("name", "owner/name")
"""What may stand where a part of a subject was not seen: one part of it, or two."""
_REFERENCE = re.compile(r"\$\{([^}]*)\}")


def look_into_trusts(graph: Graph) -> None:
    """Tell of every statement of a trust policy whom it lets in by a token."""
    for trust in graph.of(Trust):
        width, requests = _admits(trust, graph)
        trust.values["admits"], trust.values["admits_requests"] = width, requests


def _admits(trust: Trust, graph: Graph) -> tuple[str | Unknown | None, bool | Unknown]:
    by_token = trust.by_token
    if isinstance(by_token, Unknown):
        return by_token, by_token
    if not by_token:
        return None, False
    subjects = trust.read("subjects")
    if isinstance(subjects, Unknown) and not isinstance(subjects, Partial):
        return subjects, subjects
    known = subjects.known if isinstance(subjects, Partial) else subjects or ()
    patterns = sorted(map(str, known))
    sure = not isinstance(subjects, Partial) and not any(_REFERENCE.search(each) for each in patterns)
    urls = list(_issuers(trust, graph))
    if not urls:
        why = Unknown("who signs the tokens is not known")
        return why, why
    if _names_job(trust):
        return Width.EXACT.name.lower(), False
    if any(_REFERENCE.match(each) for each in patterns):
        why = Unknown("the subject of the tokens is not known")
        return why, why
    return _agreed([_widest(urls, [_REFERENCE.sub(text, each) for each in patterns]) for text in STANDING_IN], sure)


def _names_job(trust: Trust) -> bool:
    conditions = trust.read("conditions")
    keys = conditions if isinstance(conditions, frozenset) else ()
    return any(str(key).rpartition(":")[2] in NARROWER for key in keys)


def _widest(urls: list[str], patterns: list[str]) -> tuple[Width | None, bool]:
    found = [admitted(url, patterns) for url in urls]
    widths = [each.width for each in found if each.width is not None]
    return (max(widths) if len(widths) == len(found) else None), any(each.requests for each in found)


def _agreed(found: list[tuple[Width | None, bool]], sure: bool) -> tuple[str | Unknown, bool | Unknown]:
    """Return what is told whatever stands where something was not seen; what narrows for certain is not known then."""
    why = Unknown("whose tokens are let in is not known in full")
    widths, requests = {width for width, _ in found}, {each for _, each in found}
    width = widths.pop() if len(widths) == 1 else None
    let_in = requests.pop() if len(requests) == 1 else why
    if width is None:
        return why, let_in if let_in is True else why
    if sure:
        return width.name.lower(), let_in
    return why if width is Width.EXACT else width.name.lower(), let_in if let_in is True else why


def _issuers(trust: Trust, graph: Graph) -> Iterator[str]:
    """Yield who signs the tokens: as providers are named, declared, or as condition keys begin."""
    federated = trust.read("federated")
    named = [str(each) for each in federated] if isinstance(federated, frozenset) else []
    urls = [each for each in named if "oidc-provider/" in each and "${" not in each.partition("oidc-provider/")[2]]
    for provider in graph.follow(trust, "providers").assets:
        url = provider.read(OidcProvider.url.name)
        if isinstance(url, str):
            urls.append(url)
    if urls:
        yield from dict.fromkeys(urls)
        return
    conditions = trust.read("conditions")
    keys = [str(key) for key in conditions] if isinstance(conditions, frozenset) else []
    yield from dict.fromkeys(key.rpartition(":")[0] for key in sorted(keys) if key.endswith((":sub", ":aud")))
