"""Reads policy documents: JSON text, in which what could not be seen is a hole, into statements.

Whatever the text is, the outcome is a document: what AWS would refuse becomes a problem, what can not be understood is
unseen. Sources: IAM user guide, "Grammar of the IAM JSON policy language" and "IAM and AWS STS quotas"; AWS
Organizations, "Quotas"; S3, "Bucket policies"; KMS, "Key policies".
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from bartizan.core.truth import Unknown
from bartizan.identity.aws.grammar import Reading
from bartizan.identity.aws.statement import Document, Statement
from bartizan.identity.aws.written import Broken, read
from bartizan.identity.hole import CLOSE, OPEN


class Sort(Enum):
    """What a document is: its title, the characters AWS takes (0: no limit is kept), whether its statements name
    principals (None: they may), and whether they must name resources."""

    ANY = ("policy", 0, None, False)
    MANAGED = ("managed policy", 6144, False, True)
    USER = ("inline policy of a user", 2048, False, True)
    ROLE = ("inline policy of a role", 10240, False, True)
    GROUP = ("inline policy of a group", 5120, False, True)
    SESSION = ("session policy", 2048, False, True)
    SERVICE_CONTROL = ("service control policy", 5120, False, True)
    RESOURCE_CONTROL = ("resource control policy", 5120, True, True)
    TRUST = ("trust policy", 8192, True, False)
    BUCKET = ("bucket policy", 20 * 1024, True, True)
    KEY = ("key policy", 32 * 1024, True, True)
    ENDPOINT = ("VPC endpoint policy", 20480, True, False)
    RESOURCE = ("resource policy", 0, True, False)


def parse(text: str | Unknown | None, sort: Sort = Sort.ANY) -> Document | Unknown:
    """Read a document. None, for a policy that is not there, is a document without statements. Never raises.

    Equal texts give the same document, and equal statements are the same object.
    """
    if text is None:
        return Document()
    return text if isinstance(text, Unknown) else _parsed(text, sort)


@lru_cache(maxsize=32768)
def _parsed(text: str, sort: Sort) -> Document:
    title, limit, names_principals, names_resources = sort.value
    body = read(text)
    if isinstance(body, Broken):
        problem = f"The {title} can not be read, {body.why}. Correct it: AWS would refuse it."
        return Document(unseen=(problem,), problems=(problem,))
    reading = Reading(title, names_principals, names_resources)
    document = reading.document(body)
    return Document(
        statements=tuple(_interned(statement) for statement in document.statements),
        version=document.version,
        unseen=document.unseen,
        problems=(*_oversize(text, title, limit), *document.problems),
        numbers=document.numbers,
    )


@lru_cache(maxsize=262144)
def _interned(statement: Statement) -> Statement:
    """Return the first statement that was equal to this one."""
    return statement


def _oversize(text: str, title: str, limit: int) -> tuple[str, ...]:
    """Tell when a document is larger than AWS takes. White space does not count, nor do holes."""
    if not limit or len(text) <= limit:
        return ()
    size = len(re.sub(rf"\s+|{OPEN}[^{CLOSE}]*{CLOSE}", "", text))
    if size <= limit:
        return ()
    return (f"The {title} has {size} characters and AWS takes {limit}: split it, or shorten it with wild cards.",)
