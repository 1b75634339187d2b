"""What every test of formats stands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module", autouse=True)
def programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The one folder in which programs are found, and none is in it: whatever is installed here.

    A real Tesseract would read every scan among the files anew, and each release otherwise.
    """
    folder = tmp_path_factory.mktemp("programs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder))
        yield folder
