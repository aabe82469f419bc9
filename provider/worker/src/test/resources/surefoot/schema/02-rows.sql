INSERT INTO cart (name) VALUES ('first; of two'); INSERT INTO cart (name) VALUES ('it''s -- the second');
