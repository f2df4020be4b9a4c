"""Pipelines: whom their jobs become in the cloud, what they deliver, and what their tokens may change.

Sources of fact: GitHub, "OpenID Connect reference" (subjects of tokens) and "Automatic token authentication"
(permissions); AWS, "configure-aws-credentials"; Google, "google-github-actions/auth".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from bartizan.app.identity.names import Names
from bartizan.app.joining.builds import Build
from bartizan.app.joining.runs import bare, fits, images_of
from bartizan.app.joining.texts import filled, loaded, scalars
from bartizan.collect.tree import Tree, Unreadable
from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.gcp.iam_identity import ServiceAccount
from bartizan.content.kinds.pipelines.github import Job, Step
from bartizan.content.kinds.pipelines.job import PipelineJob
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.hole import equal

TRUSTED = ("actions/", "github/")
"""Owners whose actions are part of the platform itself."""
PUBLIC = Unknown("whether strangers can propose changes to the repository was not read")
_ROLE = re.compile(
    r"(?:role-to-assume|role-arn|AWS_ROLE_ARN|roleArn|role_arn)\"?['\"]?[:=\s]+[\"']?(arn:aws[\w-]*:iam::\d{12}:role/[\w+=,.@/-]+)"
)
_PUSHES = re.compile(
    r"\b(docker|podman|buildah|nerdctl|skaffold|crane)\s+(image\s+)?push\b|--push\b|\bpush:\s*true"
    r"|az acr build|builds submit|kaniko"
)
_SERVICE = re.compile(
    r"token[.]actions[.]githubusercontent[.]com|gitlab[.]com|oidc[.]circleci[.]com|app[.]terraform[.]io"
)
_ANYBODY = re.compile(r"^([*]|repo:[*]|repo:[*]/.*|project_path:[*].*|organization:[*].*)$")
_KEYS = re.compile(
    r"(aws-access-key-id|AWS_ACCESS_KEY_ID|credentials_json|creds|azureSubscription|service_connection)\b"
)
_OWN_CODE = re.compile(
    r"head[.]repo[.]full_name\s*==\s*github[.]repository|github[.]repository\s*==\s*github[.]event[.]pull_request[.]head"
    r"|head[.]repo[.]fork\s*(==\s*false|!=\s*true)|!\s*github[.]event[.]pull_request[.]head[.]repo[.]fork"
    r"|head_repository[.]full_name\s*==\s*github[.]repository"
)
_LOOKED_AT = re.compile(
    r"[.]label|author_association|github[.](actor|triggering_actor)\b|sender[.]|user[.]login|secrets[.]"
)
_GIVEN = ("pull_request_target", "issues", "pull_request")
"""Events of a change or an issue, which may wait for a label."""
COMMENTED = "issue_comment"
_ANYTIME = frozenset({"issue_comment", "discussion", "discussion_comment", "workflow_run", "fork", "watch"})
"""Events that strangers cause whenever they like."""
Told = frozenset[str] | Unknown


def fill(graph: Graph, tree: Tree, builds: Sequence[Build]) -> None:
    """Tell jobs what only the whole tells of them."""
    jobs = list(graph.of(PipelineJob))
    names = Names(graph) if jobs else None
    known = frozenset(job.id for job in jobs)
    texts: dict[str, str] = {}
    for job in jobs:
        file = job.place.file if job.place else ""
        whole = texts.setdefault(file, _text(tree, file))
        content = loaded(whole)
        part = _part(job, content)
        text = filled_text(whole, part, content)
        identities, sure = _identities(job, text, graph, names)
        pushes = bool(_PUSHES.search(text))
        told: dict[str, object] = {
            "identities": identities,
            "let_in": sure,
            "delivers": _delivered(file, builds, graph) if pushes else frozenset(),
            "writes": _writes(job, part, content),
            "siblings": known - {job.id},
            "proposed": PUBLIC,
            "guarded": _guarded(part, content),
        }
        for name, value in told.items():
            job.values.setdefault(name, value)
    for step in graph.of(Step):
        step.values.setdefault("betrays", _betrays(step))
    for trust in graph.of(Trust):
        trust.values.setdefault("admits_all", _admits_all(trust, graph))


def _admits_all(trust: Trust, graph: Graph) -> bool | Unknown:
    """Tell whether a statement lets in the tokens of a public pipeline service, whoever's pipeline it is."""
    if trust.read("by_token") is False or trust.read("allows") is False:
        return False
    named = trust.read("federated")
    issuers = [str(each) for each in named if "$" not in str(each)] if isinstance(named, frozenset) else []
    for provider in (graph.get(id) for id in sorted(led_to(trust.values.get("providers"))[0])):
        url = provider.values.get("url") if provider is not None else None
        issuers.append(url if isinstance(url, str) else "")  # one that is not known yet is made with a cluster
    if not any(_SERVICE.search(each) for each in issuers):
        return False
    subjects = trust.read("subjects")
    if not isinstance(subjects, frozenset):
        return Unknown(f"which subjects {trust.id} lets in could not be seen")
    return not subjects or any(_ANYBODY.match(str(each)) for each in subjects)


