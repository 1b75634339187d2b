"""The folders of the embedded engine: versions, remains and damage."""

import shutil

import pytest

from manumit.search.engines.tantivy import TantivyEngine
from manumit.search.errors import SearchUnavailable
from tests.contracts.search_shelf import RANTSEV, ZN, find, keys, put


@pytest.fixture
def root(tmp_path):
    return tmp_path / "index"


def folders(root):
    return sorted(entry.name.rpartition("-")[2] for entry in root.iterdir() if entry.is_dir())


def test_an_index_of_another_version_asks_to_be_made_again(root):
    root.mkdir()
    (root / "current").write_text("0.9-3")
    with pytest.raises(SearchUnavailable, match="another version"):
        TantivyEngine(root).state()


def test_a_rebuild_leaves_only_the_new_folder(root):
    engine = TantivyEngine(root)
    put(engine, [RANTSEV])
    put(engine, [ZN])
    assert folders(root) == ["2"]


def test_the_remains_of_a_rebuild_broken_off_are_cleared_by_the_next(root):
    engine = TantivyEngine(root)
    put(engine, [RANTSEV])
    with pytest.raises(KeyboardInterrupt), engine.writer(fresh=True):
        raise KeyboardInterrupt
    assert folders(root) == ["1", "2"]
    put(engine, [ZN])
    assert folders(root) == ["2"]
    assert keys(find(engine)) == [ZN.key]


def test_a_folder_that_is_gone_or_damaged_asks_for_a_rebuild(root):
    put(TantivyEngine(root), [RANTSEV])
    (folder,) = (entry for entry in root.iterdir() if entry.is_dir())
    (folder / "works" / "meta.json").write_text("{")
    with pytest.raises(SearchUnavailable, match="--rebuild"):
        TantivyEngine(root).state()
    shutil.rmtree(folder)
    with pytest.raises(SearchUnavailable, match="--rebuild"):
        TantivyEngine(root).state()


def test_a_reader_keeps_answering_while_its_index_is_replaced(root):
    reader = TantivyEngine(root)
    put(TantivyEngine(root), [RANTSEV])
    assert keys(find(reader)) == [RANTSEV.key]
    put(TantivyEngine(root), [ZN])
    assert keys(find(reader)) == [ZN.key]
