"""Credentials of Doppler."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DOPPLER_PERSONAL_TOKEN = Credential(
    id="secret-doppler-personal-token",
    title="Doppler personal token",
    service="Doppler",
    severity=Severity.CRITICAL,
    keywords=("dp.pt.",),
    expression=token(r"dp\.pt\.[0-9A-Za-z]{40,44}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and changes the secrets that the user may.",
    revoke="Revoke it in the dashboard under Tokens, and rotate what it could read.",
    also=("doppler-api-token",),
    source="https://docs.doppler.com/reference/auth-token-formats",
    finds=("DOPPLER_TOKEN=dp.pt.2BD·FUsTnlemnSYGDBlOqa1ZN·t9JJcJu65qwvv1UqYHO",),
    ignores=(
        "DOPPLER_TOKEN=dp.pt.012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "DOPPLER_TOKEN=dp.pt.bh8·FJUFaJFLehXENVldK5",
    ),
)

DOPPLER_SERVICE_TOKEN = Credential(
    id="secret-doppler-service-token",
    title="Doppler service token",
    service="Doppler",
    severity=Severity.CRITICAL,
    keywords=("dp.st.", "dp.sa.", "dp.ct."),
    expression=token(r"dp\.(?:st(?:\.[0-9a-z_-]{2,35})?|sa|ct)\.[0-9A-Za-z]{40,44}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads the secrets of a configuration: often those of production.",
    revoke="Revoke it in the access settings of the configuration, and rotate what it could read.",
    source="https://docs.doppler.com/reference/auth-token-formats",
    finds=("DOPPLER_TOKEN=dp.st.prd.fGV·QgHS8RVXQEY8HXgiVq9wE·fzPfMfL3uey6Ch4IeTB",),
    ignores=(
        "DOPPLER_TOKEN=dp.st.prd.012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "DOPPLER_TOKEN=dp.st.prd.wRx·kXZF965i9AlQ5trgkH",
    ),
)

DOPPLER_AUDIT_TOKEN = Credential(
    id="secret-doppler-audit-token",
    title="Doppler SCIM or audit token",
    service="Doppler",
    severity=Severity.HIGH,
    keywords=("dp.scim.", "dp.audit."),
    expression=token(r"dp\.(?:scim|audit)\.[0-9A-Za-z]{40,44}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it changes who is a member, or reads the log of what was done.",
    revoke="Revoke it in the dashboard.",
    source="https://docs.doppler.com/reference/auth-token-formats",
    finds=("token: dp.scim.cSw·FA9aebyBcLVHphD7o1GaB·sntxTY9DA7fDKyiRcnp",),
    ignores=(
        "token: dp.scim.012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "token: dp.scim.k7M·ZmplDKmeOKJjl5KvHu",
    ),
)
