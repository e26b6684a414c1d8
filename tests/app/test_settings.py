"""Settings survive damage, nonsense and a folder that cannot be written."""

import json
from pathlib import Path

import pytest

from game.app.settings import Preferences, SettingsFile, Timers


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_defaults_leave_no_file_behind(path: Path) -> None:
    settings = SettingsFile(path)
    assert settings.of("Ana") == Preferences() and settings.notice is None
    assert not path.parent.exists()


def test_everyone_has_their_own(path: Path) -> None:
    settings = SettingsFile(path)
    settings.played("Ana", "Blue")
    settings.keep("Ana", Preferences(text_scale=150, theme="dark", timers=Timers.LONG))
    settings.keep("Ben", Preferences(reduced_motion=True))
    again = SettingsFile(path)
    assert (again.last_player, again.last_team) == ("Ana", "Blue")
    assert again.of("Ana") == Preferences(150, "dark", False, Timers.LONG)
    assert again.of("Ben").reduced_motion
    assert again.of("a new name") == again.of("Ana"), "a new name begins with what was on last"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[]", b'{"format": 2}', b"[" * 200_000],
    ids=["empty", "cut-off", "not-text", "a-list", "newer", "deep"],
)
def test_a_damaged_file_is_kept_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings = SettingsFile(path)
    assert settings.of("Ana") == Preferences()
    assert settings.notice is not None and "settings.json.damaged" in settings.notice
    assert path.with_name("settings.json.damaged").read_bytes() == content
    settings.keep("Ana", Preferences(theme="dark"))
    assert SettingsFile(path).of("Ana").theme == "dark"


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({"text_scale": 9000, "theme": "dark"}, Preferences(text_scale=200, theme="dark")),
        ({"text_scale": "big", "theme": "dark"}, Preferences(theme="dark")),
        ({"theme": "plaid", "reduced_motion": True}, Preferences(reduced_motion=True)),
        ({"timers": "never", "text_scale": 120}, Preferences(text_scale=120)),
        ({"text_scale": True, "reduced_motion": 1}, Preferences()),
        ("nonsense", Preferences()),
    ],
    ids=["too-large", "not-a-number", "no-such-theme", "no-such-timer", "wrong-types", "not-a-mapping"],
)
def test_one_value_that_makes_no_sense_is_passed_over(
    path: Path, values: object, wanted: Preferences
) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"format": 1, "players": {"Ana": values}}))
    settings = SettingsFile(path)
    assert settings.of("Ana") == wanted and settings.notice is None


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    settings = SettingsFile(tmp_path / "config" / "settings.json")
    settings.keep("Ana", Preferences(theme="dark"))
    assert settings.notice is not None and "cannot be written" in settings.notice
    assert settings.of("Ana").theme == "dark", "it holds as long as the game runs"


@pytest.mark.parametrize(("timers", "stretch"), [(Timers.ON, 1.0), (Timers.LONG, 2.0), (Timers.OFF, None)])
def test_timers(timers: Timers, stretch: float | None) -> None:
    assert timers.stretch == stretch
