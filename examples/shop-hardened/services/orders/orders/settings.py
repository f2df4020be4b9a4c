"""Where the service finds its database, buckets, topic and keys; none of it is a secret."""

import os
from pathlib import Path

REGION = os.environ.get("AWS_REGION", "eu-west-1")
DATABASE_HOST = os.environ.get("DATABASE_HOST", "database")
DATABASE_USER = os.environ.get("DATABASE_USER", "orders")
DATABASE_CA = os.environ.get("DATABASE_CA_FILE", "/etc/shop/database-ca/bundle.pem")
DATABASE_PASSWORD_FILE = os.environ.get("DATABASE_PASSWORD_FILE")
"""Only for local development: in the cloud the service signs in as its role."""
CUSTOMER_BUCKET = os.environ.get("CUSTOMER_BUCKET", "shop-customers-111122223333")
IMAGES_BUCKET = os.environ.get("IMAGES_BUCKET", "shop-images-111122223333")
ORDERS_TOPIC = os.environ.get("ORDERS_TOPIC", "")
SESSION_KEYS = Path(os.environ.get("SESSION_KEYS_FILE", "/var/run/secrets/shop/session/keys.json"))
