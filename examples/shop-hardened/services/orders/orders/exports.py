"""What the shop knows about a customer, written to the customer bucket."""

import json
from typing import Any

import boto3
from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from orders import access, settings
from orders.database import rows

routes = Blueprint("exports", __name__)


def client() -> Any:
    """Return the S3 client."""
    return boto3.client("s3", region_name=settings.REGION)


@routes.post("/customers/<int:number>/export")
@access.signed_in("exports")
def write(number: int) -> ResponseReturnValue:
    """Write a customer's record and orders to the bucket, which encrypts them with the shop's key."""
    access.own(number)
    record = {
        "customer": rows("SELECT id, name, email, address FROM customers WHERE id = %s", (number,)),
        "orders": rows("SELECT * FROM orders WHERE customer = %s", (number,)),
    }
    key = f"exports/{number}.json"
    body = json.dumps(record, default=str).encode()
    client().put_object(Bucket=settings.CUSTOMER_BUCKET, Key=key, Body=body, ContentType="application/json")
    return {"customer": number}, 201


@routes.get("/customers/<int:number>/export")
@access.signed_in("exports")
def read(number: int) -> ResponseReturnValue:
    """Return the export of a customer."""
    access.own(number)
    store = client()
    try:
        stored = store.get_object(Bucket=settings.CUSTOMER_BUCKET, Key=f"exports/{number}.json")
    except store.exceptions.NoSuchKey:
        return {"error": "no export yet"}, 404
    return Response(stored["Body"].read(), content_type="application/json")
