"""How secrets are written: the pieces of expressions that the declarations beside this module share.

A secret with a mark of its own is a `token`. One without is known by the name it is given to: it is `keyed` by a
service's name and a word such as `key`, or `after` a name that says all. All are RE2 and Hyperscan syntax alike.
"""

HEX32 = "[0-9a-f]{32}"
HEX40 = "[0-9a-f]{40}"
HEX64 = "[0-9a-f]{64}"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

_START = r"(?:\b|\\[nrt]|%[0-9A-Fa-f]{2})"
"""A word begins, perhaps after a line break or a sign that is written as an escape."""
_END = r"(?:[^0-9A-Za-z_-]|$)"
_WORD = "(?:key|token|secret|auth|pass|pwd|pat|credential|login)"
_BETWEEN = r"""["'`\s=:,>|()\[\]\\?-]{0,32}["'`\s=:,>|(\[](?:(?i:value)["']?\s?[=:]\s?["']?)?"""
"""What is between a name and its value in the languages that have both: `"name": "value"`, `name = 'value'`,
`(name, value)`, `<name>value`, `name: NAME` and on the next line `value: VALUE`."""


def token(body: str) -> str:
    """Return the expression of a secret with a mark of its own, that ends where a word ends."""
    return rf"{_START}(?P<secret>{body})\b"


def dashed(body: str) -> str:
    """Return the expression of a secret with a mark of its own, of which dashes or signs are a part to the last."""
    return rf"{_START}(?P<secret>{body}){_END}"


def keyed(service: str, body: str) -> str:
    """Return the expression of a secret after a name of the service and of what it is: `service_api_key = body`."""
    return rf"(?i:{service}[\w \t.-]{{0,24}}?{_WORD}[\w.-]{{0,24}}){_BETWEEN}(?P<secret>{body}){_END}"


def after(name: str, body: str) -> str:
    """Return the expression of a secret after a name, in letters of any case."""
    return rf"(?i:{name}){_BETWEEN}(?P<secret>{body}){_END}"
