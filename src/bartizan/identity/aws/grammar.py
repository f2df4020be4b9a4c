"""The grammar of policies: what each element of a document may be, and what AWS would refuse about it.

What can not be understood is kept as what could not be seen: a statement then never applies for certain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bartizan.identity.aws.arn import pieces_of
from bartizan.identity.aws.statement import Document, Principals, Statement, Test
from bartizan.identity.aws.written import Pairs
from bartizan.identity.hole import OPEN, hole, shown

OPERATORS = frozenset({
    "stringequals", "stringnotequals", "stringequalsignorecase", "stringnotequalsignorecase", "stringlike",
    "stringnotlike", "numericequals", "numericnotequals", "numericlessthan", "numericlessthanequals",
    "numericgreaterthan", "numericgreaterthanequals", "dateequals", "datenotequals", "datelessthan",
    "datelessthanequals", "dategreaterthan", "dategreaterthanequals", "bool", "binaryequals", "ipaddress",
    "notipaddress", "arnequals", "arnlike", "arnnotequals", "arnnotlike", "null",
})  # fmt: skip
"""IAM user guide, "IAM JSON policy elements: Condition operators"."""

_ELEMENTS = {
    name.lower(): name
    for name in ("Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource",
                 "Condition")
}  # fmt: skip
_TOP = {name.lower(): name for name in ("Version", "Id", "Statement")}
_VERSIONS = ("2012-10-17", "2008-10-17")
_NOTHING = ("",)
"""Patterns that fit nothing: an empty list is not the same as no list."""


class Reading:
    """One document being read: gathers what is wrong with it and what could not be seen."""

    def __init__(self, title: str, names_principals: bool | None = None, names_resources: bool = False) -> None:
        self.title = title
        self.names_principals, self.names_resources = names_principals, names_resources
        self.problems: dict[str, None] = {}
        self.unseen: dict[str, None] = {}

    def document(self, body: Any) -> Document:
        """Read a JSON value as `written.read` gives it."""
        if not isinstance(body, Pairs):
            self.unseen[self.lost(body, f"The {self.title}", "an object with Version and Statement")] = None
            return self._done((), _VERSIONS[0])
        found = self.elements(body, _TOP, f"The {self.title}")
        version = self._version(found)
        if "statement" not in found:
            self.wrong(f"The {self.title} has no Statement: AWS would refuse it.")
        statements: list[Statement] = []
        numbers: list[int] = []
        for number, each in enumerate(_listed(found.get("statement", []))):
            read = _InStatement(self, f"Statement {number + 1} of the {self.title}").read(each)
            statements += read
            numbers += [number] * len(read)
        self._same_names(statements)
        return self._done(tuple(statements), version, numbers)

    def _done(self, statements: tuple[Statement, ...], version: str, numbers: Sequence[int] = ()) -> Document:
        return Document(
            statements=statements,
            version=version,
            unseen=tuple(self.unseen),
            problems=tuple(self.problems),
            numbers=() if list(numbers) == list(range(len(statements))) else tuple(numbers),
        )

    def wrong(self, problem: str) -> str:
        """Keep a problem."""
        self.problems[problem] = None
        return problem

    def lost(self, value: Any, where: str, wanted: str) -> str:
        """Return why a value can not be used: it was not seen, or it is not what it has to be, which is a problem."""
        if isinstance(value, str) and OPEN in value:
            return f"{where} is not known: {shown(value)}."
        return self.wrong(f"{where} is not {wanted}: correct it, AWS would refuse it.")

    def elements(self, pairs: Pairs, known: Mapping[str, str], where: str) -> dict[str, Any]:
        """Return the known elements of an object by their names in lower case; the others are problems."""
        found: dict[str, Any] = {}
        for name, value in pairs:
            low = name.lower()
            if low not in known:
                self.wrong(f"{where} has an element {shown(name)}, which there is not: AWS would refuse it.")
                continue
            if name != known[low]:
                self.wrong(f"{where} writes {known[low]} as {name}: use the documented spelling.")
            if low in found:
                self.wrong(f"{where} has {known[low]} twice, and only the last can count: keep one.")
            found[low] = value
        return found

    def _version(self, found: Mapping[str, Any]) -> str:
        version = found.get("version", _VERSIONS[1])
        if isinstance(version, str) and version in _VERSIONS:
            return version
        self.lost(version, f"The Version of the {self.title}", f"one of {', '.join(_VERSIONS)}")
        return _VERSIONS[0]

    def _same_names(self, statements: list[Statement]) -> None:
        for sid, times in Counter(statement.sid for statement in statements if statement.sid).items():
            if times > 1 and OPEN not in sid:
                self.wrong(f"The {self.title} has {times} statements with the Sid {sid}: AWS wants each only once.")


class _InStatement:
    """One statement being read."""

    def __init__(self, reading: Reading, where: str) -> None:
        self.reading, self.where = reading, where
        self.unseen: dict[str, None] = {}

    def read(self, value: Any) -> list[Statement]:
        """Return the statement; two where it is not known whether it allows or denies, none where it says nothing."""
        if not isinstance(value, Pairs):
            self.reading.unseen[self.reading.lost(value, self.where, "an object")] = None
            return []
        found = self.reading.elements(value, _ELEMENTS, self.where)
        effects = self._effects(found)
        actions, all_actions_but = self._patterns(found, "Action", required=True)
        resources, all_resources_but = self._patterns(found, "Resource", required=self.reading.names_resources)
        self._check_actions(actions)
        self._check_resources(resources)
        sid = found.get("sid", "")
        principals = self._principals(found)
        tests = self._tests(found.get("condition", Pairs()))
        return [
            Statement(
                allows=allows,
                actions=tuple(pattern.lower() for pattern in actions),
                all_actions_but=all_actions_but,
                resources=tuple(_completed(resource) for resource in resources),
                all_resources_but=all_resources_but,
                principals=principals,
                tests=tests,
                sid=sid if isinstance(sid, str) else "",
                unseen=tuple(self.unseen),
            )
            for allows in effects
        ]

    def _lost(self, value: Any, name: str, wanted: str) -> None:
        self.unseen[self.reading.lost(value, f"{name} of {self.where[0].lower()}{self.where[1:]}", wanted)] = None

    def _wrong(self, rest: str) -> None:
        self.reading.wrong(f"{self.where} {rest}")

    def _refused(self, rest: str) -> None:
        """Keep a problem for which it is open what the statement does."""
        self.unseen[self.reading.wrong(f"{self.where} {rest}")] = None

    def _effects(self, found: Mapping[str, Any]) -> tuple[bool, ...]:
        effect = found.get("effect")
        if isinstance(effect, str) and effect.lower() in ("allow", "deny"):
            if effect not in ("Allow", "Deny"):
                self._wrong(f"writes its Effect as {effect}: AWS takes Allow and Deny only.")
            return (effect.lower() == "allow",)
        if effect is None:
            self._refused("has no Effect: say Allow or Deny.")
        else:
            self._lost(effect, "Effect", "Allow or Deny")
        return (True, False)

    def _patterns(self, found: Mapping[str, Any], name: str, required: bool) -> tuple[tuple[str, ...], bool]:
        plain, negated = found.get(name.lower()), found.get(f"not{name.lower()}")
        if plain is not None and negated is not None:
            self._refused(f"has both {name} and Not{name}: AWS takes one of them.")
        if plain is None and negated is None:
            if required:
                self._refused(f"has neither {name} nor Not{name}: AWS wants one of them.")
            return (("*",) if required else ()), False
        but = plain is None
        written = self._texts(negated if but else plain, f"Not{name}" if but else name)
        if not written:
            self._wrong(f"has an empty {'Not' if but else ''}{name}: it names nothing.")
        return written or _NOTHING, but

    def _texts(self, value: Any, name: str) -> tuple[str, ...]:
        """Return a text or a list of texts as texts; what is neither is not known."""
        texts = []
        for each in _listed(value):
            if isinstance(each, bool):
                texts.append("true" if each else "false")
            elif isinstance(each, str):
                texts.append(each)
            else:
                self._lost(each, name, "a text or a list of texts")
                texts.append(hole(f"?{name} of {self.where}"))
        return tuple(dict.fromkeys(texts))

    def _check_actions(self, actions: tuple[str, ...]) -> None:
        for action in actions:
            service, colon, _ = action.partition(":")
            if action in ("*", "") or OPEN in action:
                continue
            if not colon:
                self._wrong(f"names the action {action} without its service: write service:{action}.")
            elif re.search(r"[*?]", service) and service != "*":
                self._wrong(f"has wild cards in the service of {action}: AWS would refuse it.")

    def _check_resources(self, resources: tuple[str, ...]) -> None:
        for resource in resources:
            if resource in ("*", "") or OPEN in resource:
                continue
            if not resource.startswith("arn:") and "${" not in resource:
                self._wrong(f"names the resource {resource}, which is neither an ARN nor *: AWS would refuse it.")
            elif re.match(r"arn:[^:]*:[^:]*[*?]", resource):
                self._wrong(f"has wild cards in the service of {resource}: AWS would refuse it.")
            elif _PART_OF_TYPE.match(resource):
                self._wrong(f"has a wild card within the type of {resource}: write the type in full.")

    def _principals(self, found: Mapping[str, Any]) -> Principals | None:
        plain, negated = found.get("principal"), found.get("notprincipal")
        names = self.reading.names_principals
        if plain is None and negated is None:
            if names:
                self._wrong("names no Principal: it is about nobody, and AWS would refuse it.")
            return Principals() if names else None
        if names is False:
            self._refused("names a Principal, which this kind of policy does not: take it out.")
            return None
        if plain is not None and negated is not None:
            self._refused("has both Principal and NotPrincipal: AWS takes one of them.")
        return self._named(plain if plain is not None else negated, plain is None)

    def _named(self, value: Any, negated: bool) -> Principals:
        name = "NotPrincipal" if negated else "Principal"
        if value == "*":
            return Principals(everyone=True, negated=negated)
        if not isinstance(value, Pairs):
            self._lost(value, name, '"*" or an object such as {"AWS": "arn:..."}')
            return Principals(aws=(hole(f"?{name} of {self.where}"),), negated=negated)
        kinds: dict[str, tuple[str, ...]] = {}
        for kind, names in value:
            low = {"aws": "aws", "service": "services", "federated": "federated", "canonicaluser": "canonical"}.get(
                kind.lower()
            )
            if low is None:
                self._lost(kind, f"The kind of {name}", "one of AWS, Service, Federated, CanonicalUser")
                continue
            kinds[low] = (*kinds.get(low, ()), *self._texts(names, name))
        aws = tuple(self._account(text) for text in kinds.pop("aws", ()))
        return Principals(everyone="*" in aws, aws=tuple(text for text in aws if text != "*"), negated=negated, **kinds)

    def _account(self, text: str) -> str:
        """Check an entry under `AWS`; account ids that were written as numbers lost their leading zeros."""
        if text.isascii() and text.isdigit() and len(text) <= 12:
            return text.zfill(12)
        if text != "*" and re.search(r"[*?]", text):
            self._wrong(
                f"has a wild card in the principal {shown(text)}, where it is none: name it in full, or use a "
                "condition on aws:PrincipalArn."
            )
        return text

    def _tests(self, condition: Any) -> tuple[Test, ...]:
        tests = []
        for operator, keys in self._object(condition, "Condition"):
            if not (read := self._operator(operator)):
                continue
            for key, values in self._object(keys, f"Condition {operator}"):
                if OPEN in key:
                    self._lost(key, "A condition key", "a text")
                    continue
                tests.append(
                    Test(
                        operator=read[1],
                        key=key.lower(),
                        values=self._texts(values, f"Condition {key}"),
                        if_exists=read[2],
                        each=read[0],
                    )
                )
        return tuple(tests)

    def _object(self, value: Any, name: str) -> Pairs:
        if isinstance(value, Pairs):
            keys = Counter(key.lower() for key, _ in value)
            for key in (key for key, times in keys.items() if times > 1):
                self._wrong(f"has {key} twice in its {name}: join their values in a list.")
            return value
        self._lost(value, name, "an object")
        return Pairs()

    def _operator(self, written: str) -> tuple[str, str, bool] | None:
        """Return the set operator, the bare operator and whether it ends in IfExists."""
        each, _, bare = written.lower().rpartition(":")
        if_exists = bare.endswith("ifexists")
        bare = bare.removesuffix("ifexists")
        if bare in OPERATORS and each in ("", "forallvalues", "foranyvalue"):
            return each, bare, if_exists
        self._lost(written, f"The condition operator {shown(written)}", "one that AWS knows")
        return None


_PART_OF_TYPE = re.compile(r"arn:[^:]*:(?!s3:)[^:]*:[^:]*:[^:]*:(?=[^:/]*[*?])(?!\*)[^:/$]+[:/]")
"""IAM user guide, "Amazon Resource Names": no wild card in the part that says the type of a resource."""


def _completed(resource: str) -> str:
    """Fill an ARN of fewer than six parts with `*`, as AWS does (IAM user guide, "Resource")."""
    if not resource.startswith("arn:") or "${" in resource:
        return resource
    return resource + ":*" * (6 - len(pieces_of(resource)))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) and not isinstance(value, Pairs) else [value]
