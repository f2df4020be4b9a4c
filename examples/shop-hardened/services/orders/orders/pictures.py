"""Product pictures: uploaded by the shop's people to the images bucket, made small for the page."""

import io

import boto3
from flask import Blueprint, send_file
from flask.typing import ResponseReturnValue
from PIL import Image, UnidentifiedImageError

from orders import access, settings

routes = Blueprint("pictures", __name__)

Image.MAX_IMAGE_PIXELS = 25_000_000
LARGEST = 10_000_000
"""Bytes of the largest picture that is read."""


@routes.get("/pictures/<int:product>")
@access.signed_in("catalogue")
def fetch(product: int) -> ResponseReturnValue:
    """Return the picture of a product as a thumbnail."""
    client = boto3.client("s3", region_name=settings.REGION)
    try:
        stored = client.get_object(Bucket=settings.IMAGES_BUCKET, Key=f"products/{product}.jpg")
    except client.exceptions.NoSuchKey:
        return {"error": "no such picture"}, 404
    try:
        picture = Image.open(io.BytesIO(stored["Body"].read(LARGEST)), formats=["JPEG", "PNG"])
        picture.thumbnail((320, 320))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError):
        return {"error": "not a picture"}, 502
    small = io.BytesIO()
    picture.convert("RGB").save(small, "JPEG")
    small.seek(0)
    return send_file(small, mimetype="image/jpeg")
