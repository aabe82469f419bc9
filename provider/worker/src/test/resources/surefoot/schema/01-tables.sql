-- The tables of the worker library's own tests.
CREATE TABLE cart (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, total INTEGER NOT NULL DEFAULT 0);
CREATE TABLE item (id INTEGER PRIMARY KEY, cart INTEGER NOT NULL REFERENCES cart(id), price INTEGER NOT NULL);
CREATE TRIGGER item_adds AFTER INSERT ON item BEGIN
  UPDATE cart SET total = total + CASE WHEN new.price > 0 THEN new.price ELSE 0 END WHERE id = new.cart;
  UPDATE cart SET name = name || ';' WHERE total > 1000000;
END;
