"""The locked versions can be installed with every Python that is promised."""

import re
import tomllib

from tests.paths import REPOSITORY


def test_the_lock_is_made_for_the_oldest_python_that_is_promised():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    [command] = re.findall(
        r"^#\s+(uv pip compile .*)$", (REPOSITORY / "requirements.lock").read_text(), re.MULTILINE
    )
    made_for = re.search(r"--python-version (\S+)", command)
    assert made_for, "make lock names no Python"
    assert project["requires-python"] == f">={made_for[1]}"
