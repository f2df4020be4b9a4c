"""The specification: may this caller do this, by the published policy evaluation logic, and which statements decide.

Every stage is a module of `stages`; here they are put together. Published in the IAM user guide, "Policy evaluation
logic", "How AWS enforcement code logic evaluates requests" and "Cross-account policy evaluation logic"; KMS developer
guide, "Troubleshooting key access"; STS API reference.
"""

from __future__ import annotations

from bartizan.core.access import Decision, Question
from bartizan.core.truth import Truth
from bartizan.identity.aws.case import Case, Memory
from bartizan.identity.aws.estate import Estate
from bartizan.identity.aws.judged import FAILS, HOLDS, Judged, both, either, inverse, open_to, unseen
from bartizan.identity.aws.questions import request_of
from bartizan.identity.aws.request import Request
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.stages.boundary import boundary
from bartizan.identity.aws.stages.endpoint import endpoint
from bartizan.identity.aws.stages.identity_policies import identity_policies
from bartizan.identity.aws.stages.public_access import public_access
from bartizan.identity.aws.stages.reserved import reserved
from bartizan.identity.aws.stages.resource_controls import resource_controls
from bartizan.identity.aws.stages.resource_policy import Granted, resource_policy
from bartizan.identity.aws.stages.ruling import Ruling
from bartizan.identity.aws.stages.service_controls import service_controls
from bartizan.identity.aws.stages.session import session
from bartizan.identity.aws.wording import decision, denial
from bartizan.identity.hole import shown

FREE = frozenset({"sts:getcalleridentity", "sts:getsessiontoken"})
"""Actions that need no permission, and that none can take away."""

ROOT_KEEPS = frozenset({"s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy"})
"""What a root user may do to a bucket of its account whatever the bucket's policy says."""


class Evaluator:
    """Answers requests about one estate; keeps look-ups, so that one evaluation takes microseconds."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._roster = Roster(estate)
        self._memories: dict[str, Memory] = {}

    def can(self, question: Question) -> Decision:
        """Answer one question. Never raises: what is not there is UNKNOWN, with the reason."""
        request = request_of(question, self._roster)
        return request if isinstance(request, Decision) else self.evaluate(request)

    def actors(self) -> tuple[str, ...]:
        """Return the ids of all users and roles."""
        return tuple(principal.id for principal in self.estate.principals)

    def evaluate(self, request: Request) -> Decision:
        """Decide one request."""
        case = Case(self._roster, request, self._memory(request.action.lower()))
        return decision(case, judge(case))

    def truth(self, request: Request) -> Truth:
        """Return no more than the truth of a decision."""
        return judge(Case(self._roster, request, self._memory(request.action.lower()))).truth

    def _memory(self, action: str) -> Memory:
        if len(self._memories) > 64:
            self._memories.clear()
        return self._memories.setdefault(action, {})


def evaluate(estate: Estate, request: Request) -> Decision:
    """Decide one request about an estate; make an `Evaluator` for more than one."""
    return Evaluator(estate).evaluate(request)


def judge(case: Case) -> Judged:
    """Put the stages together."""
    if case.action in FREE and case.kind in ("user", "role", "root", "federated user"):
        return HOLDS
    granted = resource_policy(case)
    denials = () if _root_keeps(case) else granted.denials
    rulings = [resource_controls(case), endpoint(case)]
    if case.kind in ("service", "federated", "anonymous"):
        allowed = granted.any()
    elif _by_trust_alone(case):
        allowed = granted.any()
        rulings.append(service_controls(case))
    else:
        own = identity_policies(case)
        limits = (boundary(case), session(case))
        allowed = _allowed(case, granted, own, limits)
        rulings.append(service_controls(case))
        denials = (*denials, *own.denials, *limits[0].denials, *limits[1].denials)
    denials = (*denials, *(each for ruling in rulings for each in ruling.denials))
    parts = [inverse(each, denial(each)) for each in denials]
    return both(
        (
            *_worst_first(parts),
            *(ruling.allowed for ruling in rulings),
            public_access(case),
            reserved(case),
            _lacking(allowed, case),
        )
    )


def _worst_first(parts: list[Judged]) -> list[Judged]:
    return sorted(parts, key=lambda part: part.truth)


def _by_trust_alone(case: Case) -> bool:
    """Tell whether the call is signed by an identity provider: who holds other credentials does not use them."""
    return case.action in ("sts:assumerolewithwebidentity", "sts:assumerolewithsaml")


def _root_keeps(case: Case) -> bool:
    return case.kind == "root" and case.action in ROOT_KEEPS and case.local is Truth.YES


def _allowed(case: Case, granted: Granted, own: Ruling, limits: tuple[Ruling, Ruling]) -> Judged:
    """Join what the resource and the caller's own policies allow, within its boundary and its session."""
    home = _at_home(granted, own, limits)
    if case.kind == "account" and granted.account.truth is Truth.YES:
        home = both((home, granted.account))  # it is not needed there, but it is what names the account
    if case.local is Truth.YES:
        return home
    abroad = _abroad(granted, own, limits)
    if case.local is Truth.NO:
        return abroad
    if home.truth is abroad.truth:
        return either((home, abroad))
    if case.open_resource:
        return both((either((home, abroad)), open_to("the resource is in the caller's own account", "resource")))
    why = f"whether {shown(case.asked)} is in the caller's own account is not known"
    return both((either((home, abroad)), unseen(why)))


def _at_home(granted: Granted, own: Ruling, limits: tuple[Ruling, Ruling]) -> Judged:
    """Within an account either side suffices; the key or trust policy that is required must at least hand on."""
    if granted.direct.truth is Truth.YES:
        return granted.direct
    inherited = both((granted.account, own.allowed)) if granted.required else own.allowed
    limited = both((either((inherited, granted.role)), limits[0].allowed, limits[1].allowed))
    return either((granted.direct, limited))


def _abroad(granted: Granted, own: Ruling, limits: tuple[Ruling, Ruling]) -> Judged:
    """Between accounts both sides must allow."""
    return both((granted.any(), own.allowed, limits[0].allowed, limits[1].allowed))


def _lacking(allowed: Judged, case: Case) -> Judged:
    """Say what is missing, where nothing said so."""
    if allowed.truth is not Truth.NO or allowed.lacks:
        return allowed
    bare = case.resource is not None and case.resource.policy is None
    what = "a resource without a policy of its own" if bare else "the resource's own policy"
    caller = case.caller
    who = case.arn or caller.service or caller.federated or caller.account or "everyone"
    return FAILS._replace(hits=allowed.hits, lacks=(f"{what} does not allow it to {shown(who)}",))
