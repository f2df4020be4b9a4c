"""A request in its estate: who asks, of which account, about what, and the keys that follow from it."""

from __future__ import annotations

from functools import lru_cache

from bartizan.core.truth import Truth
from bartizan.identity.aws import actions
from bartizan.identity.aws.arn import arn
from bartizan.identity.aws.context import Context
from bartizan.identity.aws.estate import Account, Principal
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.statement import Document, Statement
from bartizan.identity.aws.told import Kind, told
from bartizan.identity.hole import equal, hole

Relevant = tuple[tuple[int, Statement, Truth], ...]
"""The statements of a document whose actions fit or may fit: the position, the statement, and how far."""

Memory = dict[int, tuple[Document, Relevant]]
"""For one action, by the identity of a document. The document is kept, so that the identity stays its own."""


class Case:
    """All that the stages need to know of one request."""

    __slots__ = (
        "account", "action", "arn", "asked", "caller", "context", "kind", "local", "memory", "name",
        "open_resource", "principal", "request", "resource", "resource_account", "resource_exact", "resource_maybe",
        "roster", "session",
    )  # fmt: skip

    def __init__(self, roster: Roster, request: Request, memory: Memory) -> None:
        self.roster, self.request, self.memory = roster, request, memory
        self.action = request.action.lower()
        self.caller = request.caller
        self._identify(request.caller)
        self._locate(request.resource)
        self.context = Context(request.context, request.absent, lambda key: told(self, key))

    def _identify(self, caller: Caller) -> None:
        """Find out who asks."""
        self.principal: Principal | None = None
        self.session, self.name = caller.session, ""
        self.account, self.arn = caller.account, caller.arn
        if caller.arn:
            self._named(caller.arn)
        elif caller.account:
            self.kind: Kind = "account"
        else:
            self.kind = "service" if caller.service else "federated" if caller.federated else "anonymous"

    def _named(self, name: str) -> None:
        self.principal = self.roster.principal(name)
        self.arn = self.principal.arn if self.principal else name
        parts = arn(self.arn)
        self.account = (
            self.principal.account if self.principal else parts.account if parts else hole(f"?account of {name}")
        )
        what, _, rest = parts.rest.partition("/") if parts else ("user", "", name)
        self.name = rest.rpartition("/")[2]
        if what == "assumed-role" and parts:
            self._session(parts.partition, rest)
        elif what == "federated-user":
            self.kind = "federated user"
        else:
            self.kind = "root" if what == "root" else "role" if what == "role" else "user"

    def _session(self, partition: str, rest: str) -> None:
        """Find the role of a session, whose ARN does not tell the role's path."""
        self.kind = "role"
        self.name, _, self.session = rest.partition("/")
        self.principal = self.roster.role(self.account, self.name)
        path = hole(f"?path of the role {self.name}")
        self.arn = (
            self.principal.arn if self.principal else f"arn:{partition}:iam::{self.account}:role/{path}{self.name}"
        )

    def _locate(self, asked: str) -> None:
        """Find out what it is about, and whether that is in the caller's own account."""
        self.asked = asked
        self.open_resource = ("*" in asked or "?" in asked) and not (asked == "*" and _about_nothing(self.action))
        found = self.roster.resource(asked)
        self.resource, self.resource_exact, self.resource_maybe = found
        parts = arn(asked)
        account = parts.account if parts else ""
        if self.resource is not None and self.resource.account:
            account = self.resource.account
        self.resource_account = account
        if not self.account:
            self.local = Truth.NO
        elif account in ("", "aws"):
            self.local = Truth.YES
        elif "*" in account or "?" in account:
            self.local = Truth.YES if self.account == account else Truth.UNKNOWN
        else:
            self.local = equal(self.account, account)

    @property
    def service(self) -> str:
        """The service of the action."""
        return self.action.partition(":")[0]

    @property
    def session_arn(self) -> str:
        """ARN of the role session, with a hole for a session's name that is open."""
        parts = arn(self.arn)
        partition = parts.partition if parts else "aws"
        return f"arn:{partition}:sts::{self.account}:assumed-role/{self.name}/{self.session or OPEN_SESSION}"

    def account_of(self, id: str) -> Account | None:
        """Return an account of the estate."""
        return self.roster.estate.accounts.get(id)


@lru_cache(maxsize=4096)
def _about_nothing(action: str) -> bool:
    """Tell whether an action is about no resource: policies have to say `*` for it, and no ARN will do."""
    return actions.known(action) and actions.resources(action) == ("*",)


OPEN_SESSION = hole("name of the session")
