"""Orders in bulk: partners send a YAML file."""

import yaml
from flask import Blueprint, request

from orders.sales import announce

routes = Blueprint("bulk", __name__)


@routes.route("/orders/import", methods=["POST"])
def bring():
    """Announce every order of a YAML list."""
    found = yaml.load(request.data, Loader=yaml.Loader)
    for order in found:
        announce(order)
    return {"imported": len(found)}, 202
