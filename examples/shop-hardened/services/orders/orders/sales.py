"""Products and orders."""

import json
from typing import Any

import boto3
from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from orders import access, checks, settings
from orders.database import rows

routes = Blueprint("sales", __name__)

LISTS = {
    "name": "SELECT id, name, price, picture FROM products WHERE name ILIKE %s ORDER BY name LIMIT 100",
    "price": "SELECT id, name, price, picture FROM products WHERE name ILIKE %s ORDER BY price LIMIT 100",
}


@routes.get("/products")
@access.signed_in("catalogue")
def products() -> ResponseReturnValue:
    """List products, filtered by a word and sorted by a column."""
    word = request.args.get("q", "")[:80]
    statement = LISTS.get(request.args.get("sort", "name"))
    if statement is None:
        raise checks.Invalid(f"sort is one of {', '.join(LISTS)}")
    return jsonify(rows(statement, (f"%{word}%",)))


@routes.get("/orders")
@access.signed_in("orders")
def orders() -> ResponseReturnValue:
    """List the orders of a customer."""
    customer = checks.number(request.args.get("customer"), "customer")
    access.own(customer)
    return jsonify(rows("SELECT * FROM orders WHERE customer = %s ORDER BY id LIMIT 100", (customer,)))


@routes.get("/orders/<int:number>")
@access.signed_in("orders")
def order(number: int) -> ResponseReturnValue:
    """Return one order."""
    found = rows("SELECT * FROM orders WHERE id = %s", (number,))
    if not found:
        return {"error": "no such order"}, 404
    access.own(found[0]["customer"])
    return jsonify(found[0])


@routes.post("/orders")
@access.signed_in("orders")
def place() -> ResponseReturnValue:
    """Store a new order and announce it."""
    wanted = checks.order(request.get_json())
    access.own(wanted["customer"])
    return {"id": store(wanted)}, 201


def store(wanted: dict[str, int]) -> int:
    """Store an order, announce it and return its number."""
    found = rows(
        "INSERT INTO orders (customer, product, quantity) VALUES (%s, %s, %s) RETURNING id",
        (wanted["customer"], wanted["product"], wanted["quantity"]),
    )
    announce({"id": found[0]["id"], **wanted})
    return int(found[0]["id"])


def announce(placed: dict[str, Any]) -> None:
    """Tell the other services about an order."""
    if settings.ORDERS_TOPIC:
        topic = boto3.client("sns", region_name=settings.REGION)
        topic.publish(TopicArn=settings.ORDERS_TOPIC, Message=json.dumps(placed))
