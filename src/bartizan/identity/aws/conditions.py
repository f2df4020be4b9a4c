"""Conditions of a statement: several tests must all hold, of several values one has to fit.

Published in the IAM user guide, "Conditions with multiple context keys or values" and "Set operators for multivalued
context keys": a key that is missing fails a test, but for negated operators, `IfExists` and `ForAllValues`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.context import Context, Open
from bartizan.identity.aws.judged import FAILS, HOLDS, Judged, open_to, unseen
from bartizan.identity.aws.keys import spelled
from bartizan.identity.aws.operators import FITS, NEGATED, PATTERNS, VARIABLES
from bartizan.identity.aws.statement import Test
from bartizan.identity.aws.variables import Expanded, expand, lettered, unlettered
from bartizan.identity.hole import OPEN, shown

YES, UNKNOWN, NO = Truth.YES, Truth.UNKNOWN, Truth.NO


def judge(test: Test, context: Context, version: str) -> Judged:
    """Judge one test of a statement for a request."""
    found = context.find(test.key)
    if isinstance(found, Open) and not found.shape:
        return _certain(test) or open_to(told(test), test.key)
    if isinstance(found, Unknown):
        return _certain(test) or unseen(f"{spelled(test.key)} is not known: {found.why}")
    if test.operator == "null":
        return _null(test, bool(found))
    if not found:
        return HOLDS if _holds_missing(test) else FAILS
    if isinstance(found, Open):
        judged = _compared(test, (found.shape,), context, version)
        return open_to(told(test), test.key) if judged.truth is UNKNOWN else judged
    return _compared(test, found, context, version)


def _null(test: Test, there: bool) -> Judged:
    wanted = [value.lower() for value in test.values]
    if ("false" if there else "true") in wanted:
        return HOLDS
    if vague := next((value for value in test.values if OPEN in value), ""):
        return unseen(f"the value of Null for {spelled(test.key)} is not known: {shown(vague)}")
    return FAILS


def _holds_missing(test: Test) -> bool:
    if test.if_exists or test.each == "forallvalues":
        return True
    return not test.each and test.operator in NEGATED


def _certain(test: Test) -> Judged | None:
    """Judge a test whose outcome is the same whatever the key has, if it is."""
    if test.values:
        return None
    if test.operator in NEGATED:
        return None if test.each == "foranyvalue" else HOLDS
    return None if test.if_exists or test.each == "forallvalues" else FAILS


def _compared(test: Test, found: Sequence[str], context: Context, version: str) -> Judged:
    operator = NEGATED.get(test.operator, test.operator)
    if operator not in FITS:
        return unseen(f"the condition operator {test.operator} is not known")
    wanted = [expand(value, context, version) if operator in VARIABLES else Expanded(value) for value in test.values]
    fits = [_fits(operator, wanted, value) for value in found]
    if test.operator in NEGATED:
        fits = [-each for each in fits]
        truth = max(fits) if test.each == "foranyvalue" else min(fits)
    else:
        truth = min(fits) if test.each == "forallvalues" else max(fits)
    if truth is not UNKNOWN:
        return HOLDS if truth is YES else FAILS
    if left := next((each.left for each in wanted if each.left), ""):
        return open_to(told(test), left)
    why = next((each.unseen for each in wanted if each.unseen), "")
    return unseen(f"whether {told(test)} is not known{f': {why}' if why else ''}")


def _fits(operator: str, wanted: Sequence[Expanded], found: str) -> Truth:
    """Judge whether a value of the request fits any of the policy's."""
    best = NO
    for each in wanted:
        if each.text is None:
            continue
        if not each.letters:
            fit = FITS[operator](each.text, found)
        elif operator in PATTERNS:
            fit = FITS[operator](each.text, lettered(found))
        else:
            fit = FITS[operator](unlettered(each.text), found)
        if fit is YES:
            return YES
        best = max(best, fit)
    return best


_SAID = {
    "stringequals": "is", "stringnotequals": "is not",
    "stringequalsignorecase": "is", "stringnotequalsignorecase": "is not",
    "stringlike": "is like", "stringnotlike": "is not like", "numericequals": "is", "numericnotequals": "is not",
    "numericlessthan": "is less than", "numericlessthanequals": "is at most", "numericgreaterthan": "is greater than",
    "numericgreaterthanequals": "is at least", "dateequals": "is", "datenotequals": "is not",
    "datelessthan": "is before", "datelessthanequals": "is not after", "dategreaterthan": "is after",
    "dategreaterthanequals": "is not before", "bool": "is", "binaryequals": "is", "ipaddress": "is in",
    "notipaddress": "is not in", "arnequals": "is like", "arnlike": "is like", "arnnotequals": "is not like",
    "arnnotlike": "is not like",
}  # fmt: skip


def told(test: Test) -> str:
    """Say what a test asks for: `aws:sourcevpce is vpce-1 or vpce-2`."""
    values = [shown(value) for value in test.values]
    if test.operator == "null":
        return f"{spelled(test.key)} is {'absent' if [v.lower() for v in values] == ['true'] else 'there'}"
    key = {"forallvalues": "every value of ", "foranyvalue": "some value of "}.get(test.each, "") + spelled(test.key)
    said = f"{key} {_SAID.get(test.operator, test.operator)} {' or '.join(values) or 'anything of an empty list'}"
    return f"{said}, if it is there" if test.if_exists else said
