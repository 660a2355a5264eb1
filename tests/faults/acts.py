"""Every kind of write, what must be true before it and after it, done or not."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.expunging import MARK, passage_of
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.platform.private_file import write_private
from focalpoint_app.platform.settings import Settings, load_settings, save_settings
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.backups.restoring import restore
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyring import keyring
from focalpoint_app.storage.consultation.judgements import Judged
from focalpoint_app.storage.errors import writing_beside
from focalpoint_app.storage.expunging.expunged import Scope
from focalpoint_app.storage.expunging.expunging import Decision
from focalpoint_app.storage.file.header import salt_of
from focalpoint_app.storage.file.migrating import migrate_file
from focalpoint_app.storage.file.staying import Stay
from focalpoint_app.storage.migrations import UPGRADES
from focalpoint_app.storage.repair.repairing import repair
from tests.faults.ground import (
    BY_IMPORT,
    HERE,
    KEYS,
    LONG,
    OPEN,
    THERE,
    Act,
    counts,
    read,
    says,
    sound,
    void,
    workspace_at,
)
from tests.storage.consultation.test_judgements import JUDGED, OFFICIAL
from tests.storage.consultation.test_judgements import SECRET as SECRET_GIVEN
from tests.storage.consultation_samples import IMPORT, asked, reply
from tests.storage.file.test_migrating import PROFILE_OF_VERSION_1, version_0
from tests.storage.samples import (
    AT,
    CHOICE,
    LAYLA,
    NARRATIVE,
    PROFILE,
    at,
    change,
    local,
    new_workspace,
    questionnaire_data,
    reopened,
    text,
)
from tests.storage.test_evidences import clearance, scan

SECRET = Key(bytes(32), bytes(range(16)))


def _made(folder: Path) -> None:
    (folder / HERE).mkdir()
    (folder / THERE).mkdir()
    workspace = new_workspace(workspace_at(folder))
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    workspace.save("r1", [change(NARRATIVE, text("شهد زكريا"))], LAYLA.id, AT)
    workspace.seal("r1", None, AT)
    asked(workspace)
    workspace.add_clearance(clearance(1, b'{"answers":{},"sources":[]}'))
    workspace.backup(folder / THERE / "backup.focalpoint")
    workspace.save("r1", [change(CHOICE, "in_part")], LAYLA.id, at(1))
    workspace.close()


def _holding(
    verb: Callable[[Workspace], object],
) -> Callable[[Path], Callable[[], None]]:
    """The verb on an open workspace, which goes on afterwards."""

    def prepare(folder: Path) -> Callable[[], None]:
        workspace = reopened(workspace_at(folder))
        OPEN.append(workspace)

        def do() -> None:
            verb(workspace)

        return do

    return prepare


def _imported(workspace: Workspace) -> int:
    return len([key for key in workspace.fields("r1") if key in KEYS])


def _sealed_anew(folder: Path, is_done: bool) -> None:
    sound(workspace_at(folder))
    with read(workspace_at(folder)) as workspace:
        contents = [each.content for each in workspace.history("r1", CHOICE)]
    assert contents in (["yes"], ["yes", "in_part"])
    assert not is_done or len(contents) == 2


def _create(folder: Path) -> Callable[[], None]:
    path = folder / HERE / "new.focalpoint"
    return lambda: Workspace.create(path, PROFILE, AT, judge=local).close()


def _created(folder: Path, is_done: bool) -> None:
    path = folder / HERE / "new.focalpoint"
    assert path.exists() or not is_done
    if path.exists():
        sound(path)


def _back_up(workspace: Workspace) -> None:
    workspace.backup(workspace.path.parents[1] / THERE / "backup.focalpoint")


def _backed_up(folder: Path, is_done: bool) -> None:
    path = folder / THERE / "backup.focalpoint"
    sound(path)
    with read(path) as workspace:
        said = workspace.fields("r1")[CHOICE]
    assert said == "in_part" if is_done else said in ("yes", "in_part"), said


def _restore(folder: Path) -> Callable[[], None]:
    backup = folder / THERE / "backup.focalpoint"
    return lambda: void(restore(backup, workspace_at(folder), AT, judge=local))


def _older(folder: Path) -> None:
    (folder / HERE).mkdir()
    path = workspace_at(folder)
    version_0(path)
    migrate_file(path, UPGRADES[:3])
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO profile VALUES ('XAA', ?)", (PROFILE_OF_VERSION_1,))
        raw.execute("INSERT INTO meta VALUES ('workspace', 'w1')")
        raw.commit()


def _migrate(folder: Path) -> Callable[[], None]:
    return lambda: reopened(workspace_at(folder)).close()


def _migrated(folder: Path, _is_done: bool) -> None:
    sound(workspace_at(folder))
    with read(workspace_at(folder)) as workspace:
        assert workspace.profile().state == "XAA"


def _expunge(workspace: Workspace) -> None:
    scope = Scope("r1", passage_of("زكريا"))
    workspace.expunge(scope, Decision("شاهد", LAYLA.id, at(9)))


def _expunged(folder: Path, is_done: bool) -> None:
    """Whatever was cut short is done by the next opening: no byte of it is left."""
    path = workspace_at(folder)
    sound(path)
    reopened(path).close()
    with read(path) as workspace:
        said = workspace.fields("r1")[NARRATIVE]
    assert said in (text("شهد زكريا"), text(f"شهد {MARK}")), said
    is_gone = said == text(f"شهد {MARK}")
    assert is_gone or not is_done
    assert ("زكريا".encode() in path.read_bytes()) is not is_gone


def _put_back(folder: Path) -> Callable[[], None]:
    """Taken from the share, changed and closed; the fault falls into the way back."""
    original, copies = folder / THERE / "backup.focalpoint", folder / HERE / "copies"
    stay = Stay.begin(original, copies, "ليلى", AT)
    workspace = reopened(stay.local)
    workspace.save("r1", [change(CHOICE, "no")], LAYLA.id, at(2))
    workspace.close()
    return lambda: void(stay.end(at(3)))


def _was_put_back(folder: Path, is_done: bool) -> None:
    original, copies = folder / THERE / "backup.focalpoint", folder / HERE / "copies"
    sound(original)
    if not is_done:
        stay = Stay.begin(original, copies, "ليلى", at(4))
        assert stay.notice is None
        with read(stay.local) as workspace:
            assert workspace.fields("r1")[CHOICE] == "no"
        assert stay.end(at(5)) is None
    with read(original) as workspace:
        assert workspace.fields("r1")[CHOICE] == "no"


def _publish_file(folder: Path) -> Callable[[], None]:
    target = folder / THERE / "out.pdf"
    target.write_bytes(b"old" * 5_000)
    return lambda: publish(b"new" * 5_000, target)


def _published(folder: Path, is_done: bool) -> None:
    content = (folder / THERE / "out.pdf").read_bytes()
    assert content == b"new" * 5_000 or (not is_done and content == b"old" * 5_000)


def _save_settings(folder: Path) -> Callable[[], None]:
    save_settings(Settings(author="ليلى"), folder / HERE)
    return lambda: void(save_settings(Settings(author="عمر"), folder / HERE))


def _settled(folder: Path, _is_done: bool) -> None:
    assert load_settings(folder / HERE).author in ("ليلى", "عمر")


def _repair(folder: Path) -> Callable[[], None]:
    target = folder / HERE / "repaired.focalpoint"
    return lambda: void(repair(workspace_at(folder), target, [questionnaire_data()]))


def _repaired(folder: Path, is_done: bool) -> None:
    target = folder / HERE / "repaired.focalpoint"
    assert target.exists() or not is_done
    if target.exists():
        sound(target)


def _secured(folder: Path, is_done: bool) -> None:
    keyring().add(SECRET)
    says("in_part", "in_part")(folder, is_done)
    salt = salt_of(workspace_at(folder))
    assert salt == SECRET.salt if is_done else salt in (b"", SECRET.salt)


def _keep_a_text(folder: Path) -> Callable[[], None]:
    path = folder / HERE / "kept.json"
    write_private(path, b"old" * 5_000)

    def do() -> None:
        with writing_beside(path):  # As whoever keeps one hears of it.
            write_private(path, b"new" * 5_000)

    return do


def _kept(folder: Path, is_done: bool) -> None:
    content = (folder / HERE / "kept.json").read_bytes()
    assert content == b"new" * 5_000 or (not is_done and content == b"old" * 5_000)


def _judge(folder: Path) -> Callable[[], None]:
    workspace = reopened(workspace_at(folder))
    OPEN.append(workspace)
    workspace.add_reply(reply(), IMPORT)
    judged = Judged(JUDGED, (OFFICIAL,), (SECRET_GIVEN,))
    return lambda: workspace.judge_together("r1", judged)


def _judged(folder: Path, is_done: bool) -> None:
    """The reply and what it says, or neither."""
    with read(workspace_at(folder)) as workspace:
        (receipt,) = workspace.receipts("r1")
        (given,) = workspace.contributions("r1")
    is_official = receipt.standing is Standing.OFFICIAL
    assert (given.marking == "secret") is is_official
    assert is_official or not is_done


ACTS = (
    Act("save", _made,
        _holding(lambda w: w.save("r1", [change(CHOICE, "no"), change(NARRATIVE, LONG)],
                                  LAYLA.id, at(2))), says("in_part", "no")),
    Act("seal", _made, _holding(lambda w: w.seal("r1", None, at(2))), _sealed_anew),
    Act("import", _made, _holding(lambda w: w.publish("r1", BY_IMPORT, [], LAYLA.id,
        at(2))), counts(_imported, len(KEYS))),
    Act("clear", _made, _holding(lambda w: w.add_clearance(clearance(2))),
        counts(lambda w: len(w.clearances("r1")) - 1, 1)),
    Act("keep a scan", _made, _holding(lambda w: w.add_evidence(scan("e1", "c1"),
        b"scan" * 5_000)), counts(lambda w: len(w.evidence("c1")), 1)),
    Act("receive", _made, _holding(lambda w: w.add_reply(reply(), IMPORT)),
        counts(lambda w: len(w.contributions("r1")), 1)),
    Act("close", _made, _holding(lambda w: w.close()), says("in_part", "in_part")),
    Act("create", _made, _create, _created),
    Act("back up", _made, _holding(_back_up), _backed_up),
    Act("restore", _made, _restore, says("in_part", "yes")),
    Act("migrate", _older, _migrate, _migrated),
    Act("expunge", _made, _holding(_expunge), _expunged),
    Act("put back", _made, _put_back, _was_put_back),
    Act("write a document", _made, _publish_file, _published),
    Act("keep settings", _made, _save_settings, _settled),
    Act("repair", _made, _repair, _repaired),
    Act("another passphrase", _made, _holding(lambda w: w.rekey(SECRET)), _secured),
    Act("keep a text", _made, _keep_a_text, _kept),
    Act("judge a reply", _made, _judge, _judged),
)  # fmt: skip