def _text(tree: Tree, file: str) -> str:
    try:
        return tree.text(file)
    except (Unreadable, OSError):
        return ""


def _part(job: Asset, content: object) -> object:
    """Return what a pipeline says of one job."""
    if isinstance(job, Job) and isinstance(content, Mapping):
        jobs = content.get("jobs")
        return jobs.get(job.id.rpartition("#jobs.")[2]) if isinstance(jobs, Mapping) else None
    name = job.values.get("name")
    return content.get(name) if isinstance(content, Mapping) and isinstance(name, str) else None


def filled_text(whole: str, part: object, content: object) -> str:
    """Return what a job says as one text, its variables filled in; that of the whole file where it has no part."""
    said = "\n".join(_said(part)) if part is not None else whole
    values = scalars(content)
    return "\n".join(filled(line, values) if "$" in line else line for line in said.splitlines())


def _said(part: object, key: str = "") -> Iterator[str]:
    if isinstance(part, Mapping):
        for name, value in part.items():
            yield from _said(value, str(name))
    elif isinstance(part, list):
        for each in part:
            yield from _said(each, key)
    elif part is not None:
        text = str(part).lower() if isinstance(part, bool) else str(part)
        yield f"{key}: {text}"


def _identities(job: PipelineJob, text: str, graph: Graph, names: Names | None) -> tuple[Told, bool | Unknown]:
    """Return the cloud identities that a job becomes, and whether they let it in."""
    found: set[str] = set()
    sure: bool | Unknown = True
    refused = False
    for arn in dict.fromkeys(_ROLE.findall(text)):
        for role in graph.of(Role):
            if (
                names is not None
                and equal(names.of(role), arn) is not Truth.NO
                and arn.endswith(f"/{role.values.get('name')}")
            ):
                trusted = _trusts(role, job, graph)
                refused = refused or trusted is False
                found |= {role.id} if trusted is not False else set()
                sure = trusted if isinstance(trusted, Unknown) else sure
    for account in graph.of(ServiceAccount):
        told = (account.values.get("email"), account.values.get("account_id"))
        email = next((each for each in told if isinstance(each, str) and each), "")
        if email and re.search(rf"service_account['\"]?\s*[:=]\s*['\"]?{re.escape(email)}\b", text):
            found.add(account.id)
    if found or refused:
        return frozenset(found), sure
    if key := _KEYS.search(text):
        return Unknown(f"whose credentials {key[1]} are is not written in the repository"), True
    if re.search(r"role-to-assume|azure/login|client-id|google-github-actions/auth", text):
        return Unknown("the identity it becomes is a variable that is not in the repository"), True
    return frozenset(), True


def _trusts(role: Role, job: PipelineJob, graph: Graph) -> bool | Unknown:
    """Tell whether a role lets in the tokens of a job."""
    ids, doubt = led_to(role.read("trust"))
    found: list[bool | Unknown] = [Unknown(doubt.why)] if doubt else []
    trusts = [each for each in map(graph.get, sorted(ids)) if isinstance(each, Trust)]
    allowing = [each for each in trusts if each.read("by_token") is not False and each.read("allows") is not False]
    found += [_admits(each, job) for each in allowing]
    if any(each is True for each in found):
        return True
    return next((each for each in found if isinstance(each, Unknown)), False)


def _admits(trust: Trust, job: PipelineJob) -> bool | Unknown:
    subjects = trust.read("subjects")
    if not isinstance(subjects, frozenset):
        return Unknown(f"whose tokens {trust.id} lets in could not be seen")
    if not subjects:
        return True
    wanted = list(_subjects(job))
    judged = [_meets(str(each), wanted) for each in subjects if _of_a_repository(str(each))]
    if any(each is True for each in judged):
        return True
    return next((each for each in judged if isinstance(each, Unknown)), False)


