"""What YAML would turn into something else stays what its author wrote."""

import pytest
import yaml

from manumit.records import yaml_read, yaml_write


@pytest.mark.parametrize("word", ["on", "off", "yes", "no", "No", "NO", "y", "n", "True"])
def test_little_words_stay_words(word):
    value, _ = yaml_read(f"{word}: {word}\n")
    assert value == {word: word}


def test_only_true_and_false_are_yes_and_no():
    assert yaml_read("a: true\nb: false\n")[0] == {"a": True, "b": False}


def test_a_day_stays_text_until_the_record_reads_it():
    assert yaml_read("on: 2000-11-31\n")[0] == {"on": "2000-11-31"}


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "the field 'a' is written twice", 3),
        ("a:\n  b: 1\n  b: 2\n", "the field 'b' is written twice", 3),
        ("a:\n\tb: 1\n", "found character that cannot start any token", 2),
        ("a: &one [1]\nb: *one\n", "a value is used again by an alias (*): write it out", 1),
        ("a: &one [*one]\n", "a value is used again by an alias (*): write it out", 1),
        ("a: &one word\nb: *one\n", "a value is used again by an alias (*): write it out", 1),
        ("a: 1\n? [b, c]\n: 2\n", "a field's name must be a word", 2),
        ('a: 1\nb: "x\\0y"\n', "a text holds a NUL character", 2),
        ("a: " + "[" * 500 + "]" * 500 + "\n", "lists stand within lists too deeply", 1),
        ("a: !!python/object:os.system x\n", "could not determine a constructor for the tag", 1),
    ],
)
def test_surprises_are_refused_where_they_stand(text, reason, line):
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml_read(text)
    assert caught.value.problem.startswith(reason)
    assert caught.value.problem_mark.line + 1 == line


def test_a_bomb_of_aliases_is_refused_before_it_bursts():
    lines = ["a0: &a0 [boom, boom, boom, boom, boom, boom, boom, boom, boom]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(yaml.MarkedYAMLError, match="alias"):
        yaml_read("\n".join(lines))


def test_every_field_knows_its_line():
    _, lines = yaml_read("a:\n- b: 1\n  c:\n  - d\n- b: 2\ne: [f, g]\n")
    assert lines["a"] == 1
    assert lines["a.0.c"] == 3
    assert lines["a.0.c.0"] == 4
    assert lines["a.1.b"] == 5
    assert lines["e.1"] == 6


def test_short_lists_stand_on_one_line_and_structures_below_one_another():
    written = yaml_write({"topics": ["child", "slavery"], "at": [{"eid": "art_1"}]})
    assert written == "topics: [child, slavery]\nat:\n- eid: art_1\n"


def test_letters_of_every_script_are_written_as_they_are():
    assert yaml_write({"title": "打擊販運人口 ค้ามนุษย์"}) == "title: 打擊販運人口 ค้ามนุษย์\n"
