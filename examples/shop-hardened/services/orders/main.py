"""The orders service for a WSGI server."""

from orders import create_app

app = create_app()
