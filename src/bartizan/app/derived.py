"""Rules that follow from other declarations: one for each kind of credential, one for each weakness of code."""

from __future__ import annotations

from typing import Any

from bartizan.content.kinds.code.flaw import Flaw
from bartizan.content.kinds.code.leak import Leak
from bartizan.core.claim import Rule
from bartizan.core.secret import Credential
from bartizan.core.weakness import Weakness


def of_credential(credential: Credential) -> Rule[Any]:
    """Return the rule that credentials of a kind are written nowhere."""
    return Rule(
        id=credential.id,
        title=f"No {credential.title} is written in files",
        severity=credential.severity,
        every=Leak,
        where=Leak.credential.equals(credential.id),
        must=~Leak.redacted.is_set(),
        because=credential.grants,
        fix=credential.revoke,
        serves=("secrets-not-in-code",),
        also=credential.also,
        passes=[Leak(credential=credential.id, redacted=None)],
        fails=[Leak(credential=credential.id, redacted="ghp_…9f")],
    )


def of_weakness(weakness: Weakness) -> Rule[Any]:
    """Return the rule that code is without a weakness; code that only tests run is not looked at so."""
    return Rule(
        id=weakness.id,
        title=weakness.title,
        severity=weakness.severity,
        every=Flaw,
        where=Flaw.weakness.equals(weakness.id) & ~Flaw.tests,
        must=~Flaw.language.is_set(),
        because=weakness.because,
        fix=weakness.fix,
        serves=weakness.serves,
        also=weakness.also,
        passes=[Flaw(weakness=weakness.id, tests=False, language=None)],
        fails=[Flaw(weakness=weakness.id, tests=False, language="python")],
    )
