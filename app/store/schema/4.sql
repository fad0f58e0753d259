-- Records that somebody let go: of what, why and who stay, and only they may lose revisions.

CREATE TABLE let_go (
    serial      INTEGER PRIMARY KEY,
    assessment  TEXT NOT NULL,
    name        TEXT NOT NULL,
    revisions   INTEGER NOT NULL,
    last_hash   TEXT NOT NULL,          -- of the last revision
    keep_until  TEXT,                   -- until when it had to be kept, where that was known
    reason      TEXT NOT NULL CHECK (trim(reason) <> ''),
    who         TEXT NOT NULL,
    moment      TEXT NOT NULL,
    gone        INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;
CREATE TRIGGER let_go_is_fixed BEFORE UPDATE ON let_go
WHEN NOT (OLD.gone = 0 AND NEW.gone = 1 AND NEW.assessment IS OLD.assessment
          AND NEW.reason IS OLD.reason AND NEW.who IS OLD.who AND NEW.moment IS OLD.moment
          AND NEW.name IS OLD.name AND NEW.last_hash IS OLD.last_hash)
BEGIN SELECT RAISE (ABORT, 'the record of what was let go cannot be changed'); END;
CREATE TRIGGER let_go_stays BEFORE DELETE ON let_go
BEGIN SELECT RAISE (ABORT, 'the record of what was let go cannot be deleted'); END;

DROP TRIGGER revision_stays;
CREATE TRIGGER revision_stays BEFORE DELETE ON revision
WHEN NOT EXISTS (SELECT 1 FROM let_go WHERE assessment = OLD.assessment AND gone = 0)
BEGIN SELECT RAISE (ABORT, 'a revision is final and cannot be deleted'); END;

-- What each assessment calls for, as it was worked out last, so that all of it can be shown at
-- once. Whose it is, until when, and whether it is done is said in notes.
CREATE TABLE action (
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    key         TEXT NOT NULL,
    place       INTEGER NOT NULL,
    does        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    owner       TEXT NOT NULL,
    due         TEXT NOT NULL,          -- in words
    because     TEXT NOT NULL,
    certain     INTEGER NOT NULL,
    PRIMARY KEY (assessment, key)
) STRICT;
