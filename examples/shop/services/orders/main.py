"""Start the orders service."""

from orders import create_app, settings

app = create_app()

if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8000, debug=settings.DEBUG)
