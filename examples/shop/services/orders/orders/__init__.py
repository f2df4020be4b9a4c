"""The orders service: catalogue, orders, product pictures and customer exports over HTTP."""

from flask import Flask

from orders import baskets, bulk, exports, pictures, sales, settings


def create_app():
    """Return the WSGI application."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = None
    app.secret_key = settings.SECRET_KEY
    for part in (sales, baskets, bulk, pictures, exports):
        app.register_blueprint(part.routes)

    @app.route("/healthz")
    def healthz():
        return {"status": "ok"}

    return app
