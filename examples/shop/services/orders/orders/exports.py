"""What the shop knows about a customer, written to the customer bucket."""

import json

import boto3
from flask import Blueprint, Response, request

from orders import settings
from orders.database import rows

routes = Blueprint("exports", __name__)


def bucket():
    """Return the bucket of customer data."""
    return boto3.resource("s3", region_name=settings.REGION).Bucket(settings.CUSTOMER_BUCKET)


@routes.route("/customers/<number>/export", methods=["POST"])
def write(number):
    """Write a customer's record and orders to the bucket."""
    record = {
        "customer": rows(f"SELECT * FROM customers WHERE id = {number}"),
        "orders": rows(f"SELECT * FROM orders WHERE customer = '{number}'"),
    }
    bucket().put_object(Key=f"exports/{number}.json", Body=json.dumps(record, default=str).encode(), ACL="public-read")
    return {"key": f"exports/{number}.json"}, 201


@routes.route("/exports")
def read():
    """Return an export by its key."""
    stored = bucket().Object(request.args["key"]).get()
    return Response(stored["Body"].read(), content_type="application/json")
