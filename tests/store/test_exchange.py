"""A ``.clearway`` file loses nothing, and a bad one is refused in one line."""

from __future__ import annotations

import errno
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.store import codec, exchange, strict_json, transfer
from app.store.assessments import new_id
from app.store.bundle import Bundle
from app.store.errors import DiskFull, Refused, StoreError, UnreadableFile
from app.store.library import Library
from app.store.transfer import IfPresent
from app.store.values import AssessmentHead, Conclusions, KeptAnswers
from tests.store.sample import (
    NAME,
    START,
    addresses,
    answers,
    begin,
    fill,
    json_values,
    later,
    text,
)

if TYPE_CHECKING:
    from app.store.codec import Answer, Json

STEP = {"number": 1, "kind": "given", "of": None, "moment": "2026-01-05T09:30:00Z", "who": ""}
STEP |= {"changes": []}
CHANGE = {"address": "a", "old": None, "new": None}
STORED = Path(__file__).parent / "stored" / "version_1.clearway"
one_library = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def file(library: Library, tmp_path: Path) -> Path:
    """A file with something of everything in it."""
    target = tmp_path / "a.clearway"
    transfer.write_file(transfer.whole(library, fill(library), "0.1.0"), target)
    return target


def changed(file: Path, **parts: Json) -> bytes:
    """The file with other parts, as somebody writes it by hand: without a hash."""
    told = json.loads(file.read_bytes())
    del told["hash"]
    return json.dumps({**told, **parts}).encode()


@one_library
@given(
    name=text,
    told=st.dictionaries(addresses, answers, max_size=6),
    personal=st.sets(addresses, max_size=3),
    summary=json_values,
    determined=json_values,
    law=text,
)
@example("עברית😀\0", {"a": "x" * 100_000}, {"a"}, None, None, "\ud800")
def test_export_and_import_into_another_library_is_the_identity(  # noqa: PLR0913, PLR0917 - parts
    library: Library,
    name: str,
    told: dict[str, Answer],
    personal: set[str],
    summary: Json,
    determined: Json,
    law: str,
) -> None:
    key = library.assessments.create(name, START, "A.", summary=summary).id
    library.drafts.write(key, told, later(1), "A.", personal=personal)
    concluded = Conclusions(library.laws.put(law), None, determined, "0.1.0")
    library.revisions.save(key, library.drafts.kept(key), concluded, later(2), "A.")
    library.drafts.undo(key, later(3), "A.")
    bundle = transfer.whole(library, key, "0.1.0")
    read = exchange.read(exchange.write(bundle), START)
    assert read == bundle
    here = transfer.bring(library, read, later(4), "B.", IfPresent.COPY)
    assert here != key
    copy = transfer.whole(library, here, "0.1.0")
    assert replace(copy, head=replace(copy.head, id=key)) == bundle


def test_a_file_brought_into_an_empty_library_restores_every_table(
    file: Path, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "other" / "library.sqlite", START) as other:
        bundle = transfer.read_file(file, START)
        here = transfer.bring(other, bundle, later(30), "B.", IfPresent.REFUSE)
        assert transfer.whole(other, here, "0.1.0") == bundle
        transfer.write_file(transfer.whole(other, here, "0.1.0"), tmp_path / "again.clearway")
        assert other.drafts.can_redo(here)
        assert other.log.read()[-1].what == "imported"
    assert (tmp_path / "again.clearway").read_bytes() == file.read_bytes()


def test_the_stored_file_of_version_1_reads_with_all_it_holds(library: Library) -> None:
    bundle = transfer.read_file(STORED, START)
    here = transfer.bring(library, bundle, START, "B.", IfPresent.REFUSE)
    assert exchange.write(transfer.whole(library, here, bundle.program)) == STORED.read_bytes()
    assert library.drafts.read(here).answers[NAME] == "Ann Example"


