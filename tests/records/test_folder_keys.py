"""A file's key is its path, whether a whole collection is given or a single file."""

import pytest

from manumit.records import BadRecord, find_files, path_of, read_files


@pytest.fixture
def folder(tmp_path):
    """A folder with these empty files."""

    def make(*names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        return tmp_path

    return make


def keys(*paths):
    return [place.key for place in find_files(paths)]


def test_keys_count_from_the_folder_with_the_marker(folder):
    root = folder("law/collection.yaml", "law/hk/law/cap-1.md", "law/un/treaty/a.md")
    wanted = ["hk/law/cap-1", "un/treaty/a"]
    assert keys(root / "law") == wanted
    assert keys(root) == wanted
    assert keys(root / "law" / "hk") == wanted[:1]
    assert keys(root / "law" / "hk" / "law" / "cap-1.md") == wanted[:1]


def test_the_marker_decides_even_where_a_later_folder_is_called_like_a_system(folder):
    root = folder("collection.yaml", "coe/publication/un/report.md")
    assert keys(root / "coe" / "publication" / "un") == ["coe/publication/un/report"]


def test_without_a_marker_keys_begin_at_a_known_system(folder):
    root = folder("stuff/hk/law/cap-1.md", "stuff/un/treaty/a.md")
    assert keys(root / "stuff") == ["hk/law/cap-1", "un/treaty/a"]
    assert keys(root / "stuff" / "hk" / "law") == ["hk/law/cap-1"]
    assert keys(root / "stuff" / "un" / "treaty" / "a.md") == ["un/treaty/a"]


def test_a_relative_path_gives_the_same_key(folder, monkeypatch):
    root = folder("collection.yaml", "hk/law/cap-1.md")
    monkeypatch.chdir(root / "hk")
    (path,) = (root / "hk" / "law").iterdir()
    assert keys(path.relative_to(root / "hk")) == ["hk/law/cap-1"]


def test_a_file_given_twice_is_one_file(folder):
    root = folder("collection.yaml", "hk/law/cap-1.md")
    assert keys(root, root / "hk") == ["hk/law/cap-1"]


def test_a_readme_and_hidden_files_are_no_records(folder):
    root = folder("collection.yaml", "README.md", ".git/a.md", "hk/law/.a.md", "hk/law/cap-1.md")
    assert keys(root) == ["hk/law/cap-1"]


def test_a_path_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BadRecord, match="there is no such file or folder"):
        find_files([tmp_path / "nowhere"])


def test_a_key_leads_to_its_path_and_back(folder):
    root = folder("collection.yaml")
    path = root / path_of("hk/law/cap-200.1")
    path.parent.mkdir(parents=True)
    path.touch()
    assert keys(path) == ["hk/law/cap-200.1"]


def test_a_bad_file_does_not_hide_the_next(folder, judgment):
    root = folder("collection.yaml", "coe/case/a/2000-01-01.md", "coe/case/b/2010-01-07.md")
    (root / "coe/case/b/2010-01-07.md").write_text(judgment(), encoding="utf-8")
    bad, good = read_files(find_files([root]))
    assert str(bad).endswith("2000-01-01.md:1: is empty")
    assert good.key == "coe/case/b/2010-01-07"
