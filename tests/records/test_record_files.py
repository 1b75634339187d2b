"""Reading one file: what is accepted, and the one clear line for everything that is not."""

import pytest

KINDS = "instrument, legislation, judgment, publication, organisation or page"


def test_a_sound_file_gives_its_record_its_prose_and_its_lines(read_text, judgment):
    file = read_text(judgment() + "\n# Facts\n\nA lantern was kept.\n")
    assert file.record.title == "Lantern v. Nowhere"
    assert file.record.decided_on == "2010-01-07"
    assert file.body == "# Facts\n\nA lantern was kept."
    assert file.line_of("sources.0.on") == 9
    assert file.line_of("sources.0.nothing.of.this") == 7


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(read_text, judgment):
    text = "\ufeff" + (judgment() + "\nProse.\n").replace("\n", "\r\n")
    assert read_text(text).body == "Prose."


def test_prose_may_hold_lines_of_dashes(read_text, judgment):
    assert read_text(judgment() + "\nOne.\n\n---\n\nTwo.\n").body == "One.\n\n---\n\nTwo."


@pytest.mark.parametrize("day", ["2000", "2000-11", "2000-11-15"])
def test_a_date_may_be_as_partial_as_what_is_known(read_text, judgment, day):
    file = read_text(judgment(f"procedural_history:\n- on: {day}\n  step: heard"))
    assert file.record.procedural_history[0].on == day


@pytest.mark.parametrize("written", ["yes", "true", "on"])
def test_yes_means_yes_where_yes_or_no_is_asked(read_text, judgment, written):
    assert read_text(
        judgment(f"anonymity: {{court_order: {written}}}")
    ).record.anonymity.court_order


def test_a_relation_is_read_in_its_short_form(read_text, judgment):
    line = "relations:\n- {considers: coe/case/2-50/2011-01-01, on: 2011-01-01, note: twice}"
    relation = read_text(judgment(line)).record.relations[0]
    assert (relation.kind, relation.work) == ("considers", "coe/case/2-50/2011-01-01")
    assert relation.on.isoformat() == "2011-01-01"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"", "record.md:1: is empty"),
        (b" \n\n", "record.md:1: is empty"),
        (
            "kind: judgment\n",
            "record.md:1: does not begin with front matter: its first line must be ---",
        ),
        ("---\nkind: judgment\n", "record.md:1: the front matter has no closing line of ---"),
        ("---\nkind: x\n---oops\n", "record.md:1: the front matter has no closing line of ---"),
        ("---\n- one\n---\n", "record.md:1: the front matter is not a list of fields"),
        (
            "---\ntitle: Gänge\n---\n".encode("latin-1"),
            "record.md:1: is not UTF-8 text (byte 12): save it as UTF-8",
        ),
        (
            b"---\nkind: judgment\n---\n" + b"x" * 3_000_000,
            "record.md:1: is larger than 2 MB: no record is that long",
        ),
        ("---\nkind: judgment\n---\n\0", "record.md:1: holds a NUL character: no text has one"),
        (
            "---\nkind: judgment\ntitle: a: b\n---\n",
            (
                "record.md:3: the front matter is not YAML: mapping values are not allowed in this "
                "context"
            ),
        ),
        (
            "---\nkind: judgment\ntitle: A\ntitle: B\n---\n",
            "record.md:4: the front matter is not YAML: the field 'title' is written twice",
        ),
        (
            "---\nkind: judgment\na: !!int lots\n---\n",
            (
                "record.md:1: the front matter cannot be read: invalid literal for int() with base "
                "10: 'lots'"
            ),
        ),
        (
            "---\nkind: judgment\na: !!bool maybe\n---\n",
            "record.md:1: the front matter cannot be read: 'maybe'",
        ),
        ("---\ntitle: A\n---\n", f"record.md:2: the field kind is missing: {KINDS}"),
        ("---\nkind: verdict\n---\n", f"record.md:2: kind must be {KINDS}"),
    ],
)
def test_a_file_that_is_no_record_says_why(complaints, text, line):
    assert complaints(text) == [line]


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("colour: red", "record.md:6: colour: is no field of this record"),
        (
            "final_on: 2009-12-31",
            "record.md:2: final_on (2009-12-31) is before decided_on (2010-01-07)",
        ),
        ("final_on: 2010-02-30", "record.md:6: final_on: day is out of range for month"),
        (
            "final_on: 2010",
            "record.md:6: final_on: write a whole day, such as 2000-11-15 (it says '2010')",
        ),
        (
            "procedural_history:\n- {on: 15.11.2000, step: heard}",
            (
                "record.md:7: procedural_history.0.on: write a day (2000-11-15), a month (2000-11) or "
                "a year (2000)"
            ),
        ),
        (
            "official_url: example.org/a",
            "record.md:6: official_url: write a full web address beginning with https://",
        ),
        (
            "findings:\n- {says: So., weight: ratio, at: [section 3]}",
            (
                "record.md:7: findings.0.at.0: 'section 3' is no passage: write art_3__para_a, sec_129 "
                "or para_282"
            ),
        ),
        (
            "findings:\n- says: So.\n  weight: heavy",
            (
                "record.md:8: findings.0.weight: input should be 'ratio', 'obiter' or 'dissent' "
                "(it says 'heavy')"
            ),
        ),
        ("findings:\n- says: So.", "record.md:7: findings.0.weight: is missing"),
        (
            "topics: [Child Labour]",
            (
                "record.md:6: topics.0: string should match pattern '^[a-z0-9]+(-[a-z0-9]+)*$' "
                "(it says 'Child Labour')"
            ),
        ),
        (
            "relations:\n- {related: hk/law/a}\n- {related: hk/law/a}",
            "record.md:6: relations: related hk/law/a is written twice",
        ),
        (
            "applied:\n- {work: HK Law, how: binding}",
            (
                "record.md:7: applied.0.work: 'HK Law' is not a key: use lower-case letters, digits "
                "and hyphens in three to six parts, such as hk/law/cap-200"
            ),
        ),
        (
            f"neutral_citation: {'x' * 101}",
            (
                "record.md:6: neutral_citation: string should have at most 100 characters "
                f"(it says '{'x' * 60}')"
            ),
        ),
    ],
)
def test_a_bad_field_is_named_with_its_line(complaints, judgment, given, line):
    assert complaints(judgment(given)) == [line]


