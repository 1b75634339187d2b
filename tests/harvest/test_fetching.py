"""Fetching: what comes, what is refused, and how polite we are."""

import io
from ipaddress import ip_network

import pytest

from manumit.harvest.errors import FetchFailed, ForbiddenAddress, NotAllowed, NotThere, TooLarge
from manumit.harvest.fetching import Fetcher, Gate, Limits, Pace, Validators
from tests.harvest.conftest import local_fetcher
from tests.harvest.server import packed

LOCAL = ip_network("127.0.0.0/8")


def gate(*addresses: str, permitted=()) -> Gate:
    """A gate before a world in which every name is at these addresses."""
    return Gate(tuple(permitted), lambda host, port: list(addresses))


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3",
        "127.0.0.1",
        "169.254.169.254",  # where clouds tell their machines secrets
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
    ],
)
def test_no_address_but_a_public_one_is_connected_to(address):
    with pytest.raises(ForbiddenAddress, match="no public address"):
        gate(address).address_of("lanterns.example", 443)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_a_public_address_passes(address):
    assert gate(address).address_of("lanterns.example", 443) == address


def test_a_host_in_two_worlds_is_refused():
    with pytest.raises(ForbiddenAddress):
        gate("8.8.8.8", "10.0.0.1").address_of("lanterns.example", 443)


def test_a_network_that_the_operator_names_is_let_pass_and_no_other():
    named = gate("10.1.2.3", permitted=[ip_network("10.1.0.0/16")])
    assert named.address_of("intranet.example", 80) == "10.1.2.3"
    other = gate("10.2.2.3", permitted=[ip_network("10.1.0.0/16")])
    with pytest.raises(ForbiddenAddress):
        other.address_of("intranet.example", 80)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",  # 127.0.0.1 as one number
        "http://0x7f000001/",
        "http://127.1/",
        "http://[::1]/",
        "http://[::ffff:169.254.169.254]/latest/meta-data/",
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
        "ftp://lanterns.example/",
        "gopher://127.0.0.1:70/",
        "//lanterns.example/",
        "lanterns.example",
        "",
        "http://",
        "http://[::1",
        "http://lanterns.example\r\nHost: other/",
    ],
)
def test_an_address_that_leads_inside_or_is_none_is_refused(address, slept):
    fetcher = local_fetcher(slept, gate=Gate())
    with pytest.raises(FetchFailed) as refused:
        fetcher.get(address)
    assert "\n" not in str(refused.value)
    fetcher.close()


def test_a_redirect_to_the_inside_is_refused(server, slept):
    server.put("/out", status=302, Location="http://169.254.169.254/latest/meta-data/")
    fetcher = local_fetcher(slept)
    with pytest.raises(ForbiddenAddress, match=r"169\.254\.169\.254"):
        fetcher.get(f"{server.address}/out")
    fetcher.close()


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://x.example/", "javascript:alert(1)"]
)
def test_a_redirect_to_something_else_than_the_web_is_refused(server, fetcher, target):
    server.put("/out", status=301, Location=target)
    with pytest.raises(FetchFailed, match=r"not fetched|no address"):
        fetcher.get(f"{server.address}/out")


def test_a_name_that_changes_its_address_meanwhile_gains_nothing(server, slept):
    """The connection goes to the address that was looked at: the name is not resolved again."""
    answers = [["127.0.0.1"], ["127.0.0.1"]]
    asked = []

    def resolver(host, port):
        asked.append(host)
        return answers.pop(0)

    server.put("/page", "words")
    fetcher = local_fetcher(slept, gate=Gate((LOCAL,), resolver))
    answer = fetcher.get(f"http://rebinding.example:{server.port}/page")
    assert answer.body == b"words"
    assert asked == ["rebinding.example"] * 2  # once for robots.txt, once for the page
    assert {headers["Host"] for _, headers in server.requests} == {
        f"rebinding.example:{server.port}"
    }
    fetcher.close()


