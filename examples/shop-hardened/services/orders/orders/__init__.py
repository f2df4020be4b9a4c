"""The orders service: catalogue, orders, product pictures and customer exports over HTTP."""

from flask import Flask, Response

from orders import baskets, bulk, exports, people, pictures, sales
from orders.access import Refused
from orders.checks import Invalid

LIMIT = 1_000_000
"""Bytes a request may have."""


def create_app() -> Flask:
    """Return the WSGI application."""
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LIMIT
    for part in (sales, people, baskets, bulk, pictures, exports):
        app.register_blueprint(part.routes)
    app.register_error_handler(Refused, lambda error: ({"error": str(error)}, error.status))
    app.register_error_handler(Invalid, lambda error: ({"error": str(error)}, 422))
    app.after_request(_harden)

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"status": "ok"}

    return app


def _harden(response: Response) -> Response:
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    response.headers["Cache-Control"] = "no-store"
    return response
