CREATE TABLE cart (id INTEGER PRIMARY KEY, owner TEXT NOT NULL, total INTEGER NOT NULL);
INSERT INTO cart (id, owner, total) VALUES (1, 'of the schema', 10);
