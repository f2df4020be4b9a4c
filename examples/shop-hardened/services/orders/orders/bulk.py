"""Orders in bulk: partners send a YAML file."""

import yaml
from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from orders import access, checks, sales

routes = Blueprint("bulk", __name__)

MOST = 1000
"""Orders one file may have."""


@routes.post("/orders/import")
@access.signed_in("import")
def bring() -> ResponseReturnValue:
    """Store every order of a YAML list; one bad order refuses all."""
    try:
        found = yaml.safe_load(request.get_data())
    except yaml.YAMLError:
        raise checks.Invalid("the body is not YAML") from None
    if not isinstance(found, list) or len(found) > MOST:
        raise checks.Invalid(f"the body is a list of up to {MOST} orders")
    wanted = [checks.order(value) for value in found]
    for order in wanted:
        sales.store(order)
    return {"imported": len(wanted)}, 202
