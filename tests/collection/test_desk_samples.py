"""The situations by which suggested authorities are measured send what readers can find."""

from collections import Counter

import pytest

from manumit.cli.bench.judged import BadJudgement
from manumit.cli.bench.situations import read_situations
from manumit.records import read_file
from tests.paths import REPOSITORY, SAMPLES

SITUATIONS = read_situations(SAMPLES / "desk")
FIRST = [each for each in SITUATIONS if each.part in {"made on", "held out"}]
ENOUGH = 30


def record_of(key):
    return read_file(REPOSITORY / "collection" / f"{key}.md", key).record


def test_there_are_enough_and_a_third_is_held_out():
    assert len(FIRST) >= ENOUGH
    assert sum(each.part == "held out" for each in FIRST) * 3 == len(FIRST)
    assert max(Counter(each.name for each in SITUATIONS).values()) == 1
    languages = {"en", "th", "vi", "zh-Hant", "zh-Hans", "id", "km"}
    assert languages == {each.language for each in SITUATIONS}


def test_those_written_by_another_hand_are_told_apart():
    later = Counter(each.part for each in SITUATIONS if each not in FIRST)
    assert later == {
        "second, made on": 14,
        "second, held out": 12,
        "third, held out": 24,
        "fourth, held out": 15,
        "fourth, made on": 15,
        "fifth, held out": 49,
        "fifth, made on": 51,
    }


def test_every_authority_is_published():
    judged = {key for each in SITUATIONS for key in each.relevant}
    assert [key for key in sorted(judged) if record_of(key).status != "published"] == []


def test_every_pinpoint_is_a_provision_of_its_record():
    for each in SITUATIONS:
        for key, eid in each.pinned.items():
            known = [provision.at for provision in record_of(key).provisions]
            assert eid in known, f"{each.name}: {key}#{eid}"


def test_a_judgement_that_makes_no_sense_is_named(tmp_path):
    (tmp_path / "en.yaml").write_text("- {name: x, authorities: {a: 1}}")
    with pytest.raises(BadJudgement, match="'x' has no authorities"):
        read_situations(tmp_path)