def test_a_file_is_readable_by_people(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["{", ' "clearway": 1,']
    assert '   "items.i1.area": 814.0,' in lines


def test_a_file_stands_under_its_name_only_when_it_is_whole(file: Path) -> None:
    assert file.stat().st_mode & 0o077 == 0
    assert not file.with_name(file.name + ".part").exists()


def test_without_its_bytes_evidence_is_named_and_can_come_later(
    library: Library, file: Path, tmp_path: Path
) -> None:
    (head,) = library.assessments.list()
    lean = transfer.whole(library, head.id, "0.1.0", evidence=False)
    (exhibit,) = lean.exhibits
    with Library.open(tmp_path / "other.sqlite", START) as other:
        transfer.bring(other, exchange.read(exchange.write(lean), START), START, "B.", REFUSE)
        assert other.evidence.content(exhibit.hash) is None
        transfer.bring(other, transfer.read_file(file, START), START, "B.", IfPresent.REPLACE)
        assert other.evidence.content(exhibit.hash) == b"%PDF"


REFUSE = IfPresent.REFUSE


def test_a_file_written_by_hand_may_hold_a_name_and_answers_only(library: Library) -> None:
    raw = b'{"clearway": 1, "assessment": {"name": "By hand"}, "draft": {"answers": {"a": null}}}'
    here = transfer.bring(library, exchange.read(raw, START), later(1), "B.", REFUSE)
    head = library.assessments.get(here)
    assert (head.name, head.created) == ("By hand", START)
    assert library.drafts.read(here).answers == {"a": None}


@one_library
@given(data=st.data())
def test_a_file_cut_short_anywhere_is_refused_and_changes_nothing(
    library: Library, file: Path, data: st.DataObject
) -> None:
    raw = file.read_bytes().rstrip()
    cut = raw[: data.draw(st.integers(0, len(raw) - 1))]
    before = library.database.value("SELECT total_changes()")
    with pytest.raises(UnreadableFile) as refused:
        transfer.read_bytes(cut, file, START)
    assert str(refused.value).startswith(f"{file}: ")
    assert "\n" not in str(refused.value)
    assert library.database.value("SELECT total_changes()") == before


@one_library
@given(data=st.data())
def test_a_file_with_a_byte_changed_is_refused_or_reads_the_same(
    file: Path, data: st.DataObject
) -> None:
    raw = bytearray(file.read_bytes())
    raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    whole = transfer.read_file(file, START)
    try:
        assert exchange.read(bytes(raw), START) == whole
    except StoreError as refused:
        assert "\n" not in str(refused)  # noqa: PT017 - either way is right


@given(raw=st.binary(max_size=50) | json_values.map(lambda value: json.dumps(value).encode()))
def test_what_is_no_exchange_file_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableFile):
        exchange.read(raw, START)


def keys_of(value: Json) -> list[Json]:
    return list(value) if isinstance(value, dict) else list(range(len(value)))


