"""`data.aws_iam_policy_document` and `data.google_iam_policy`: blocks made into the policy they stand for."""

from __future__ import annotations

from typing import Any, Protocol

from bartizan.collect.iac.terraform.convert import text
from bartizan.collect.iac.terraform.functions.encoding import from_json
from bartizan.collect.iac.terraform.scope import Scope
from bartizan.collect.iac.terraform.values import Fault, Json, Rest, composite, either, vague
from bartizan.collect.jsontext import decoded
from bartizan.core.truth import Composite, Unknown

_VERSION = "2012-10-17"
_LISTS = {
    "actions": "Action", "not_actions": "NotAction", "resources": "Resource", "not_resources": "NotResource",
}  # fmt: skip


def aws_policy(instance: Configured) -> Any:
    """Return the policy of a `data.aws_iam_policy_document`, as JSON kept decoded; lists stay lists."""
    statements = _Statements()
    for name in ("source_policy_documents", "source_json"):
        for source in _listed(instance.configured(name)):
            statements.add_document(source, replace=False)
    for block in _listed(instance.configured("statement")):
        statements.add(_statement(block), replace=False)
    for name in ("override_policy_documents", "override_json"):
        for source in _listed(instance.configured(name)):
            statements.add_document(source, replace=True)
    policy = {"Version": _or(instance.configured("version"), _VERSION)}
    identity = instance.configured("policy_id")
    if identity is not None:
        policy["Id"] = identity
    policy["Statement"] = statements.found
    return Json(policy)


def _or(value: Any, default: str) -> Any:
    return default if value is None else value


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, list):
        return value
    return [Rest(value.why)] if isinstance(value, Unknown) and not isinstance(value, Composite) else [value]


class Configured(Protocol):
    """An instance of a resource, of which the configured attributes are read."""

    scope: Scope

    def configured(self, name: str) -> Any:
        """Return what the configuration sets an attribute to, None where it does not; nested blocks as a list."""
        ...


class _Statements:
    """Merges statements: a later one with the same sid takes the earlier one's place."""

    def __init__(self) -> None:
        self.found: list[Any] = []

    def add_document(self, source: Any, *, replace: bool) -> None:
        document = _policy(source)
        if isinstance(document, Unknown):
            # It may also replace statements by their sids.
            if replace:
                self.found = [Rest(document.why) if _sid(known) else known for known in self.found]
            self.found.append(Rest(document.why))
            return
        statement = document.get("Statement", [])
        for item in statement if isinstance(statement, list) else [statement]:
            self.add(item, replace=replace)

    def add(self, statement: Any, *, replace: bool) -> None:
        sid = _sid(statement)
        if sid:
            for index, known in enumerate(self.found):
                if _sid(known) == sid:
                    self.found[index] = statement
                    return
        self.found.append(statement)


def _sid(statement: Any) -> str:
    sid = statement.get("Sid") if isinstance(statement, dict) else None
    return sid if isinstance(sid, str) else ""


def _policy(source: Any) -> Any:
    """Return the policy that a JSON text encodes, an `Unknown` where it cannot be told."""
    value = source.value if isinstance(source, Json) else source
    if isinstance(value, Composite):
        value = either(decoded(value), vague(value))
    if isinstance(value, str):
        try:
            value = from_json(value) if value else {}
        except Fault as fault:
            return Unknown(f"a policy document is not JSON: {fault}")
    if value is None:
        return {}
    if isinstance(value, Unknown):
        return vague(value)
    return value if isinstance(value, dict) else Unknown("a policy document is not an object")


def _statement(block: Any) -> Any:
    if not isinstance(block, dict):
        return block
    statement: dict[str, Any] = {}
    if block.get("sid") not in (None, ""):
        statement["Sid"] = block["sid"]
    statement["Effect"] = _or(block.get("effect"), "Allow")
    for name in ("principals", "not_principals"):
        if block.get(name):
            statement["Principal" if name == "principals" else "NotPrincipal"] = _principals(block[name])
    for name, key in _LISTS.items():
        value = block.get(name)
        if isinstance(value, Unknown) or value:
            statement[key] = _policy_variables(value)
    if block.get("condition"):
        statement["Condition"] = _conditions(block["condition"])
    return statement


def _policy_variables(value: Any) -> Any:
    """Return texts with policy variables as policies write them: `&{aws:username}` means `${aws:username}`."""
    if isinstance(value, list):
        return [_policy_variables(item) for item in value]
    if isinstance(value, Composite):
        return composite([part.replace("&{", "${") if isinstance(part, str) else part for part in value.parts])
    return value.replace("&{", "${") if isinstance(value, str) else value


def _principals(blocks: Any) -> Any:
    found: dict[str, list[Any]] = {}
    for block in _listed(blocks):
        if isinstance(block, Unknown):
            return vague(block)
        kind, identifiers = block.get("type"), block.get("identifiers")
        if isinstance(kind, Unknown):
            return vague(kind)
        members = [_policy_variables(member) for member in _listed(identifiers)]
        found.setdefault(str(kind), []).extend(members)
    if list(found) == ["*"] and found["*"] == ["*"]:
        return "*"
    return found


def _conditions(blocks: Any) -> Any:
    found: dict[str, dict[str, Any]] = {}
    for block in _listed(blocks):
        if isinstance(block, Unknown):
            return vague(block)
        test, variable = block.get("test"), block.get("variable")
        for part in (test, variable):
            if isinstance(part, Unknown):
                return vague(part)
        values = [_policy_variables(_shown(member)) for member in _listed(block.get("values"))]
        found.setdefault(str(test), {}).setdefault(str(variable), []).extend(values)
    return found


def _shown(value: Any) -> Any:
    return value if isinstance(value, Unknown) or value is None else text(value)


def google_policy(instance: Configured) -> Any:
    """Return the policy of a `data.google_iam_policy`, as JSON kept decoded."""
    bindings = []
    for block in _listed(instance.configured("binding")):
        if not isinstance(block, dict):
            bindings.append(block)
            continue
        binding = {"role": block.get("role"), "members": block.get("members")}
        conditions = block.get("condition")
        if conditions:
            binding["condition"] = conditions[0]
        bindings.append(binding)
    policy: dict[str, Any] = {"bindings": bindings}
    audits = instance.configured("audit_config")
    if audits:
        policy["auditConfigs"] = [_audit(block) for block in _listed(audits)]
    return Json(policy)


def _audit(block: Any) -> Any:
    if not isinstance(block, dict):
        return block
    logs = [_audit_log(log) for log in _listed(block.get("audit_log_configs"))]
    return {"service": block.get("service"), "auditLogConfigs": logs}


def _audit_log(block: Any) -> Any:
    if not isinstance(block, dict):
        return block
    return {"logType": block.get("log_type"), "exemptedMembers": block.get("exempted_members")}
