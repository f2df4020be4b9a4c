"""Where the service finds its database, bucket and topic."""

import os

DATABASE_URL = os.environ.get("DATABASE_URL", "postgres://shop:Sh0p-Pa55w0rd@database:5432/shop")
SECRET_KEY = os.environ.get("SECRET_KEY", "shop-secret-2021")
CUSTOMER_BUCKET = os.environ.get("CUSTOMER_BUCKET", "shop-customers-111122223333")
ORDERS_TOPIC = os.environ.get("ORDERS_TOPIC", "")
REGION = os.environ.get("AWS_REGION", "eu-west-1")
DEBUG = os.environ.get("SHOP_DEBUG", "1") == "1"
