-- Tables of the orders database, loaded once when it is created.
CREATE TABLE customers (
  id serial PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL,
  address text NOT NULL,
  card_last_four char(4)
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