@pytest.mark.parametrize(
    "relation",
    [
        "{considers: hk/law/a, follows: hk/law/b}",
        "{admires: hk/law/a}",
        "{kind: admires, work: hk/law/a}",
        "{}",
    ],
)
def test_a_relation_is_one_known_relation(complaints, judgment, relation):
    [line] = complaints(judgment(f"relations:\n- {relation}"))
    assert line.startswith("record.md:7: relations.0")
    assert "write one known relation" in line
    assert "comments_on" in line


def test_a_published_record_without_a_source_is_refused(complaints):
    text = "---\nkind: publication\ntitle: A\npublication_type: report\npublisher: B\n---\n"
    assert complaints(text) == [
        "record.md:2: a published record needs at least one source; or set status: draft"
    ]


def test_a_draft_needs_no_source(read_text):
    text = (
        "---\nkind: publication\nstatus: draft\ntitle: A\npublication_type: report\n"
        "publisher: B\n---\n"
    )
    assert read_text(text).record.status == "draft"


def test_a_source_says_what_it_covers(complaints, judgment):
    text = judgment("  for: []", instead_of="  for: [title, dates]")
    assert complaints(text) == [
        "record.md:8: sources.0.for: list should have at least 1 item after validation, not 0"
    ]


@pytest.mark.parametrize(
    ("dates", "reason"),
    [
        ("enacted_on: 2000-05\ncommenced_on: 2000-04-30", "commenced_on (2000-04-30) is before"),
        ("commenced_on: 2001\nrepealed_on: 2000", "repealed_on (2000) is before"),
    ],
)
def test_a_law_cannot_end_before_it_begins(complaints, dates, reason):
    text = (
        "---\nkind: legislation\nstatus: draft\ntitle: A\nlegislation_type: act\nnumber: '1'\n"
        f"{dates}\n---\n"
    )
    [line] = complaints(text)
    assert reason in line


def test_a_month_is_not_before_a_day_within_it(read_text):
    text = (
        "---\nkind: legislation\nstatus: draft\ntitle: A\nlegislation_type: act\nnumber: '1'\n"
        "enacted_on: 2000-05-31\ncommenced_on: 2000-05\n---\n"
    )
    assert read_text(text).record.commenced_on == "2000-05"


def test_every_fault_of_a_file_is_told_at_once(complaints, judgment):
    lines = complaints(judgment("colour: red\nfinal_on: soon\noutcome: [a]"))
    assert [line.split(": ")[1] for line in lines] == ["colour", "final_on", "outcome"]


def test_a_bad_path_is_told(complaints, judgment):
    [line] = complaints(judgment(), key="Coe/Case")
    assert line.startswith("record.md:1: its path gives a bad key: 'Coe/Case' is not a key")


def test_a_provision_written_twice_is_refused(complaints):
    text = (
        "---\nkind: legislation\nstatus: draft\ntitle: A\nlegislation_type: act\nnumber: '1'\n"
        "provisions:\n- {at: sec_1, gist: a}\n- {at: sec_1, gist: b}\n---\n"
    )
    assert complaints(text) == ["record.md:7: provisions: sec_1 is written twice"]
