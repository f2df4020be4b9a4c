"""Rights are checked by conditions, not by assertions."""

from bartizan.content.weaknesses.shapes import rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-assert-as-check",
    title="Rights are checked by conditions, not by assertions",
    severity=Severity.LOW,
    because="`python -O` leaves assertions out: the check is gone without a word.",
    fix="`if not user.is_admin: raise PermissionDenied`.",
    cwe=("CWE-617", "CWE-703"),
    serves=("least-privilege",),
    also=("B101",),
    looks=[
        Look(
            language="python",
            rule=rule.both(
                {"kind": "assert_statement"},
                rule.has_text(
                    r"^assert\s+(?:not\s+)?(?:\w+\.)*(?:user|current_user|request\.user|account)\.(?:is_\w+"
                    r"|has_perm\w*|can_\w+|role|permissions)\b|^assert\s+(?:\w+\.)?(?:is_admin|has_permission"
                    r"|check_permission|is_authori[sz]ed|is_authenticated)\b"
                ),
            ),
            fails=["def f(request):\n    assert request.user.is_staff\n"],
            passes=[
                "def f(request):\n    if not request.user.is_staff:\n        raise PermissionDenied\n",
                "assert total == 3\n",
            ],
        ),
    ],
)
