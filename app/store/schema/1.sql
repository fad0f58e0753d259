-- The first library. A promise that can be kept by the schema is kept here.
-- Moments are UTC text that sorts; JSON is canonical text (docs/files.md).

CREATE TABLE assessment (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    created     TEXT NOT NULL,
    changed     TEXT NOT NULL,
    deleted_at  TEXT,                   -- a draft in the bin, to be restored or purged
    keep_until  TEXT,                   -- a date; the record may not go before it
    hold        TEXT,                   -- why it may not go at all
    summary     TEXT NOT NULL CHECK (json_valid(summary)),
    sought      TEXT NOT NULL           -- name and words of the summary, folded for search
) STRICT;
CREATE INDEX assessment_by_change ON assessment (changed DESC, id);

-- Answers about persons stand apart, so that they can be erased while everything
-- final stays as it is. Elsewhere only the key is written. A key is never used twice.
CREATE TABLE person (
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    key         INTEGER NOT NULL,
    subject     TEXT NOT NULL,
    data        TEXT CHECK (data IS NULL OR json_valid (data)),
    erased      TEXT,
    PRIMARY KEY (assessment, key),
    CHECK ((data IS NULL) = (erased IS NOT NULL))
) STRICT;
CREATE INDEX person_by_subject ON person (assessment, subject);

-- The draft as it is now.
CREATE TABLE answer (
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    address     TEXT NOT NULL,
    value       TEXT CHECK (value IS NULL OR json_valid (value)),
    person      INTEGER,
    at          TEXT NOT NULL,
    PRIMARY KEY (assessment, address),
    FOREIGN KEY (assessment, person) REFERENCES person (assessment, key),
    CHECK ((value IS NULL) <> (person IS NULL))
) STRICT;

-- How the draft came to be. Undo and redo are steps of their own; nothing is taken back.
CREATE TABLE batch (
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('given', 'undone', 'redone')),
    of          INTEGER,
    moment      TEXT NOT NULL,
    who         TEXT NOT NULL,
    PRIMARY KEY (assessment, number),
    CHECK ((kind = 'given') = (of IS NULL))
) STRICT;
CREATE TABLE answer_history (
    assessment  TEXT NOT NULL,
    batch       INTEGER NOT NULL,
    address     TEXT NOT NULL,
    old_value   TEXT CHECK (old_value IS NULL OR json_valid (old_value)),
    old_person  INTEGER,
    new_value   TEXT CHECK (new_value IS NULL OR json_valid (new_value)),
    new_person  INTEGER,
    PRIMARY KEY (assessment, batch, address),
    FOREIGN KEY (assessment, batch) REFERENCES batch (assessment, number) ON DELETE CASCADE
) STRICT;

-- The law of a revision, compressed; stored once, known by the hash of its text.
CREATE TABLE law (
    hash        TEXT PRIMARY KEY,
    content     BLOB NOT NULL
) STRICT;

CREATE TABLE revision (
    assessment      TEXT NOT NULL REFERENCES assessment (id),
    number          INTEGER NOT NULL CHECK (number > 0),
    moment          TEXT NOT NULL,
    author          TEXT NOT NULL,
    law             TEXT NOT NULL REFERENCES law (hash),
    days            TEXT NOT NULL CHECK (json_valid(days)),
    answers         TEXT NOT NULL CHECK (json_valid(answers)),
    people          TEXT NOT NULL CHECK (json_valid(people)),
    determinations  TEXT NOT NULL CHECK (json_valid(determinations)),
    program         TEXT NOT NULL,
    evidence        TEXT NOT NULL CHECK (json_valid(evidence)),
    details         TEXT NOT NULL CHECK (json_valid(details)),
    previous        TEXT NOT NULL,
    hash            TEXT NOT NULL,
    PRIMARY KEY (assessment, number)
) STRICT;
CREATE INDEX revision_by_law ON revision (law);

CREATE TABLE evidence (
    hash        TEXT PRIMARY KEY,
    size        INTEGER NOT NULL,
    content     BLOB                    -- NULL: the file was named by an import, not brought
) STRICT;
CREATE TABLE exhibit (
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    hash        TEXT NOT NULL REFERENCES evidence (hash),
    name        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    added       TEXT NOT NULL,
    origin      TEXT NOT NULL,
    details     TEXT NOT NULL CHECK (json_valid(details)),
    PRIMARY KEY (assessment, hash)
) STRICT;
CREATE INDEX exhibit_by_hash ON exhibit (hash);

CREATE TABLE document (
    serial      INTEGER PRIMARY KEY,
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    revision    INTEGER,
    kind        TEXT NOT NULL,
    moment      TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    path        TEXT NOT NULL
) STRICT;
CREATE INDEX document_by_assessment ON document (assessment, serial);

