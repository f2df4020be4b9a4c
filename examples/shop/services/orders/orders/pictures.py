"""Product pictures: fetched from suppliers, made small for the page."""

import io
import os
import subprocess

import requests
from flask import Blueprint, Response, request, send_file
from PIL import Image

routes = Blueprint("pictures", __name__)

FOLDER = os.environ.get("PICTURES", "/var/lib/shop/pictures")


@routes.route("/pictures")
def fetch():
    """Return a supplier's picture as a thumbnail; anything that is no picture is returned as it is."""
    reply = requests.get(request.args["url"], timeout=10, verify=False)
    try:
        picture = Image.open(io.BytesIO(reply.content))
        picture.thumbnail((320, 320))
    except OSError:
        return Response(reply.content, content_type=reply.headers.get("content-type"))
    small = io.BytesIO()
    picture.convert("RGB").save(small, "JPEG")
    small.seek(0)
    return send_file(small, mimetype="image/jpeg")


@routes.route("/pictures/<path:name>")
def stored(name):
    """Return a stored picture."""
    return send_file(os.path.join(FOLDER, request.args.get("folder", ""), name))


@routes.route("/pictures/<name>/convert", methods=["POST"])
def convert(name):
    """Convert a stored picture to another format."""
    wanted = request.args.get("format", "webp")
    subprocess.check_call(f"convert {FOLDER}/{name} {FOLDER}/{name}.{wanted}", shell=True)
    return {"picture": f"{name}.{wanted}"}
