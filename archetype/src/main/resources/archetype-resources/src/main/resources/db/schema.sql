-- The whole schema, version 1. Times are milliseconds since 1970, UTC.

CREATE TABLE session (
    id         TEXT    NOT NULL PRIMARY KEY,
    owner      TEXT    NOT NULL CHECK (owner <> ''),
    title      TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > created_at)
) STRICT;

CREATE INDEX session_by_owner ON session (owner, created_at);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE message (
    id         INTEGER NOT NULL PRIMARY KEY,
    session_id TEXT    NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL CHECK (position > 0),
    role       TEXT    NOT NULL CHECK (role IN ('SYSTEM', 'USER', 'ASSISTANT', 'TOOL')),
    text       TEXT    NOT NULL,
    tokens     INTEGER NOT NULL CHECK (tokens >= 0),
    written_at INTEGER NOT NULL,
    UNIQUE (session_id, position)
) STRICT;

-- Full-text search. The index holds no text of its own: the triggers keep it in step with the table.
CREATE VIRTUAL TABLE message_text USING fts5 (text, content = 'message', content_rowid = 'id');

CREATE TRIGGER message_written AFTER INSERT ON message BEGIN
    INSERT INTO message_text (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER message_removed AFTER DELETE ON message BEGIN
    INSERT INTO message_text (message_text, rowid, text) VALUES ('delete', old.id, old.text);
END;

PRAGMA user_version = 1;
