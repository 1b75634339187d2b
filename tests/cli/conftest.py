"""The program as its users meet it: arguments in, exit code and words out."""

import json
from typing import NamedTuple

import pytest

from manumit.cli import program


class Answer(NamedTuple):
    """What one run of the program gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def manumit(monkeypatch, capsys, settings, tmp_path):
    """Run the program on these arguments, with a search index of the test's own."""
    settings.MANUMIT_INDEX = tmp_path / "index"

    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["manumit", *map(str, arguments)])
        capsys.readouterr()
        code = program.run()
        return Answer(code, *capsys.readouterr())

    return run
