"""The shopping basket, kept in a cookie."""

import base64
import pickle

from flask import Blueprint, jsonify, make_response, request

routes = Blueprint("baskets", __name__)


@routes.route("/basket")
def show():
    """Return the basket that the cookie holds."""
    return jsonify(load(request.cookies.get("basket", "")))


@routes.route("/basket", methods=["PUT"])
def keep():
    """Put a list of lines into the cookie."""
    response = make_response("", 204)
    response.set_cookie("basket", base64.b64encode(pickle.dumps(request.get_json(force=True))).decode())
    return response


def load(cookie):
    """Return the lines in a cookie, none when there is no cookie."""
    return pickle.loads(base64.b64decode(cookie)) if cookie else []
