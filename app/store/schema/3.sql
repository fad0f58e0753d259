-- Editions that were imported, the law in use since when, what is concluded under it, and words.

CREATE TABLE edition (
    law         TEXT PRIMARY KEY REFERENCES law (hash),
    mark        TEXT NOT NULL,          -- what the program calls the law, the hash of its files
    file        TEXT NOT NULL,
    changed     TEXT NOT NULL,          -- what changed, in its author's words
    folders     TEXT NOT NULL CHECK (json_valid(folders)),
    moment      TEXT NOT NULL,
    who         TEXT NOT NULL
) STRICT;
CREATE TABLE in_use (
    serial      INTEGER PRIMARY KEY,
    law         TEXT NOT NULL REFERENCES law (hash),
    mark        TEXT NOT NULL,
    folders     TEXT NOT NULL CHECK (json_valid(folders)),
    moment      TEXT NOT NULL
) STRICT;

-- What an assessment would conclude under a law, from a day until the law changes by itself.
-- It holds only for what it was worked out of, and can be thrown away at any time.
CREATE TABLE outlook (
    assessment  TEXT PRIMARY KEY REFERENCES assessment (id) ON DELETE CASCADE,
    mark        TEXT NOT NULL,
    since       TEXT NOT NULL,
    of          TEXT NOT NULL,          -- the hash of the last revision, or the draft's moment
    changed     INTEGER NOT NULL,
    asked       INTEGER NOT NULL,
    changes     TEXT NOT NULL CHECK (json_valid(changes)),
    data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT;

-- The words of answers, folded for search; made anew from the draft, personal answers left out.
CREATE TABLE words (
    assessment  TEXT PRIMARY KEY REFERENCES assessment (id) ON DELETE CASCADE,
    words       TEXT NOT NULL
) STRICT;

CREATE TRIGGER edition_is_fixed BEFORE UPDATE ON edition
BEGIN SELECT RAISE (ABORT, 'the record of an edition cannot be changed'); END;
CREATE TRIGGER edition_stays BEFORE DELETE ON edition
BEGIN SELECT RAISE (ABORT, 'the record of an edition cannot be deleted'); END;
CREATE TRIGGER in_use_is_fixed BEFORE UPDATE ON in_use
BEGIN SELECT RAISE (ABORT, 'which law was in use when cannot be changed'); END;
CREATE TRIGGER in_use_stays BEFORE DELETE ON in_use
BEGIN SELECT RAISE (ABORT, 'which law was in use when cannot be deleted'); END;