def test_a_name_that_turns_inside_at_its_second_request_is_refused_then(server, slept):
    answers = [["127.0.0.1"], ["169.254.169.254"]]
    fetcher = local_fetcher(slept, gate=Gate((LOCAL,), lambda host, port: answers.pop(0)))
    with pytest.raises(ForbiddenAddress):
        fetcher.get(f"http://rebinding.example:{server.port}/page")
    assert server.paths() == []
    fetcher.close()


def test_what_robots_txt_closes_is_not_fetched(server, fetcher):
    server.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    server.put("/open", "words")
    server.put("/private/page", "words")
    assert fetcher.get(f"{server.address}/open").body == b"words"
    with pytest.raises(NotAllowed, match=r"robots\.txt"):
        fetcher.get(f"{server.address}/private/page")
    assert [path for path, _ in server.requests].count("/robots.txt") == 1


def test_a_redirect_into_what_robots_txt_closes_is_not_followed(server, fetcher):
    server.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    server.put("/open", status=302, Location="/private/page")
    with pytest.raises(NotAllowed):
        fetcher.get(f"{server.address}/open")


def test_a_site_whose_robots_txt_is_broken_is_left_alone(server, fetcher):
    server.put("/robots.txt", status=500)
    with pytest.raises(FetchFailed, match="left alone"):
        fetcher.get(f"{server.address}/open")
    assert server.paths() == []


def test_a_site_that_has_permitted_it_is_not_asked_again(server, slept):
    server.put("/robots.txt", "User-agent: *\nDisallow: /\n")
    server.put("/page", "words")
    fetcher = local_fetcher(slept, obey=False)
    assert fetcher.get(f"{server.address}/page").body == b"words"
    fetcher.close()


def test_we_say_who_we_are_and_how_to_reach_us(server, fetcher):
    server.put("/page", "words")
    fetcher.get(f"{server.address}/page")
    agents = {headers["User-Agent"] for _, headers in server.requests}
    assert agents == {"Manumit/test (nobody@manumit.example)"}


def test_one_host_is_not_asked_faster_than_the_pace_or_its_own_wish():
    now, slept = [0.0], []

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(pause=1.0, clock=lambda: now[0], sleep=sleep)
    pace.wait_for("one.example")
    pace.wait_for("two.example")
    pace.wait_for("one.example")
    pace.wait_for("one.example", asked=5.0)
    pace.wait_for("one.example", asked=99_999.0)
    assert slept == [1.0, 5.0, 60.0]


def test_what_has_not_changed_is_not_sent_again(server, fetcher):
    server.put("/page", "words", ETag='"1"', Last_Modified="Fri, 02 May 2031 10:00:00 GMT")
    first = fetcher.get(f"{server.address}/page")
    assert first.validators == Validators('"1"', "Fri, 02 May 2031 10:00:00 GMT")
    second = fetcher.get(f"{server.address}/page", first.validators)
    assert second.unchanged
    assert second.body is None


def test_a_server_that_asks_for_a_pause_gets_it(server, fetcher, slept):
    server.put("/page", status=503, Retry_After="7")
    server.before = lambda number: server.put("/page", "words") if slept[-1:] == [7.0] else None
    assert fetcher.get(f"{server.address}/page").body == b"words"
    assert slept == [7.0]


def test_a_server_that_does_not_say_how_long_is_asked_ever_more_slowly(server, fetcher, slept):
    server.put("/page", status=500)
    with pytest.raises(FetchFailed, match="answers 500, 4 times"):
        fetcher.get(f"{server.address}/page")
    assert slept == [2.0, 4.0, 8.0]
    assert server.paths() == ["/page"] * 4


def test_a_server_that_asks_for_hours_is_left_until_the_next_run(server, fetcher, slept):
    server.put("/page", status=429, Retry_After="86400")
    with pytest.raises(FetchFailed, match="come back in 86400 seconds"):
        fetcher.get(f"{server.address}/page")
    assert slept == []


