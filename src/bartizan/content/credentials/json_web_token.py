"""Credentials of JSON Web Token."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

JWT_SIGNING_SECRET = Credential(
    id="secret-jwt-signing-secret",
    title="key that signs JSON web tokens",
    service="JSON Web Token",
    severity=Severity.HIGH,
    keywords=("jwt_s", "jwt-s", "jwts", "jwt.s", "jwt_key", "jwt-key", "jwtkey", "jwt.key"),
    expression=(
        r"(?i:jwt[_.-]?(?:signing[_.-]?)?(?:secret|key|sign)(?:[_.-]?key)?)[\"'`\])]{0,3}\s{0,4}"
        r"(?:=>|:=|[=:])\s{0,4}[\"'`]?(?P<secret>[^\s\"'`,;]{16,200})"
    ),
    entropy=3.2,
    check="bare-password",
    grants="Whoever holds it signs tokens for any user.",
    revoke="Make a new one, and read it from the environment.",
    source="Derived from how configuration and code are written.",
    finds=(
        "JW·T_SECRET=Vf1·qieUQ5eX0R4U4uA6TQr89hmy·2Rnw5CZTg9cG5UcO3MABb",
        '"jw·tSecret": "t7B·j9gAltuKHxGfyL4lg1lGPHRNju9xW"',
    ),
    ignores=(
        "JW·T_SECRET=your-256-bit-secret-goes-here-1",
        "jwt·Key: process.env.JWT_SECRET_KEY_1",
        "JW·T_SECRET_KEY: ${JWT_SECRET_KEY_1}",
        "JWT_SECRET=012·3456789abcdefghijklmnopq·rstuvwxyzABCDEFGHIJKL",
    ),
)
