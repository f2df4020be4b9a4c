"""Texts compiled as templates, as `templatefile` and `templatestring` take them."""

from __future__ import annotations

from functools import lru_cache

from bartizan.collect.iac.terraform.expression import Parser
from bartizan.collect.iac.terraform.scope import Evaluate
from bartizan.collect.iac.terraform.source import SyntaxFault
from bartizan.collect.iac.terraform.template import whole
from bartizan.collect.iac.terraform.values import Fault


@lru_cache(maxsize=512)
def compiled_template(source: str) -> Evaluate:
    """Return a template compiled, all names in it being its caller's; raises `Fault` where it is none."""
    parser = Parser(source, free=True)
    try:
        return whole(parser)
    except SyntaxFault as fault:
        line, column = parser.lines.spot(fault.offset)
        raise Fault(f"the template is broken at line {line}, column {column}: {fault.why}") from None
