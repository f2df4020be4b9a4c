-- Tables of the orders database, loaded once when it is created.
CREATE TABLE customers (
  id serial PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  address text NOT NULL,
  salt bytea NOT NULL,
  password bytea NOT NULL,
  scope text NOT NULL DEFAULT 'orders exports'
);

CREATE TABLE products (
  id serial PRIMARY KEY,
  name text NOT NULL,
  price numeric(10, 2) NOT NULL,
  picture text
);

CREATE TABLE orders (
  id serial PRIMARY KEY,
  customer integer NOT NULL REFERENCES customers (id),
  product integer NOT NULL REFERENCES products (id),
  quantity integer NOT NULL DEFAULT 1,
  placed_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO products (name, price) VALUES ('Lantern', 24.90), ('Kettle', 39.00), ('Enamel mug', 9.50);

-- The service signs in as this role; it owns nothing and sees only what it needs.
CREATE ROLE orders LOGIN;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO orders;
GRANT SELECT ON customers, products TO orders;
GRANT SELECT, INSERT ON orders TO orders;
GRANT USAGE ON SEQUENCE orders_id_seq TO orders;
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'rds_iam') THEN
    GRANT rds_iam TO orders;
  END IF;
END
$$;
