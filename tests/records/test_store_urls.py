"""Addresses of databases: which file they name, and that no password in one is ever shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.records.errors import StoreError
from game.records.store import Store
from game.records.urls import (
    MEMORY,
    default_url,
    refuse_password_on_command_line,
    safe_url_for_display,
    sqlite_path,
)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("scores.db", "scores.db"),
        ("/srv/game scores/a%20b?.db", "/srv/game scores/a%20b?.db"),
        ("C:\\Users\\ana\\scores.db", "C:\\Users\\ana\\scores.db"),
        ("sqlite:///scores.db", "scores.db"),
        ("sqlite:////srv/a%20b?#.db", "/srv/a%20b?#.db"),
        ("SQLite+pysqlite:///C:\\x.db", "C:\\x.db"),
        ("sqlite://", MEMORY),
        ("sqlite:///:memory:", MEMORY),
        ("postgresql+psycopg://ana@host/scores", None),
    ],
)
def test_the_file_an_address_names(url: str, path: str | None) -> None:
    assert sqlite_path(url) == path


@pytest.mark.parametrize("folder", ["plain", "with space", "per%20cent", "quest?ion#hash", "ünï"])
def test_the_default_address_works_in_any_folder(tmp_path: Path, folder: str) -> None:
    place = tmp_path / folder
    with Store.open(default_url(place), make_folder=True) as store:
        store.enter("Ana")
    assert [file.name for file in place.iterdir()] == ["moments.db"]
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://ana:s3cret@host/db", "postgresql://ana:***@host/db"),
        ("postgresql+psycopg://ana:s3@cr/et:s3@host:5432/db", "postgresql+psycopg://ana:***@host:5432/db"),
        ("postgresql://:s3cret@host/db", "postgresql://:***@host/db"),
        (
            "postgresql://host/db?user=ana&password=s3cret&sslmode=require",
            "postgresql://host/db?user=ana&password=***&sslmode=require",
        ),
        ("host=db user=ana password='s3 cret' dbname=x", "host=db user=ana password=*** dbname=x"),
        ("postgresql://ana:s3\ncret@host/db", "postgresql://ana:***@host/db"),
        ("sqlite://ana:s3cret@host/db", "sqlite://ana:***@host/db"),
    ],
    ids=["plain", "unencoded", "no-user", "query", "conninfo", "newline", "file-with-a-host"],
)
def test_a_password_is_never_shown_nor_taken_as_an_argument(url: str, shown: str) -> None:
    assert safe_url_for_display(url) == shown
    refusal = refuse_password_on_command_line(url)
    assert refusal is not None
    assert "MOMENTS_DB" in refusal
    assert "s3" not in refusal


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ana@host:5432/db",
        "postgresql:///db",
        "scores.db",
        "sqlite:////home/a:b@c/x.db",
        "C:\\a@b.db",
    ],
)
def test_an_address_without_a_password_is_shown_and_taken_as_it_is(url: str) -> None:
    assert safe_url_for_display(url) == url
    assert refuse_password_on_command_line(url) is None


@pytest.mark.parametrize(
    "url", ["nonsense://ana:s3cret@host/db", "://s3cret", "mysql+nodriver://a:s3cret@h/d"]
)
def test_an_unknown_kind_of_database_is_told_plainly(url: str) -> None:
    with pytest.raises(StoreError) as told:
        Store.open(url)
    assert "address of a database" in str(told.value)
    assert "ana:s3cret" not in str(told.value)
