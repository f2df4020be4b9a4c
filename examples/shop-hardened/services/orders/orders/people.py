"""Customers sign in: the storefront asks whether a name and a password belong together."""

import hashlib
import hmac

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from orders import access, checks
from orders.database import rows

routes = Blueprint("people", __name__)

NOBODY = {"id": 0, "salt": bytes(16), "password": bytes(64), "scope": ""}
"""Checked when there is no such customer, so that both answers take the same time."""


@routes.post("/sign-in")
@access.signed_in("sign-in")
def sign_in() -> ResponseReturnValue:
    """Return the number and scope of the customer with this address and password."""
    body = request.get_json()
    email, password = (body.get("email"), body.get("password")) if isinstance(body, dict) else (None, None)
    if not isinstance(email, str) or not isinstance(password, str) or max(len(email), len(password)) > 200:
        raise checks.Invalid("an address and a password are needed")
    found = rows("SELECT id, salt, password, scope FROM customers WHERE email = %s", (email,))
    person = found[0] if found else NOBODY
    digest = hashlib.scrypt(password.encode(), salt=bytes(person["salt"]), n=2**14, r=8, p=1, dklen=64)
    if not found or not hmac.compare_digest(digest, bytes(person["password"])):
        raise access.Refused("unknown address or password", 401)
    return {"id": str(person["id"]), "scope": person["scope"]}
