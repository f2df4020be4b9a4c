"""Products and orders."""

import json

import boto3
from flask import Blueprint, jsonify, request

from orders import settings
from orders.database import rows

routes = Blueprint("sales", __name__)


@routes.route("/products")
def products():
    """List products, filtered by a word and sorted by a column."""
    word = request.args.get("q", "")
    order = request.args.get("sort", "name")
    found = rows(f"SELECT id, name, price, picture FROM products WHERE name ILIKE '%{word}%' ORDER BY {order}")
    return jsonify(found)


@routes.route("/orders")
def orders():
    """List the orders of a customer."""
    customer = request.args.get("customer", "")
    return jsonify(rows("SELECT * FROM orders WHERE customer = '%s'" % customer))


@routes.route("/orders/<number>")
def order(number):
    """Return one order with the customer's address."""
    found = rows(f"SELECT o.*, c.name, c.email, c.address FROM orders o JOIN customers c ON c.id = o.customer WHERE o.id = {number}")
    return jsonify(found[0]) if found else ({"error": "no such order"}, 404)


@routes.route("/orders", methods=["POST"])
def place():
    """Store a new order and announce it."""
    body = request.get_json(force=True)
    statement = "INSERT INTO orders (customer, product, quantity) VALUES ('{customer}', '{product}', {quantity}) RETURNING id"
    number = rows(statement.format(**body))[0]["id"]
    announce({"id": number, **body})
    return {"id": number}, 201


def announce(order):
    """Tell the other services about an order."""
    if settings.ORDERS_TOPIC:
        topic = boto3.client("sns", region_name=settings.REGION)
        topic.publish(TopicArn=settings.ORDERS_TOPIC, Message=json.dumps(order))
