"""What the SPDX project's own library says of a document."""

from __future__ import annotations

from typing import Any

from spdx_tools.spdx.parser.error import SPDXParsingError
from spdx_tools.spdx.parser.jsonlikedict import json_like_dict_parser
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document


def spdx_errors(document: dict[str, Any]) -> list[str]:
    """Return what is wrong with a document of SPDX 2.3."""
    try:
        parsed = json_like_dict_parser.JsonLikeDictParser().parse(document)  # type: ignore[no-untyped-call]  # theirs
    except SPDXParsingError as error:
        return [str(message) for message in error.get_messages()]  # type: ignore[no-untyped-call]  # theirs
    return [message.validation_message for message in validate_full_spdx_document(parsed, "SPDX-2.3")]
