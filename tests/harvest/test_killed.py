"""A harvest that is really killed: in processes of its own, in homes of its own."""

import os
import signal
import sqlite3
import subprocess
import sys

import pytest

from tests.harvest.conftest import FOLDER
from tests.harvest.server import recorded
from tests.paths import REPOSITORY

DUMP = """
SELECT address, became, reason, keys, digest, validators, content FROM harvest_fetched ORDER BY 1;
SELECT key, title, live, dated FROM library_work ORDER BY 1;
SELECT digest FROM library_text ORDER BY 1;
SELECT COUNT(*) FROM library_wording;
SELECT fetched, new, changed, unchanged, failed, reasons, to_look_at, broken_off, ended_at IS NULL FROM harvest_run;
SELECT name, state FROM harvest_source;
SELECT action, subject FROM journal_entry ORDER BY number;
"""


def everything_in(home) -> list:
    with sqlite3.connect(home / "manumit.sqlite3") as database:
        return [database.execute(one).fetchall() for one in DUMP.split(";") if one.strip()]


@pytest.mark.parametrize("kind", ["national-archives"])
def test_a_real_kill_in_the_middle_and_a_rerun_end_where_an_undisturbed_run_ends(
    kind, server, tmp_path
):
    def manumit(home, *arguments):
        environment = {
            **os.environ, "MANUMIT_HOME": str(home), "MANUMIT_CONTACT": "us@manumit.example",
            "MANUMIT_HARVEST_NETWORKS": "127.0.0.0/8", "MANUMIT_HARVEST_PAUSE": "0",
        }  # fmt: skip
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        environment.pop("DATABASE_URL", None)  # the home's own file, which is copied and read below
        command = [sys.executable, "-m", "manumit", *map(str, arguments)]
        return subprocess.Popen(command, cwd=REPOSITORY, env=environment, stderr=subprocess.DEVNULL)

    server.answers = recorded(FOLDER / kind)
    sources = tmp_path / "sources.yaml"
    text = (FOLDER / kind / "source.yaml").read_text(encoding="utf-8").partition("expects:")[0]
    lines = text.replace("{server}", server.address).splitlines()
    sources.write_text("- " + "\n  ".join(lines) + "\n", encoding="utf-8")
    undisturbed, killed = tmp_path / "undisturbed", tmp_path / "killed"
    assert manumit(undisturbed, "harvest", "--add", sources).wait() == 0
    killed.mkdir()
    for file in undisturbed.glob("manumit.sqlite3*"):
        (killed / file.name).write_bytes(file.read_bytes())
    assert manumit(undisturbed, "harvest").wait() == 1  # one of its entries has no text

    requests = len(server.requests)
    running = []

    def kill(number):
        if number == requests + 4:  # its second page, after the first judgment is on the shelves
            running[0].send_signal(signal.SIGKILL)

    server.before = kill
    running.append(manumit(killed, "harvest"))
    assert running[0].wait() == -signal.SIGKILL
    assert everything_in(killed) != everything_in(undisturbed)
    server.before = lambda number: None
    assert manumit(killed, "harvest").wait() == 1
    assert everything_in(killed) == everything_in(undisturbed)
