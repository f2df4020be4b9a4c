"""Passwords and keys without a form of their own: told from code, from names and from what is put in their place.

They are found by the name before them alone, so that everything else that programs and templates write after
such a name has to be ruled out here.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from bartizan.collect.secrets.checks.placeholders import placeholder, run
from bartizan.collect.secrets.checks.randomness import entropy, wordy

_COMMON = frozenset(
    re.findall(
        r"\S+",
        """
        password passwd pass passw0rd p@ssw0rd pa55word pwd secret admin administrator root user username guest test
        testing tester qwerty letmein welcome default changeit changeme example sample postgres postgresql mysql mssql
        mariadb mongo mongodb redis rabbitmq rabbit elastic kafka harbor minio minioadmin oracle sa docker vagrant
        jenkins grafana local localhost dev development prod production staging public private hello world hunter foobar
        foo bar baz qux string str text none null nil true false undefined token key apikey api value required optional
        disabled enabled abc abcd correct horse battery staple trustno iloveyou monkey dragon master access shadow my
        super very strong long random secure insecure app web db database client server service account new old the
        open sesame opensesame aladdin sekret s3cr3t s3cret secr3t passw pw pswd mypass mypassword superuser operator
        """,
    )
)
"""What everyone tries first, and what examples are written with: finding it in a file tells nobody anything new."""

_ROOTS = re.compile("|".join(sorted((re.escape(word) for word in _COMMON if len(word) > 3), key=len, reverse=True)))
_CODE = re.compile(
    r"""
      \(.*\) | \($ | \(\)?$ | => | -> | :: | \\[nrtu"'] | \w\|\w | \|\| | && | \s{2,} | [;{},]$
    | \[[^\]]*\w-\w[^\]]*\] | \{\d+,\d*\} | \{\w*\} | ^\w+\(
    | ^[@&*!%$?(\[{<~/.:#] | ^--? | ^\w+/\w+/
    | ^[\w$]+(?:\.[A-Za-z_$][\w$]*)+;?$ | ^[\w$]+\[.*\]$
    | ^(?:process|os|env|config|settings|self|this|request|req|params|args|options|var|local|data|module|secrets?)[.\[]
    | ^(?:https?|file|s3|gs|arn|vault|ref|op|env|secret|ssm|npm|workspace|keyring|gcp|azure)(?::|\+|://)
    | \.(?:json|ya?ml|txt|pem|key|crt|conf|py|jsx?|tsx?|go|php|rb|java|html?|md|sh|env|xml|properties)$
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A call, an attribute, a reference to where the secret is kept, a path, a flag: code, and not its value."""
_MADE_OF_IT = re.compile(
    r"^(?:pbkdf2|scrypt|argon2|bcrypt|sha\d*|md5)[_:$]|^\$\d?[a-z0-9]*\$|^\{\w{3,10}\}", re.IGNORECASE
)
"""A hash of a password, which has a kind of its own."""
_PUBLISHED = re.compile(r"^(?:pub[0-9a-f]{32}$|pk_(?:live|test)_|(?:pi|seti|src)_\w+_secret_|sb_publishable_|ssh-)")
"""Keys that are made to be seen: in pages, by browsers."""
_NAMED_SO = re.compile(r"token|secret|^eyJ[\w-]+\.", re.IGNORECASE)
"""Says what it is, as names do and random texts do not; or a JSON web token, which has a kind of its own."""
_NAME = re.compile(
    r"^[a-z]*[-_. ]?(?:pass(?:wd|word|phrase|code)?|pwd|secret|token|api[-_.]?key|key|credential|auth)[-_. a-z]*"
    r"\d{0,4}$",
    re.IGNORECASE,
)
"""The name of a secret in the place of its value: `password: db_password`."""
_IDENTIFIER = re.compile(
    r"[A-Za-z]+(?:[-_./: ][A-Za-z0-9]+)+|[a-z]+(?:[A-Z][a-z]+)+\d{0,2}|[A-Z][A-Z_]+|(?:[A-Z][a-z]+)+\d{0,2}"
)
_NO_SECRET = re.compile(
    r"sha-?(?:1|224|256|384|512)|md5|checksum|digest|integrity|hash|commit|revision|etag|fingerprint|thumbprint"
    r"|public[-_ ]?key|pub[-_]?key|site[-_]?key|publishable|cache[-_ ]?key|primary[-_ ]?key|foreign|keyid|key[-_]id"
    r"|csrf|xsrf|nonce|continuation|arn:aws|secretsmanager|next[-_]?token|page[-_]?token|cancellation",
    re.IGNORECASE,
)
"""Names of what is random and no secret, or of no use to others."""
_DESCRIBED = re.compile(
    r"encrypted|hash|digest|salt|label|placeholder|message|hint|regex|pattern|policy|selector|xpath", re.IGNORECASE
)
"""Names of what is about a password, or made of one."""
_LOCAL = re.compile(
    r"localhost|127\.|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|(?:[\w-]+\.)*(?:example|test|invalid|local)\b"
    r"|(?:[\w-]+\.)*(?:example|domain|company|yourdomain|myserver)\.(?:com|org|net|io)",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"(?P<user>[^:/@\s\"'`]*):(?P<password>[^\s\"'`]*)@(?P<host>[^/?#\s\"'`]*)")


def weak(password: str) -> bool:
    """Return whether a password is a placeholder, or one that everybody knows."""
    lowered = password.lower()
    if placeholder(password) or password.isdigit() or "password" in lowered:
        return True
    known = [word for word in re.findall(r"[a-z@0]{2,}", lowered) if word in _COMMON] or _ROOTS.findall(lowered)
    return sum(map(len, known)) * 2 > len(password)


def password(secret: str, text: str) -> bool:
    """Return whether a quoted value after a password's name may be one that is in use."""
    if len(set(secret)) < 5 or weak(secret) or _CODE.search(secret) or _NAME.match(secret):
        return False
    if _MADE_OF_IT.match(secret):
        return False
    if _DESCRIBED.search(_before(secret, text)) or _one_word(secret) or _identifier(secret):
        return False
    return " " not in secret.strip() or _phrase(secret)


def bare_password(secret: str, text: str) -> bool:
    """Return whether a value without quotes after a password's name may be one: it has to look drawn by a machine."""
    letters, digits = any(map(str.isalpha, secret)), any(map(str.isdigit, secret))
    return letters and digits and entropy(secret) >= 2.8 and password(secret, text) and not run(secret, 4)


def framework(secret: str, text: str) -> bool:
    """Return whether the key of a web framework is none of those that its generator marks as not for production."""
    return "insecure" not in secret and not weak(secret) and not wordy(secret)


def api_key(secret: str, text: str) -> bool:
    """Return whether a value after the name of a key, a token or a secret is random, and not a name or a hash."""
    if not bare_password(secret, text) or wordy(secret) or _PUBLISHED.match(secret) or _NAMED_SO.search(secret):
        return False
    return not _NO_SECRET.search(_before(secret, text))


def url_password(secret: str, text: str) -> bool:
    """Return whether the password in a URL may be in use: not the user's name, no variable, none of an example.

    A short one for a host that only this machine sees is made up, or of no use to others.
    """
    user, host = _ends(secret, text)
    plain = unquote(secret)
    if len(plain) < 4 or plain.lower() == user.lower() or weak(plain) or _NAME.match(plain):
        return False
    if re.search(r"[${}<>()\[\]*|\\]", plain) or re.fullmatch(r"[A-Z_]+", plain):
        return False
    random = len(plain) >= 12 and entropy(plain) >= 3.0 and not _identifier(plain)
    return random or not (_LOCAL.match(host) or "." not in host or plain.isalpha())


def hashed(secret: str, text: str) -> bool:
    """Return whether the hash of a password is one: it is random throughout."""
    return len(set(secret)) > 15 and not placeholder(secret.rpartition("$")[2])


def _ends(secret: str, text: str) -> tuple[str, str]:
    """Return the user and the host that stand about a password in a URL."""
    for found in _AUTHORITY.finditer(text.replace("://", " ")):
        if found["password"] == secret:
            return found["user"], found["host"]
    return "", ""


def _before(secret: str, text: str) -> str:
    """Return the end of what stands before a secret on its line."""
    start = max(text.find(secret), 0)
    return text[max(start - 60, 0) : start].rpartition("\n")[2]


def _one_word(text: str) -> bool:
    """Return whether a text is a word as languages write it, or has letters of another alphabet and no digit."""
    if text.isalpha():
        return text.islower() or text.isupper() or text.istitle() or not text.isascii()
    return not text.isascii() and not any(map(str.isdigit, text))


def _phrase(text: str) -> bool:
    return len(text.split()) <= 6 and any(map(str.isdigit, text)) and not wordy(text)


def _identifier(text: str) -> bool:
    """Return whether a text is a name of several words: `db_password_field`, `userAccessToken`, `my-app-secret`."""
    return bool(_IDENTIFIER.fullmatch(text)) and wordy(text)