def _of_a_repository(subject: str) -> bool:
    return subject.startswith(("repo:", "project_path:", "p://", "sc://", "*"))


def _subjects(job: PipelineJob) -> Iterator[str]:
    """Yield the ends that subjects of a job's tokens have, without the repository."""
    environment, events = job.values.get("environment"), job.values.get("events")
    if isinstance(environment, str) and environment:
        yield f"environment:{environment}"
        return
    for event in sorted(map(str, events)) if isinstance(events, frozenset) else ("push",):
        if event == "pull_request":
            yield "pull_request"
        else:
            yield from ("ref:refs/heads/main", "ref:refs/heads/master")


def _meets(pattern: str, ends: Sequence[str]) -> bool | Unknown:
    """Tell whether a pattern of subjects admits a job; the repository that it names is taken for this one."""
    if pattern.count(":") < 2:
        return True if pattern.endswith("*") else Unknown(f"whether {pattern} is this repository is not known")
    end = pattern.split(":", 2)[2]
    if any(fnmatchcase(each, end) for each in ends):
        return True
    if end.startswith("ref:") and any(each.startswith("ref:") for each in ends):
        return Unknown(f"whether its runs are of {end.removeprefix('ref:')} is not known")
    return False


def _delivered(file: str, builds: Sequence[Build], graph: Graph) -> frozenset[str]:
    """Return what runs the images that a pipeline pushes, named by a tag: a digest stays what it is."""
    named = [name for build in builds if build.file == file for name in build.names]
    found = set()
    for runner in graph.of(Runner):
        for image in images_of(runner, graph) or ():
            if isinstance(image, str) and "@sha256:" not in image and any(fits(name, bare(image)) for name in named):
                found.add(runner.id)
    return frozenset(found)


def _writes(job: PipelineJob, part: object, content: object) -> bool | Unknown:
    """Tell whether the token of a job may write to the repository."""
    if not isinstance(job, Job):
        return Unknown("what the token of the job may do is set outside of the repository")
    for each in (part, content):
        permissions: Any = each.get("permissions") if isinstance(each, Mapping) else None
        if isinstance(permissions, str):
            return permissions == "write-all"
        if isinstance(permissions, Mapping):
            return permissions.get("contents") == "write"
    return Unknown("what its token may do is the default of the repository, which was not read")


def _guarded(part: object, content: object) -> bool | Unknown:
    """Tell whether a condition of a job, or of what starts it, keeps out runs that strangers start.

    A condition on the repository that a change comes from does, but for runs that a comment starts: those tell nothing
    of where the change comes from. One on a label, on who acts or on an approval is only as good as those who give it,
    and what it asks for may be had.
    """
    condition = str(part.get("if") or "") if isinstance(part, Mapping) else ""
    if _OWN_CODE.search(condition) and "||" not in condition and not _started_by(content, COMMENTED):
        return True
    if _OWN_CODE.search(condition) or _LOOKED_AT.search(condition):
        return Unknown(f"whether a stranger gets past its condition is not known: {condition.strip()[:120]}")
    if _by_label_alone(content):
        return Unknown("it runs when somebody who may do so labels the change: whether they look at it is not known")
    return False


def _started_by(content: object, event: str) -> bool:
    """Tell whether an event is among those that start a workflow."""
    events = content.get("on", content.get(True)) if isinstance(content, Mapping) else None
    return event == events or (isinstance(events, Mapping | list) and event in [str(each) for each in events])


def _by_label_alone(content: object) -> bool:
    """Tell whether all that starts a workflow for strangers is a label, which only members of the project give."""
    if not isinstance(content, Mapping):
        return False
    events = content.get("on", content.get(True))  # YAML 1.1 reads the key `on` as true
    if not isinstance(events, Mapping) or not _ANYTIME.isdisjoint(map(str, events)):
        return False
    told = [each for name, each in events.items() if str(name) in _GIVEN]
    types = [each.get("types") if isinstance(each, Mapping) else None for each in told]
    return bool(types) and all(each in ("labeled", ["labeled"]) for each in types)


def _betrays(step: Step) -> bool | Unknown:
    action = step.read("action")
    if step.read("pinned") is True or action is None:
        return False
    if isinstance(action, str) and action.startswith(TRUSTED):
        return False
    return Unknown(f"{action if isinstance(action, str) else 'its action'} can be changed by those who maintain it")