@given(value=json_values, data=st.data())
def test_a_part_of_any_wrong_shape_is_refused_or_read_in_one_line(
    value: Json, data: st.DataObject
) -> None:
    told = json.loads(STORED.read_bytes())
    del told["hash"]
    spot = told
    for _ in range(data.draw(st.integers(0, 4))):
        key = data.draw(st.sampled_from(keys_of(spot)))
        spot = spot[key] if isinstance(spot[key], dict | list) and spot[key] else spot
    spot[data.draw(st.sampled_from(keys_of(spot)))] = value
    try:
        read = exchange.read(json.dumps(told).encode(), START)
    except StoreError as refused:
        assert "\n" not in str(refused)  # noqa: PT017 - either way is right
        return
    assert exchange.read(exchange.write(read), START) == read


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "line 1, column 1: it ends too early"),
        (b'{"clearway": 1, "clearway": 1}', "'clearway' stands twice"),
        (b'{"clearway": 2}', "version 2 of the format and this program knows 1; open it with"),
        (b'{"clearway": "1"}', "does not say which version"),
        (b'{"clearway": true}', "does not say which version"),
        (b'{"other": 1}', "not a .clearway file"),
        (b"[1]", "not a .clearway file"),
        (b"%PDF-1.7", "line 1, column 1"),
        (b"\xff\xfe{", "damaged"),
        (b'{"clearway": NaN}', "NaN is not a number"),
        (b'{"clearway": ' + b"9" * 5000 + b"}", "damaged"),
        (b'{"clearway": 1, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deep"),
        (b'{"clearway": 1, "x": ' + b"[" * 250 + b"]" * 250 + b"}", "nested too deep"),
        (b"[" + b"[]," * 3_000_000 + b"1]", "more values than any assessment"),
        (b'{"clearway": 1}', "has no 'assessment'"),
        (b'{"clearway": 1, "assessment": {}, "draf": {}}', "a part 'draf'"),
        (b'{"clearway": 1, "assessment": {"name": 3}}', "assessment.name must be a text"),
        (b'{"clearway": 1, "assessment": {"name": "", "id": "../x"}}', "is no id"),
    ],
)
def test_a_bad_file_is_refused_with_what_is_wrong_in_it(raw: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        transfer.read_bytes(raw, Path("a.clearway"), START)
    assert complaint in str(refused.value)
    assert str(refused.value).endswith("nothing was imported, ask for the file anew")


@pytest.mark.parametrize(
    ("parts", "complaint"),
    [
        ({"people": {}}, "person 1 is named and missing"),
        ({"people": {"01": {"subject": "x", "data": 1}}}, "which is no key"),
        ({"people": {"1": {"subject": "x"}}}, "either data or the moment"),
        ({"laws": {}}, "the law of revision 1 is missing"),
        ({"laws": {"ab": "other"}}, "law ab is not what its hash says"),
        ({"draft": {"answers": {"a": 1}, "people": {"a": 1}}}, "a has two answers"),
        ({"draft": {"answers": {"a": [1]}}}, "draft.answers.a is no answer"),
        ({"draft": {"answers": {"": 1}}}, "has a key that is no text"),
        ({"draft": {"answers": [], "people": {}}}, "draft.answers must be an object"),
        ({"history": [{"number": 1}]}, "history[0] has no 'kind'"),
        ({"history": {}}, "history must be a list"),
        ({"history": [STEP | {"kind": "lost"}]}, "history[0] is no step"),
        ({"history": [STEP | {"of": 1}]}, "history[0] is no step"),
        ({"history": [STEP | {"changes": [CHANGE | {"new": {"old": 1}}]}]}, "has no 'value'"),
        ({"history": [STEP | {"changes": [CHANGE | {"new": 3}]}]}, "must be an object"),
        ({"history": [STEP | {"changes": [CHANGE | {"new": {"person": 9}}]}]}, "person 9 is named"),
        ({"history": [STEP | {"number": True}]}, "must be a whole number"),
        ({"assessment": []}, "assessment must be an object"),
        ({"revisions": [{}]}, "revisions[0] has no 'number'"),
        ({"notes": [{"kind": "a", "key": "b", "data": 0, "who": "", "moment": "now"}]}, "a moment"),
    ],
)
def test_a_file_whose_parts_do_not_hold_together_is_refused(
    file: Path, parts: dict[str, Json], complaint: str
) -> None:
    with pytest.raises(UnreadableFile, match=r".") as refused:
        exchange.read(changed(file, **parts), START)
    assert complaint in str(refused.value)


def test_a_revision_that_was_edited_by_hand_is_refused(file: Path) -> None:
    revisions = json.loads(file.read_bytes())["revisions"]
    twice = changed(file, revisions=revisions * 2)
    revisions[0]["determinations"] = []
    with pytest.raises(UnreadableFile, match="revision 1 is not what its hash says"):
        exchange.read(changed(file, revisions=revisions), START)
    with pytest.raises(UnreadableFile, match="in the wrong place"):
        exchange.read(twice, START)


def test_steps_in_the_wrong_order_are_refused(file: Path) -> None:
    steps = json.loads(file.read_bytes())["history"]
    with pytest.raises(UnreadableFile, match="wrong order"):
        exchange.read(changed(file, history=steps[::-1]), START)
    with pytest.raises(UnreadableFile, match="does not follow"):
        exchange.read(changed(file, history=[steps[0], steps[-1]]), START)


@pytest.mark.parametrize(
    ("part", "complaint"),
    [
        ({"bytes": "!"}, "not base64"),
        ({"bytes": "eA=="}, "is not what its hash says"),
        ({"size": 7}, "not as long as it says"),
        ({"size": -1}, "out of range"),
    ],
)
def test_evidence_that_was_tampered_with_is_refused(
    file: Path, part: dict[str, Json], complaint: str
) -> None:
    (exhibit,) = json.loads(file.read_bytes())["evidence"]
    with pytest.raises(UnreadableFile, match=complaint):
        exchange.read(changed(file, evidence=[{**exhibit, **part}]), START)
    with pytest.raises(UnreadableFile, match="stands twice"):
        exchange.read(changed(file, evidence=[exhibit, exhibit]), START)


def test_an_edited_file_with_its_old_hash_is_refused_and_told_how_to_go_on(file: Path) -> None:
    raw = file.read_bytes().replace(b"814.0", b"815.0")
    with pytest.raises(UnreadableFile, match=r'changed or damaged.*takes its last "hash" out'):
        exchange.read(raw, START)


def test_a_file_beyond_the_limit_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = tmp_path / "bomb.clearway"
    with bomb.open("wb") as sparse:
        sparse.truncate(500 << 20)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(UnreadableFile, match="larger than 256 MB"):
        transfer.read_file(bomb, START)


def test_an_attachment_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "LARGEST", 10)
    with pytest.raises(UnreadableFile, match="larger than"):
        exchange.read(b" " * 11, START)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.clearway: the file cannot be read"):
        transfer.read_file(tmp_path / "none.clearway", START)


def test_nothing_is_written_that_could_not_be_read_again(library: Library, tmp_path: Path) -> None:
    key = begin(library)
    deep: Json = None
    for _ in range(300):
        deep = [deep]
    library.assessments.summarise(key, deep)
    with pytest.raises(Refused, match="could not be read again"):
        transfer.write_file(transfer.whole(library, key, "0.1.0"), tmp_path / "a.clearway")
    assert list(tmp_path.glob("a.*")) == []


def test_a_folder_that_is_not_there_is_named_on_export(file: Path, tmp_path: Path) -> None:
    bundle = transfer.read_file(file, START)
    with pytest.raises(StoreError, match=r"not written \(No such file"):
        transfer.write_file(bundle, tmp_path / "nowhere" / "a.clearway")


def test_a_full_disk_on_export_leaves_the_older_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(DiskFull, match="No space left on device"):
        transfer.write_file(transfer.read_file(file, START), file)
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.glob("a.*")] == ["a.clearway"]


def test_numbers_in_a_file_keep_their_kind() -> None:
    head = AssessmentHead(new_id(), "n", START, START)
    told: dict[str, Answer] = {"a": 1, "b": 1.0, "c": True, "d": -0.0, "e": 1e22, "f": 10**25}
    read = exchange.read(exchange.write(Bundle(head, draft=KeptAnswers(told))), START)
    assert codec.canonical(dict(read.draft.answers)) == codec.canonical(told)
