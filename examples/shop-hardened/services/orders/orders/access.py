"""Who asks: the bearer token of a request, signed by the storefront."""

import json
from functools import wraps
from typing import Any, Callable

import jwt
from flask import g, request

from orders import settings


class Refused(Exception):
    """A request that is not allowed; `status` is 401 without a good token, 403 otherwise."""

    def __init__(self, text: str, status: int) -> None:
        super().__init__(text)
        self.status = status


def keys() -> list[str]:
    """Return the current signing key and, while it is being replaced, the one before."""
    return [key for key in json.loads(settings.SESSION_KEYS.read_text()).values() if key]


def read(token: str) -> dict[str, Any]:
    """Return what a token says; raises `Refused`."""
    for key in keys():
        try:
            return jwt.decode(token, key, algorithms=["HS256"], audience="orders", options={"require": ["exp", "sub"]})
        except jwt.InvalidSignatureError:
            continue
        except jwt.InvalidTokenError:
            break
    raise Refused("sign in first", 401)


def signed_in(scope: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let only tokens with a scope reach a view; the token is then in `g.token`."""

    def around(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            kind, _, token = request.headers.get("Authorization", "").partition(" ")
            g.token = read(token if kind.lower() == "bearer" else "")
            if scope not in g.token.get("scope", "").split():
                raise Refused(f"needs the scope {scope}", 403)
            return view(*args, **kwargs)

        return guarded

    return around


def own(customer: int) -> None:
    """Raise `Refused` when a customer is neither the caller nor looked at by support."""
    if "support" not in g.token.get("scope", "").split() and g.token["sub"] != str(customer):
        raise Refused("not your data", 403)
