"""Collection files for tests, written by us."""

import pytest

from manumit.records import BadRecord, read_file

JUDGMENT = """\
---
kind: judgment
title: Lantern v. Nowhere
forum: ecthr
decided_on: 2010-01-07
sources:
- publisher: The Court
  for: [title, dates]
  on: 2026-11-01
---
"""


@pytest.fixture
def read_text(tmp_path):
    """Read a collection file with this text, given as words or as bytes."""

    def read(text, key="coe/case/1-50/2010-01-07"):
        path = tmp_path / "record.md"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_file(path, key)

    return read


@pytest.fixture
def complaints(read_text, tmp_path):
    """The lines a person is shown for a bad file, without the folder it stands in."""

    def lines(text, **given):
        with pytest.raises(BadRecord) as caught:
            read_text(text, **given)
        return str(caught.value).replace(f"{tmp_path}/", "").splitlines()

    return lines


@pytest.fixture
def judgment():
    """A sound judgment's file with one line put in before its sources, or replaced."""

    def text(line="", *, instead_of=""):
        if instead_of:
            return JUDGMENT.replace(instead_of, line)
        return JUDGMENT.replace("sources:", f"{line}\nsources:" if line else "sources:")

    return text
