PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1131173753;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
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
INSERT INTO "answer" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10','items','["i1"]',NULL,'2026-01-05T09:31:00.000000+00:00');
INSERT INTO "answer" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10','items.i1.area','814.0',NULL,'2026-01-05T09:37:00.000000+00:00');
INSERT INTO "answer" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10','people.p1.name',NULL,1,'2026-01-05T09:32:00.000000+00:00');
INSERT INTO "answer" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10','items.i1.rate','{"fp4":null,"fp8":1979.0}',NULL,'2026-01-05T09:33:00.000000+00:00');
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
INSERT INTO "answer_history" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',1,'items',NULL,NULL,'["i1"]',NULL);
INSERT INTO "answer_history" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',1,'items.i1.area',NULL,NULL,'814.0',NULL);
INSERT INTO "answer_history" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',2,'people.p1.name',NULL,NULL,NULL,1);
INSERT INTO "answer_history" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',3,'items.i1.rate',NULL,NULL,'{"fp4":null,"fp8":1979.0}',NULL);
INSERT INTO "answer_history" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',4,'items.i1.area','814.0',NULL,'null',NULL);
INSERT INTO "answer_history" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',5,'items.i1.area','null',NULL,'814.0',NULL);
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
INSERT INTO "assessment" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10','Server for Penang','2026-01-05T09:30:00.000000+00:00','2026-01-05T09:37:00.000000+00:00',NULL,'2031-12-31',NULL,'{"item":"Server"}','server for penang 
server');
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
INSERT INTO "batch" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',1,'given',NULL,'2026-01-05T09:31:00.000000+00:00','A. Sample');
INSERT INTO "batch" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',2,'given',NULL,'2026-01-05T09:32:00.000000+00:00','A. Sample');
INSERT INTO "batch" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',3,'given',NULL,'2026-01-05T09:33:00.000000+00:00','A. Sample');
INSERT INTO "batch" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',4,'given',NULL,'2026-01-05T09:36:00.000000+00:00','B. Sample');
INSERT INTO "batch" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',5,'undone',4,'2026-01-05T09:37:00.000000+00:00','B. Sample');
CREATE TABLE document (
    serial      INTEGER PRIMARY KEY,
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    revision    INTEGER,
    kind        TEXT NOT NULL,
    moment      TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    path        TEXT NOT NULL
) STRICT;
INSERT INTO "document" VALUES(1,'3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',1,'memo','2026-01-05T09:38:00.000000+00:00','abababababababababababababababababababababababababababababababab','memo.pdf');
CREATE TABLE evidence (
    hash        TEXT PRIMARY KEY,
    size        INTEGER NOT NULL,
    content     BLOB                    -- NULL: the file was named by an import, not brought
) STRICT;
INSERT INTO "evidence" VALUES('315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027',4,X'25504446');
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
INSERT INTO "exhibit" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10','315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027','sheet.pdf','application/pdf','2026-01-05T09:30:00.000000+00:00','/tmp/x','null');
CREATE TABLE law (
    hash        TEXT PRIMARY KEY,
    content     BLOB NOT NULL
) STRICT;
INSERT INTO "law" VALUES('34b89fc4ddc776ab7dd6ed9f11fbbb2bf61e34b3df1282c6b1f3625194dd4ecf',X'789C2B2ACD492DB6E25250D055C84CB152283ABCB2E0F0CA92D4222E006EB70933');
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
INSERT INTO "log" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',1,'2026-01-05T09:30:00.000000+00:00','A. Sample','begun','{"name":"Server for Penang"}','','899a8784549ad4a8e003303d5b0347e3642a2cc287f57bcc7812e2269f4fa10f');
INSERT INTO "log" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',2,'2026-01-05T09:30:00.000000+00:00','A.','evidence attached','{"hash":"315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027","name":"sheet.pdf"}','899a8784549ad4a8e003303d5b0347e3642a2cc287f57bcc7812e2269f4fa10f','8727852b7fb6af63d539d25991bdf11147eb6af284bb676c7038adaa818139f7');
INSERT INTO "log" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',3,'2026-01-05T09:35:00.000000+00:00','A. Sample','revision saved','{"hash":"1bbadce7e5ef565a2243022c347fd7527fd64b49a2b377d861f5e88002ec40b9","number":1}','8727852b7fb6af63d539d25991bdf11147eb6af284bb676c7038adaa818139f7','9e0bbf210efd6b8c6d539c68b2db9e8841d2bdb4aafa17e2049019af0b61fb18');
INSERT INTO "log" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',4,'2026-01-05T09:38:00.000000+00:00','B. Sample','document made','{"kind":"memo","of":1,"sha256":"abababababababababababababababababababababababababababababababab"}','9e0bbf210efd6b8c6d539c68b2db9e8841d2bdb4aafa17e2049019af0b61fb18','4555b4da139d3fd53e69875002190ffe97b90be06fd8bc7b68a3867c21c97ba7');
INSERT INTO "log" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',5,'2026-01-05T09:39:00.000000+00:00','B. Sample','to be kept','{"hold":null,"until":"2031-12-31"}','4555b4da139d3fd53e69875002190ffe97b90be06fd8bc7b68a3867c21c97ba7','6c676c9d8b21302bb093196e87ae76271a3b5a972ad1a3e1f322b39b2e0a3bc7');
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
INSERT INTO "note" VALUES(1,'3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10','action','a1','{"text":"ask"}','2026-02-01','B. Sample','2026-01-05T09:30:00.000000+00:00');
CREATE TABLE person (
    assessment  TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    key         INTEGER NOT NULL,
    subject     TEXT NOT NULL,
    data        TEXT CHECK (data IS NULL OR json_valid (data)),
    erased      TEXT,
    PRIMARY KEY (assessment, key),
    CHECK ((data IS NULL) = (erased IS NOT NULL))
) STRICT;
INSERT INTO "person" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',1,'people.p1','"Ann Example"',NULL);
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
INSERT INTO "revision" VALUES('3f0c2b9e-6d0a-4c5e-9a54-7a1f8c6d2e10',1,'2026-01-05T09:35:00.000000+00:00','A. Sample','34b89fc4ddc776ab7dd6ed9f11fbbb2bf61e34b3df1282c6b1f3625194dd4ecf','["2026-01-05"]','{"items":["i1"],"items.i1.area":814.0,"items.i1.rate":{"fp4":null,"fp8":1979.0}}','{"people.p1.name":1}','[{"id":"chip.class","of":{"item":"i1"},"value":"met"}]','0.1.0','["315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027"]','null','','1bbadce7e5ef565a2243022c347fd7527fd64b49a2b377d861f5e88002ec40b9');
CREATE TABLE setting (
    key         TEXT PRIMARY KEY,
    value       TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
CREATE INDEX assessment_by_change ON assessment (changed DESC, id);
CREATE INDEX person_by_subject ON person (assessment, subject);
CREATE INDEX revision_by_law ON revision (law);
CREATE INDEX exhibit_by_hash ON exhibit (hash);
CREATE INDEX document_by_assessment ON document (assessment, serial);
CREATE INDEX note_by_matter ON note (assessment, kind, key, serial);
CREATE INDEX note_by_kind ON note (kind, due);
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
COMMIT;