@pytest.mark.parametrize(
    ("status", "error"), [(404, NotThere), (410, NotThere), (403, FetchFailed)]
)
def test_a_refusal_is_said_and_not_tried_again(server, fetcher, status, error):
    server.put("/page", status=status)
    with pytest.raises(error, match=str(status)):
        fetcher.get(f"{server.address}/page")
    assert server.paths() == ["/page"]


def test_a_circle_of_redirects_ends(server, fetcher):
    server.put("/a", status=302, Location="/b")
    server.put("/b", status=302, Location="/a")
    with pytest.raises(FetchFailed, match="on and on"):
        fetcher.get(f"{server.address}/a")


def test_a_relative_redirect_is_followed_and_the_last_address_told(server, fetcher):
    server.put("/a", status=307, Location="b?x=1")
    server.put("/b", "words")
    assert fetcher.get(f"{server.address}/a").address == f"{server.address}/b?x=1"


def test_more_than_the_limit_is_refused_whether_announced_or_not(server, slept):
    fetcher = local_fetcher(slept, limits=Limits(body=1000, silence=5.0))
    server.put("/announced", b"x" * 1001)
    server.put("/exact", b"x" * 1000)
    assert len(fetcher.get(f"{server.address}/exact").body or b"") == 1000
    with pytest.raises(TooLarge):
        fetcher.get(f"{server.address}/announced")
    fetcher.close()


def test_a_small_answer_that_unpacks_to_a_huge_one_is_stopped(server, fetcher):
    bomb = packed(b"\0" * 200_000_000)
    assert len(bomb) < 300_000
    server.put("/bomb", bomb, Content_Encoding="gzip")
    with pytest.raises(TooLarge, match="64 MB"):
        fetcher.get(f"{server.address}/bomb")


def test_a_packed_answer_is_unpacked_even_in_two_parts(server, fetcher):
    server.put("/page", packed(b"one ") + packed(b"two"), Content_Encoding="gzip")
    assert fetcher.get(f"{server.address}/page").body == b"one two"


def test_a_packing_we_did_not_ask_for_and_a_broken_one_are_refused(server, fetcher):
    server.put("/br", b"\x1b\x00", Content_Encoding="br")
    server.put("/broken", b"not gzip", Content_Encoding="gzip")
    with pytest.raises(FetchFailed, match="did not ask for"):
        fetcher.get(f"{server.address}/br")
    with pytest.raises(FetchFailed, match="broken"):
        fetcher.get(f"{server.address}/broken")


def test_a_server_that_drips_is_given_up(server, slept):
    now = [0.0]

    def clock():
        now[0] += 400.0
        return now[0]

    server.put("/slow", b"x" * 200_000)
    fetcher = local_fetcher(
        slept, pace=Pace(pause=0.0, clock=clock, sleep=slept.append), obey=False
    )
    with pytest.raises(FetchFailed, match="too slowly"):
        fetcher.get(f"{server.address}/slow")
    fetcher.close()


def test_a_file_is_written_as_it_comes(server, fetcher):
    server.put("/file", b"x" * 300_000, ETag='"f"')
    out = io.BytesIO()
    answer = fetcher.save(f"{server.address}/file", out)
    assert answer.validators.etag == '"f"'
    assert len(out.getvalue()) == 300_000


def test_a_proxy_of_the_environment_is_not_used(server, slept, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    server.put("/page", "words")
    fetcher = local_fetcher(slept)
    assert fetcher.get(f"{server.address}/page").body == b"words"
    fetcher.close()


def test_without_anything_said_only_the_public_internet_is_open():
    fetcher = Fetcher(agent="x")
    with pytest.raises(ForbiddenAddress):
        fetcher.get("http://127.0.0.1:1/")
    fetcher.close()
