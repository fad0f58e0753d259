-- Lists of restricted parties, what screening found in them, and what people said to it.
-- The head of every import stays; the parties are those of the lists that stand now.

CREATE TABLE list (
    id          INTEGER PRIMARY KEY,
    title       TEXT NOT NULL,          -- a list takes the place of the one of its title
    format      TEXT NOT NULL,
    file        TEXT NOT NULL,
    hash        TEXT NOT NULL,
    dated       TEXT NOT NULL,          -- the list's own date, empty where it says none
    imported    TEXT NOT NULL,
    who         TEXT NOT NULL,
    parties     INTEGER NOT NULL,
    sources     TEXT NOT NULL CHECK (json_valid(sources)),
    omissions   TEXT NOT NULL CHECK (json_valid(omissions))
) STRICT;
CREATE TABLE listed (
    list        INTEGER NOT NULL REFERENCES list (id),
    place       INTEGER NOT NULL,
    key         TEXT NOT NULL,
    version     TEXT NOT NULL,          -- the hash of data
    data        TEXT NOT NULL CHECK (json_valid(data)),
    PRIMARY KEY (list, place)
) STRICT;
CREATE UNIQUE INDEX listed_by_key ON listed (list, key);

-- Prepared from the parties, and only for speed: it can be thrown away at any time.
CREATE TABLE list_index (
    lists       TEXT NOT NULL PRIMARY KEY,
    content     BLOB NOT NULL
) STRICT;

-- What was searched, in what, and when; a hit as it was when it was found.
CREATE TABLE screening (
    serial      INTEGER PRIMARY KEY,
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    moment      TEXT NOT NULL,
    who         TEXT NOT NULL,
    engine      TEXT NOT NULL,
    threshold   REAL NOT NULL,
    lists       TEXT NOT NULL CHECK (json_valid(lists)),
    queries     TEXT NOT NULL CHECK (json_valid(queries))
) STRICT;
CREATE INDEX screening_by_assessment ON screening (assessment, serial);
CREATE TABLE hit (
    screening   INTEGER NOT NULL REFERENCES screening (serial) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    subject     TEXT NOT NULL,          -- the address of the name that was asked about
    key         TEXT NOT NULL,
    version     TEXT NOT NULL,
    data        TEXT NOT NULL CHECK (json_valid(data)),
    PRIMARY KEY (screening, number)
) STRICT;

-- The latest word on a hit stands, as long as the entry is of the version it was said of.
CREATE TABLE adjudication (
    serial      INTEGER PRIMARY KEY,
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    subject     TEXT NOT NULL,
    asked       TEXT NOT NULL,          -- the name; another name is another question
    key         TEXT NOT NULL,
    version     TEXT NOT NULL,
    verdict     TEXT NOT NULL CHECK (verdict IN ('true', 'false', 'permitted')),
    basis       TEXT NOT NULL,
    reason      TEXT NOT NULL CHECK (reason <> ''),
    who         TEXT NOT NULL,
    second      TEXT NOT NULL,
    moment      TEXT NOT NULL,
    CHECK ((verdict = 'permitted') <= (basis <> ''))
) STRICT;
CREATE INDEX adjudication_by_assessment ON adjudication (assessment, serial);

CREATE TRIGGER list_is_fixed BEFORE UPDATE ON list
BEGIN SELECT RAISE (ABORT, 'the record of an import cannot be changed'); END;
CREATE TRIGGER list_stays BEFORE DELETE ON list
BEGIN SELECT RAISE (ABORT, 'the record of an import cannot be deleted'); END;
CREATE TRIGGER screening_is_fixed BEFORE UPDATE ON screening
BEGIN SELECT RAISE (ABORT, 'the record of a screening cannot be changed'); END;
CREATE TRIGGER hit_is_fixed BEFORE UPDATE ON hit
BEGIN SELECT RAISE (ABORT, 'the record of a screening cannot be changed'); END;
CREATE TRIGGER adjudication_is_fixed BEFORE UPDATE ON adjudication
BEGIN SELECT RAISE (ABORT, 'an adjudication cannot be changed, only followed by another'); END;