-- Actions, reviews, adopted conclusions: the latest note of a kind and key stands.
CREATE TABLE note (
    serial      INTEGER PRIMARY KEY,
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    key         TEXT NOT NULL,
    data        TEXT NOT NULL CHECK (json_valid(data)),
    due         TEXT,
    who         TEXT NOT NULL,
    moment      TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_matter ON note (assessment, kind, key, serial);
CREATE INDEX note_by_kind ON note (kind, due);

-- One chain of hashes for each assessment, and one, named '', for the library itself.
CREATE TABLE log (
    assessment  TEXT NOT NULL,
    serial      INTEGER NOT NULL,
    moment      TEXT NOT NULL,
    who         TEXT NOT NULL,
    what        TEXT NOT NULL,
    data        TEXT NOT NULL CHECK (json_valid(data)),
    previous    TEXT NOT NULL,
    hash        TEXT NOT NULL,
    PRIMARY KEY (assessment, serial)
) STRICT;

CREATE TABLE setting (
    key         TEXT PRIMARY KEY,
    value       TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision
BEGIN SELECT RAISE (ABORT, 'a revision is final and cannot be changed'); END;
CREATE TRIGGER revision_stays BEFORE DELETE ON revision
BEGIN SELECT RAISE (ABORT, 'a revision is final and cannot be deleted'); END;
CREATE TRIGGER revision_follows BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision
             WHERE assessment = NEW.assessment AND number >= NEW.number)
BEGIN SELECT RAISE (ABORT, 'a revision is final and a new one can only follow it'); END;

CREATE TRIGGER assessment_with_revision_stays BEFORE DELETE ON assessment
WHEN EXISTS (SELECT 1 FROM revision WHERE assessment = OLD.id) OR OLD.hold IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'an assessment with a revision or under a hold cannot be deleted'); END;
CREATE TRIGGER assessment_keeps_its_id BEFORE UPDATE OF id, created ON assessment
BEGIN SELECT RAISE (ABORT, 'an assessment keeps its id and the moment it was begun'); END;

CREATE TRIGGER law_is_fixed BEFORE UPDATE ON law
BEGIN SELECT RAISE (ABORT, 'a stored law cannot be changed'); END;
CREATE TRIGGER law_stays BEFORE DELETE ON law
WHEN EXISTS (SELECT 1 FROM revision WHERE law = OLD.hash)
BEGIN SELECT RAISE (ABORT, 'a law that a revision was decided under cannot be deleted'); END;

CREATE TRIGGER evidence_is_fixed BEFORE UPDATE ON evidence
WHEN OLD.content IS NOT NULL OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE (ABORT, 'stored evidence cannot be changed'); END;
CREATE TRIGGER exhibit_of_a_revision_stays BEFORE DELETE ON exhibit
WHEN EXISTS (SELECT 1 FROM revision, json_each (revision.evidence) AS named
             WHERE revision.assessment = OLD.assessment AND named.value = OLD.hash)
BEGIN SELECT RAISE (ABORT, 'evidence that a revision names cannot be removed'); END;
CREATE TRIGGER evidence_goes_with_its_last_exhibit AFTER DELETE ON exhibit
WHEN NOT EXISTS (SELECT 1 FROM exhibit WHERE hash = OLD.hash)
BEGIN DELETE FROM evidence WHERE hash = OLD.hash; END;

CREATE TRIGGER batch_is_fixed BEFORE UPDATE ON batch
BEGIN SELECT RAISE (ABORT, 'the history of answers cannot be changed'); END;
CREATE TRIGGER history_is_fixed BEFORE UPDATE ON answer_history
BEGIN SELECT RAISE (ABORT, 'the history of answers cannot be changed'); END;
CREATE TRIGGER history_stays BEFORE DELETE ON answer_history
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment)
BEGIN SELECT RAISE (ABORT, 'the history of answers cannot be deleted'); END;
CREATE TRIGGER note_is_fixed BEFORE UPDATE ON note
BEGIN SELECT RAISE (ABORT, 'a note cannot be changed, only followed by another'); END;

CREATE TRIGGER person_can_only_be_erased BEFORE UPDATE ON person
WHEN NEW.data IS NOT NULL OR NEW.subject IS NOT OLD.subject OR NEW.key IS NOT OLD.key
BEGIN SELECT RAISE (ABORT, 'a personal answer can be erased, not changed'); END;

CREATE TRIGGER log_is_fixed BEFORE UPDATE ON log
BEGIN SELECT RAISE (ABORT, 'the log cannot be changed'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log
WHEN OLD.assessment = '' OR EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment)
BEGIN SELECT RAISE (ABORT, 'the log cannot be deleted'); END;
CREATE TRIGGER log_follows BEFORE INSERT ON log
WHEN EXISTS (SELECT 1 FROM log WHERE assessment = NEW.assessment AND serial >= NEW.serial)
BEGIN SELECT RAISE (ABORT, 'the log can only be continued'); END;
