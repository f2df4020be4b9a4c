"""The shopping basket, kept in a signed cookie."""

import base64
import binascii
import hashlib
import hmac
import json
from typing import Any

from flask import Blueprint, jsonify, make_response, request
from flask.typing import ResponseReturnValue

from orders import access, checks

routes = Blueprint("baskets", __name__)

MOST = 50
"""Lines a basket may have."""


@routes.get("/basket")
@access.signed_in("orders")
def show() -> ResponseReturnValue:
    """Return the basket that the cookie holds."""
    return jsonify(load(request.cookies.get("basket", "")))


@routes.put("/basket")
@access.signed_in("orders")
def keep() -> ResponseReturnValue:
    """Put a list of lines into the cookie."""
    lines = request.get_json()
    if not isinstance(lines, list) or len(lines) > MOST:
        raise checks.Invalid(f"a basket is a list of up to {MOST} lines")
    response = make_response("", 204)
    response.set_cookie("basket", dump([checks.order(line) for line in lines]), secure=True, httponly=True, samesite="Strict")
    return response


def dump(lines: list[dict[str, int]]) -> str:
    """Return the cookie of a basket: its lines and their signature."""
    text = json.dumps(lines).encode()
    return f"{base64.urlsafe_b64encode(text).decode()}.{sign(text, access.keys()[0])}"


def load(cookie: str) -> Any:
    """Return the lines in a cookie, none when there is no cookie or it was changed."""
    body, _, signature = cookie.partition(".")
    try:
        text = base64.urlsafe_b64decode(body)
    except binascii.Error:
        return []
    if not any(hmac.compare_digest(signature, sign(text, key)) for key in access.keys()):
        return []
    return json.loads(text)


def sign(text: bytes, key: str) -> str:
    """Return the signature of a text."""
    return hmac.new(key.encode(), b"basket:" + text, hashlib.sha256).hexdigest()
