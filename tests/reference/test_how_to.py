"""The how-to page for a new jurisdiction is true: its example is a file that can be read."""

import re
from pathlib import Path

from manumit.reference.systemfiles import read_system

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-jurisdiction.md"


def test_the_example_on_the_page_is_a_jurisdiction(tmp_path):
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "rr.toml"
    path.write_text(example, encoding="utf-8")
    ruritania = read_system(path)
    assert ruritania.name() == "Ruritania"
    assert {each.gives for each in ruritania.all_formats} == {"judgment", "legislation"}
