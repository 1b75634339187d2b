"""Where the tests find files that are not theirs."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLES = REPOSITORY / "tests" / "samples"
JUDGMENT = SAMPLES / "formats" / "docx" / "lantern-case.docx"
"""An invented judgment as a court would send it, which says who wrote it."""


def _shared() -> Path | None:
    named = os.environ.get("MANUMIT_SHARED")
    folder = Path(named) if named else REPOSITORY.parent / "shared"
    return folder if folder.is_dir() else None


SHARED = _shared()
"""The folder of real material beside the repository; None where there is none."""


def shared(path: str) -> Path:
    """A file or folder of the shared material; the test is skipped where it is absent."""
    if SHARED is None:
        pytest.skip("no shared material: set MANUMIT_SHARED to its folder")
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"{path} is not in the shared material")
    return found


def shared_files(folder: str, pattern: str) -> list[Path]:
    """The files of a shared folder, for parametrised tests; empty where it is absent."""
    return sorted((SHARED / folder).glob(pattern)) if SHARED else []
