"""Functions that encode and decode: base64, URLs, CSV, JSON and YAML."""

from __future__ import annotations

import binascii
import codecs
import csv
import gzip
import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import quote_plus, unquote_plus

from bartizan.collect.iac.terraform.convert import json_text, text
from bartizan.collect.iac.terraform.functions.yaml import yamldecode, yamlencode
from bartizan.collect.iac.terraform.values import MAX_TEXT, Fault, Json, unknown_in, vague
from bartizan.collect.jsontext import decoded
from bartizan.core.truth import Composite, Unknown


def _bytes(value: Any) -> bytes:
    try:
        return b64decode(text(value), validate=True)
    except (binascii.Error, ValueError):
        raise Fault("the text is not base64") from None


def _base64decode(value: Any) -> str:
    try:
        return _bytes(value).decode()
    except UnicodeDecodeError:
        raise Fault("what is encoded is not UTF-8 text") from None


def _base64gunzip(value: Any) -> str:
    try:
        with gzip.open(BytesIO(_bytes(value))) as stream:
            data = stream.read(MAX_TEXT + 1)
        if len(data) > MAX_TEXT:
            raise Fault("the text is longer than is evaluated")
        return data.decode()
    except (OSError, EOFError, UnicodeDecodeError):
        raise Fault("what is encoded is not compressed UTF-8 text") from None


def _codec(name: Any) -> str:
    try:
        return codecs.lookup(text(name)).name
    except LookupError:
        raise Fault(f'no encoding "{text(name)[:40]}" is known') from None


def _textencode(value: Any, encoding: Any) -> str:
    try:
        return b64encode(text(value).encode(_codec(encoding))).decode()
    except UnicodeEncodeError:
        raise Fault("the text has characters the encoding does not have") from None


def _textdecode(value: Any, encoding: Any) -> str:
    try:
        return _bytes(value).decode(_codec(encoding))
    except UnicodeDecodeError:
        raise Fault("what is encoded is not text in this encoding") from None


def _csvdecode(value: Any) -> list[dict[str, str]]:
    try:
        rows = list(csv.reader(StringIO(text(value)), strict=True))
    except csv.Error as error:
        raise Fault(f"the text is not CSV: {error}") from None
    rows = [row for row in rows if row]
    if not rows:
        raise Fault("the CSV has no header")
    if len(set(rows[0])) < len(rows[0]):
        raise Fault("the header of the CSV names a column twice")
    if any(len(row) != len(rows[0]) for row in rows):
        raise Fault("the rows of the CSV are not of one length")
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def _jsonencode(value: Any) -> Any:
    if isinstance(value, Unknown):
        return vague(value)
    if isinstance(value, (list, dict)):
        return Json(value)
    return json_text(value)


def _jsondecode(value: Any) -> Any:
    if isinstance(value, Json):
        return value.value
    shown = text(value)
    if isinstance(shown, Composite):
        structure = decoded(shown)
        return vague(shown) if structure is None else structure
    if isinstance(shown, Unknown):
        return vague(shown)
    return from_json(shown)


def from_json(encoded: str) -> Any:
    """Return what a JSON text encodes; raises `Fault`."""
    try:
        return _shortened(json.loads(encoded))
    except (ValueError, RecursionError):
        raise Fault("the text is not JSON") from None


def _shortened(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, list):
        return [_shortened(item) for item in value]
    if isinstance(value, dict):
        return {key: _shortened(item) for key, item in value.items()}
    return value


def _gzipped(value: Any) -> Unknown:
    unseen = unknown_in(value)
    return Unknown("compressed texts depend on the compressor" if unseen is None else unseen.why)


KNOWN: dict[str, Callable[..., Any]] = {
    "base64decode": _base64decode,
    "base64encode": lambda value: b64encode(text(value).encode()).decode(),
    "base64gunzip": _base64gunzip,
    "csvdecode": _csvdecode,
    "textdecodebase64": _textdecode,
    "textencodebase64": _textencode,
    "urldecode": lambda value: unquote_plus(text(value)),
    "urlencode": lambda value: quote_plus(text(value), safe="~"),
    "yamldecode": yamldecode,
}
OPEN: dict[str, Callable[..., Any]] = {
    "base64gzip": _gzipped,
    "jsondecode": _jsondecode,
    "jsonencode": _jsonencode,
    "yamlencode": yamlencode,
}
