"""Receipts: made from the orders queue, served through the load balancer."""

import base64
import json
import os
import subprocess
import tempfile

import boto3

BUCKET = os.environ["CUSTOMER_BUCKET"]
s3 = boto3.client("s3")


def handle(event, context):
    """Answer a request of the load balancer, or print the orders of a queue batch."""
    if "Records" in event:
        for record in event["Records"]:
            make(json.loads(record["body"]))
        return None
    return serve(event.get("queryStringParameters") or {})


def make(order):
    """Print one order to PDF and keep it in the bucket."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as page:
        subprocess.run(f"/opt/bin/print-receipt --order {order['id']} --out {page.name}", shell=True, check=True)
        s3.upload_file(page.name, BUCKET, f"receipts/{order['id']}.pdf")


def serve(query):
    """Return the receipt of an order; one that is missing is made first."""
    number = query.get("order", "")
    if query.get("again"):
        make({"id": number})
    stored = s3.get_object(Bucket=BUCKET, Key=f"receipts/{number}.pdf")
    return {
        "statusCode": 200,
        "isBase64Encoded": True,
        "headers": {"Content-Type": "application/pdf"},
        "body": base64.b64encode(stored["Body"].read()).decode(),
    }
