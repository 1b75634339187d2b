"""What every kind of source keeps to: it brings a sample, drafts only, the same again, whole ones."""

from typing import Any

import pytest

from manumit.harvest.errors import BadSource, FetchFailed
from manumit.harvest.fetching import Gate
from manumit.harvest.kinds import kind_named, kinds
from manumit.harvest.models import Fetched, Run, Source
from manumit.journal import selectors as journal
from manumit.library.models import Text, Work
from tests.harvest.conftest import FOLDER, hold, local_fetcher, read_source
from tests.paths import REPOSITORY

pytestmark = pytest.mark.django_db
KINDS = [kind.name for kind in kinds()]
COUNTS = ("fetched", "new", "changed", "unchanged", "failed")


class Killed(BaseException):
    """The process is no more."""


class Mortal:
    """A fetcher whose process is killed at its n-th request."""

    def __init__(self, inner: Any, breaths: int) -> None:
        self.inner, self.breaths = inner, breaths

    def get(self, *given: Any, **named: Any) -> Any:
        return self._breathe(self.inner.get(*given, **named))

    def save(self, *given: Any, **named: Any) -> Any:
        return self._breathe(self.inner.save(*given, **named))

    def _breathe(self, answer: Any) -> Any:
        self.breaths -= 1
        if self.breaths < 0:
            raise Killed
        return answer


def state_of_everything(since: int = 0) -> dict[str, Any]:
    """All that a run leaves behind, in the journal after ``since``, without the numbers of rows."""
    return {
        "works": list(Work.objects.order_by("key").values_list("key", "title", "live", "dated")),
        "texts": list(Text.objects.order_by("work__key", "language").values_list("work__key", "digest")),
        "fetched": list(
            Fetched.objects.order_by("address").values_list(
                "address", "became", "reason", "keys", "digest", "validators", "content"
            )
        ),
        "runs": list(Run.objects.values_list(*COUNTS, "reasons", "to_look_at", "broken_off")),
        "sources": list(Source.objects.values_list("name", "state")),
        "journal": sorted((one.action, one.subject) for one in journal.changes_since(since)),
    }  # fmt: skip


def counts(run: Run) -> dict[str, int]:
    return {name: getattr(run, name) for name in COUNTS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_brings_recorded_answers_and_an_example_of_its_settings(kind):
    values = read_source(FOLDER / kind, "http://127.0.0.1")
    assert values["kind"] == kind
    assert (FOLDER / kind / "answers.yaml").is_file()
    kind_named(kind).read_settings(kind_named(kind).example)
    guide = (REPOSITORY / "docs/how-to/add-a-source-kind.md").read_text(encoding="utf-8")
    assert f"`{kind}`" in guide


@pytest.mark.parametrize("kind", KINDS)
def test_its_sample_is_harvested_and_nothing_of_it_is_published(kind, sample, harvest):
    source, expects = sample(kind)
    run = harvest(source)
    assert run.broken_off == ""
    assert counts(run) == expects["counts"], (run.reasons, run.to_look_at)
    assert len(run.reasons) == run.failed
    assert [work.key for work in Work.objects.order_by("key")] == expects["drafts"]
    assert not Work.objects.filter(live=True).exists()
    assert run.ended_at


@pytest.mark.parametrize("kind", KINDS)
def test_harvesting_again_changes_nothing(kind, sample, harvest):
    source, _ = sample(kind)
    harvest(source)
    before = state_of_everything()
    again = harvest(source)
    assert (again.new, again.changed, again.broken_off) == (0, 0, "")
    after = state_of_everything()
    for part in ("works", "texts", "fetched", "sources", "journal"):
        assert after[part] == before[part], part


@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_any_request_and_run_again_it_ends_as_if_nothing_had_been(
    kind, sample, harvest, fetcher, server
):
    source, _ = sample(kind)
    harvest(source)
    whole, requests = state_of_everything(), len(server.paths())
    for breaths in range(requests):
        since = forget_everything(kind)
        again = Source.objects.get()
        with pytest.raises(Killed):
            harvest(again, Mortal(fetcher, breaths))
        assert Run.objects.get().ended_at is None
        harvest(Source.objects.get())
        assert state_of_everything(since) == whole, breaths


@pytest.mark.parametrize("kind", KINDS)
def test_killed_between_two_things_and_run_again_it_ends_as_if_nothing_had_been(
    kind, sample, harvest, fetcher, at, monkeypatch
):
    source, expects = sample(kind)
    harvest(source)
    whole = state_of_everything()
    kept = Fetched.save
    for number in range(expects["counts"]["fetched"]):
        since = forget_everything(kind)
        left = [number]

        def save(row: Fetched, *given: Any, left: list[int] = left, **named: Any) -> None:
            if not left[0]:
                raise Killed
            left[0] -= 1
            kept(row, *given, **named)

        monkeypatch.setattr(Fetched, "save", save)
        with pytest.raises(Killed):
            harvest(Source.objects.get())
        monkeypatch.setattr(Fetched, "save", kept)
        harvest(Source.objects.get())
        assert state_of_everything(since) == whole, number


@pytest.mark.parametrize("kind", KINDS)
def test_a_setting_it_does_not_have_is_refused(kind):
    with pytest.raises(BadSource, match="settings"):
        kind_named(kind).read_settings({**kind_named(kind).example, "nonsense": 1})


@pytest.mark.parametrize("kind", KINDS)
def test_it_fetches_nothing_from_a_private_network(kind, sample, harvest, slept):
    source, _ = sample(kind)
    guarded = local_fetcher(slept, gate=Gate())
    run = harvest(source, guarded)
    guarded.close()
    assert Work.objects.count() == len(read_source(FOLDER / kind, "").get("held", {}))
    said = run.broken_off + "".join(run.reasons)
    assert "no public address" in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "answer", [b"", b"<html><p>We moved.</p>", b"\x00\xff{", b'{"a": [1]}', b"[]"]
)
def test_an_answer_that_is_none_of_its_kind_is_one_clear_line(
    kind, answer, sample, harvest, server
):
    source, _ = sample(kind)
    for one in server.answers:
        one.body, one.headers = answer, {}
    run = harvest(source)
    lines = [*run.reasons, *([run.broken_off] if run.broken_off else [])]
    assert all("\n" not in line and "tripped" not in line for line in lines), lines
    assert not Work.objects.filter(live=True).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_a_server_that_is_down_is_one_clear_line_and_the_next_run_goes_on(
    kind, sample, harvest, fetcher, server
):
    source, expects = sample(kind)
    answers, server.answers = server.answers, []
    server.put("/robots.txt", status=404)
    first = harvest(source)
    assert first.broken_off or first.reasons
    server.answers = answers
    second = harvest(source)
    assert second.new == expects["counts"]["new"]
    assert [work.key for work in Work.objects.order_by("key")] == expects["drafts"]


def forget_everything(kind: str) -> int:
    """As before the first run; the source stays. Gives the journal's last number: it forgets nothing."""
    number = journal.last_number()
    Fetched.objects.all().delete()
    Run.objects.all().delete()
    for work in Work.objects.all():
        work.as_kind().delete()
    Source.objects.update(state={})
    hold(FOLDER / kind, read_source(FOLDER / kind, "").get("held", {}))
    return number


def test_a_name_that_is_no_kind_is_refused_and_the_kinds_are_named():
    with pytest.raises(BadSource, match="oai-pmh"):
        kind_named("carrier-pigeon")


def test_a_fault_of_fetching_is_a_fault_of_harvesting(fetcher):
    with pytest.raises(FetchFailed):
        fetcher.get("http://127.0.0.1:9/")
