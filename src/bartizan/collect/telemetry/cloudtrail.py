"""Calls recorded by AWS CloudTrail, from the files it writes and from what `aws cloudtrail lookup-events` prints.

Format: AWS CloudTrail user guide, "CloudTrail record contents". Read are `{"Records": [...]}`, lists, one event a line,
and `{"Events": [{"CloudTrailEvent": "..."}]}`, each also compressed with gzip.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bartizan.core.place import Gap

LIMIT = 1 << 30
"""Bytes of a decompressed file beyond which it is not read."""
ENDINGS = (".json", ".json.gz", ".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz", ".log", ".log.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call to an AWS API."""

    source: str
    """`s3.amazonaws.com`."""
    name: str
    """`GetObject`."""
    time: str
    """`2024-07-31T12:36:52Z`."""
    actor: str
    """ARN of the user, or of the role whose session called; empty for services and the anonymous."""
    account: str
    """The account it was recorded in."""
    region: str
    error: str = ""
    """`AccessDenied`, or empty for a call that was answered."""
    arns: tuple[str, ...] = ()
    """Resources that the record itself names."""
    parameters: Mapping[str, Any] = field(default_factory=dict)


def calls(paths: Iterable[Path], gaps: list[Gap]) -> Iterator[Call]:
    """Yield the calls of files and directories; what cannot be read is added to `gaps`."""
    for path in paths:
        for file in _files(path, gaps):
            yield from _read(file, gaps)


def _files(path: Path, gaps: list[Gap]) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(each for each in path.rglob("*") if each.is_file() and each.name.endswith(ENDINGS))
    if not found:
        gaps.append(Gap(str(path), "No file of events is in it; CloudTrail's end with .json.gz."))
    return found


def _read(file: Path, gaps: list[Gap]) -> Iterator[Call]:
    try:
        text = _text(file)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        gaps.append(Gap(str(file), f"It cannot be read ({error}); fetch it again."))
        return
    for event in _events(text, file, gaps):
        call = _call(event)
        if call is None:
            gaps.append(Gap(str(file), "An event in it is no CloudTrail record: it has no eventSource or eventName."))
        else:
            yield call


def _text(file: Path) -> str:
    with file.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    with gzip.open(file) if packed else file.open("rb") as stream:
        data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise OSError(f"it is larger than {LIMIT >> 20} MB")
    return data.decode("utf-8-sig")


def _events(text: str, file: Path, gaps: list[Gap]) -> Iterator[Any]:
    try:
        yield from _listed(json.loads(text))
    except (ValueError, RecursionError):
        yield from _lines(text, file, gaps)


def _lines(text: str, file: Path, gaps: list[Gap]) -> Iterator[Any]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield from _listed(json.loads(line))
            except (ValueError, RecursionError):
                gaps.append(Gap(str(file), "This is no JSON; the events after it are read.", line=number))


def _listed(value: Any) -> Iterator[Any]:
    if isinstance(value, dict) and isinstance(value.get("Records"), list):
        yield from value["Records"]
    elif isinstance(value, dict) and isinstance(value.get("Events"), list):
        for each in value["Events"]:
            inner = each.get("CloudTrailEvent") if isinstance(each, dict) else None
            yield json.loads(inner) if isinstance(inner, str) else each
    elif isinstance(value, list):
        yield from value
    else:
        yield value


def _call(event: Any) -> Call | None:
    if not isinstance(event, dict):
        return None
    source, name = event.get("eventSource"), event.get("eventName")
    if not isinstance(source, str) or not isinstance(name, str):
        return None
    parameters = event.get("requestParameters")
    return Call(
        source=source,
        name=name,
        time=_string(event.get("eventTime")),
        actor=_actor(event.get("userIdentity")),
        account=_string(event.get("recipientAccountId")),
        region=_string(event.get("awsRegion")),
        error=_string(event.get("errorCode")),
        arns=tuple(_arns(event.get("resources"))),
        parameters=parameters if isinstance(parameters, dict) else {},
    )


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _actor(identity: Any) -> str:
    """Return the ARN of a user, or of the role behind a session."""
    if not isinstance(identity, dict):
        return ""
    context = identity.get("sessionContext")
    issuer = context.get("sessionIssuer") if isinstance(context, dict) else None
    if isinstance(issuer, dict) and issuer.get("type") == "Role" and isinstance(issuer.get("arn"), str):
        return str(issuer["arn"])
    arn = _string(identity.get("arn"))
    fields = arn.split(":", 5)
    if len(fields) == 6 and fields[2] == "sts" and fields[5].startswith("assumed-role/"):
        return f"{fields[0]}:{fields[1]}:iam::{fields[4]}:role/{fields[5].split('/')[1]}"
    return arn


def _arns(resources: Any) -> Iterator[str]:
    for each in resources if isinstance(resources, list) else ():
        arn = each.get("ARN") or each.get("arn") if isinstance(each, dict) else None
        if isinstance(arn, str):
            yield arn
