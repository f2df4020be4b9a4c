"""Receipts: made from the orders queue, served through the load balancer to whoever holds a signed link."""

import hashlib
import hmac
import json
import os
import time
from typing import Any

import boto3

BUCKET = os.environ["CUSTOMER_BUCKET"]
SESSION_SECRET = os.environ["SESSION_SECRET_NAME"]
s3 = boto3.client("s3")
secrets = boto3.client("secretsmanager")


def handle(event: dict[str, Any], context: Any) -> dict[str, Any] | None:
    """Answer a request of the load balancer, or write the receipts of a queue batch."""
    if "Records" in event:
        for record in event["Records"]:
            make(json.loads(record["body"]))
        return None
    return serve(event.get("queryStringParameters") or {})


def make(order: dict[str, Any]) -> None:
    """Write the receipt of one order."""
    number, product, quantity = (int(order[field]) for field in ("id", "product", "quantity"))
    text = f"Receipt\n\nOrder {number}\nProduct {product}\nQuantity {quantity}\n"
    s3.put_object(Bucket=BUCKET, Key=f"receipts/{number}.txt", Body=text.encode(), ContentType="text/plain")


def serve(query: dict[str, str]) -> dict[str, Any]:
    """Return the receipt of an order when the link is signed and not too old."""
    number, until, signature = (query.get(name, "") for name in ("order", "until", "signature"))
    if not (number.isdecimal() and until.isdecimal() and int(until) > time.time() and signed(number, until, signature)):
        return reply(403, "This link is not valid.")
    try:
        stored = s3.get_object(Bucket=BUCKET, Key=f"receipts/{int(number)}.txt")
    except s3.exceptions.NoSuchKey:
        return reply(404, "There is no receipt yet.")
    return reply(200, stored["Body"].read().decode())


def signed(number: str, until: str, signature: str) -> bool:
    """Return whether one of the session keys made the signature."""
    keys = json.loads(secrets.get_secret_value(SecretId=SESSION_SECRET)["SecretString"])
    text = f"receipt:{number}:{until}".encode()
    made = (hmac.new(key.encode(), text, hashlib.sha256).hexdigest() for key in keys.values() if key)
    return any(hmac.compare_digest(signature, one) for one in made)


def reply(status: int, text: str) -> dict[str, Any]:
    """Return an answer for the load balancer."""
    headers = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return {"statusCode": status, "isBase64Encoded": False, "headers": headers, "body": text}
