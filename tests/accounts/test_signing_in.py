"""People sign up, sign in and prove who they are; whoever tries to guess is slowed and learns nothing."""

import re
import subprocess
import sys

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth import hashers
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from manumit.accounts import selectors
from manumit.accounts.types import Role, Session, User
from tests.paths import REPOSITORY
from tests.staff import PASSWORD, code_of, person_with, with_app

pytestmark = pytest.mark.django_db
EMAIL = "ada@example.org"
LOGIN, SIGNUP = "/account/login/", "/account/signup/"


def sign_in(client, *, password: str = PASSWORD, email: str = EMAIL, **more):
    return client.post(LOGIN, {"login": email, "password": password}, **more)


def with_password_and_code(client, person, secret):
    sign_in(client, email=person.email)
    return client.post("/account/second-factors/authenticate/", {"code": code_of(secret)})


def signed_in_as(client) -> str | None:
    return client.session.get("_auth_user_id")


def test_a_visitor_signs_up_proves_the_address_and_is_a_contributor(client):
    answer = client.post(SIGNUP, {"email": EMAIL, "password1": PASSWORD}, follow=True)
    assert "/account/confirm-email/" in answer.redirect_chain[-1][0]
    assert sign_in(client).url == "/account/confirm-email/"
    assert signed_in_as(client) is None
    link = re.search(r"http://testserver(/account/confirm-email/\S+)", mail.outbox[0].body)[1]
    client.post(link)
    assert sign_in(client).url == "/account/"
    person = User.objects.get(email=EMAIL)
    assert selectors.roles_of(person) == (Role.CONTRIBUTOR,)
    assert [event.role for event in selectors.events_of(person)] == ["", "contributor"]


def test_signing_up_can_be_switched_off(client, settings):
    settings.MANUMIT_SIGNUP = False
    assert "closed" in client.get(SIGNUP).content.decode().lower()
    client.post(SIGNUP, {"email": EMAIL, "password1": PASSWORD})
    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["Lantern1987", "manumit2026", "ada@example.org", "short"])
def test_a_password_that_is_soon_guessed_is_refused_and_told_why(client, password):
    answer = client.post(SIGNUP, {"email": EMAIL, "password1": password})
    assert answer.status_code == 200
    assert re.search("guess|too short|similar", answer.content.decode())
    assert not User.objects.exists()


def test_a_stranger_cannot_tell_by_signing_up_who_has_an_account(monkeypatch):
    person_with("editor")
    hashed = counted(monkeypatch)
    told, work = [], []
    for email in (EMAIL, "nobody@example.org"):
        before = len(hashed)
        answer = Client().post(SIGNUP, {"email": email, "password1": PASSWORD}, follow=True)
        told.append((answer.redirect_chain, without_tokens(answer).replace(email, "…")))
        work.append(len(hashed) - before)
    assert told[0] == told[1]
    assert work == [1, 1]
    assert [len(mail.outbox), mail.outbox[0].to] == [2, [EMAIL]]


def test_signing_up_writes_as_much_for_who_has_an_account_and_keeps_none_of_it():
    person_with("editor")
    written = []
    for email in (EMAIL, "nobody@example.org"):
        before = User.objects.count()
        with CaptureQueriesContext(connection) as asked:
            Client().post(SIGNUP, {"email": email, "password1": PASSWORD})
        inserts = [one["sql"] for one in asked if one["sql"].startswith("INSERT")]
        tables = sorted(re.match(r'INSERT (?:OR IGNORE )?INTO "(\w+)"', one)[1] for one in inserts)
        written.append([one for one in tables if one != "throttle"])
        assert User.objects.count() - before == (email != EMAIL)
    assert written[0] == written[1] != []
    assert not User.objects.filter(email__endswith=".invalid").exists()


def test_a_stranger_cannot_tell_by_signing_in_who_has_an_account(monkeypatch):
    person_with("editor")
    hashed = counted(monkeypatch)
    told = []
    for email in (EMAIL, "nobody@example.org"):
        before = len(hashed)
        answer = sign_in(Client(), email=email, password="a wrong one, long enough")
        told.append(
            (answer.status_code, without_tokens(answer).replace(email, "…"), len(hashed) - before)
        )
    assert told[0] == told[1]


def test_a_stranger_cannot_tell_by_a_forgotten_password_who_has_an_account():
    person_with("editor")
    told = []
    for email in (EMAIL, "nobody@example.org"):
        answer = Client().post("/account/password/reset/", {"email": email}, follow=True)
        told.append((answer.redirect_chain, without_tokens(answer)))
    assert told[0] == told[1]
    assert len(mail.outbox) == 2


def twice(password: str) -> dict[str, str]:
    return {"password1": password, "password2": password}


def counted(monkeypatch) -> list[str]:
    """Every time that a password is hashed: by far the longest work of these pages."""
    seen: list[str] = []
    encode = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(
        hashers.MD5PasswordHasher,
        "encode",
        lambda self, password, salt: seen.append(password) or encode(self, password, salt),
    )
    return seen


def without_tokens(answer) -> str:
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", answer.content.decode())


def test_who_guesses_at_one_account_is_slowed_and_others_still_sign_in(client):
    person_with("contributor")
    person_with("contributor", email="bea@example.org")
    for _ in range(10):
        assert "not correct" in sign_in(client, password="wrong, and long").content.decode()
    assert "Too many" in sign_in(client).content.decode()
    assert signed_in_as(client) is None
    assert sign_in(client, email="bea@example.org").url == "/account/"


def test_who_guesses_at_many_accounts_is_slowed_by_where_they_come_from(client):
    person_with("contributor")
    for number in range(30):
        sign_in(client, email=f"nobody{number}@example.org", REMOTE_ADDR="192.0.2.7")
    assert "Too many" in sign_in(client, REMOTE_ADDR="192.0.2.7").content.decode()
    assert sign_in(client, REMOTE_ADDR="192.0.2.8").url == "/account/"


def test_no_address_and_no_browser_is_kept_anywhere(client):
    secret = with_app(person_with("editor"))
    seen = {"REMOTE_ADDR": "192.0.2.77", "HTTP_USER_AGENT": "Lanternbrowser/1"}
    browser = Client(**seen)
    sign_in(browser, password="a wrong one, long enough")
    with_password_and_code(browser, User.objects.get(), secret)
    browser.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, **twice("new words for Friday's oil")},
    )
    kept = dump() + "".join(str(session.get_decoded()) for session in Session.objects.all())
    assert EMAIL in kept
    assert "192.0.2.77" not in kept
    assert "Lanternbrowser" not in kept
    assert all("192.0.2.77" not in one.body and "Lantern" not in one.body for one in mail.outbox)


def dump() -> str:
    """Every cell of the database."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows.append(str(cursor.fetchall()))
    return "".join(rows)


def test_what_was_tried_is_forgotten_when_it_no_longer_counts(client, settings):
    cache.set("tried", 1, timeout=-1)
    cache.set("counts", 1, timeout=60)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM throttle")
        assert cursor.fetchone() == (1,)
    assert cache.get("counts") == 1


def test_a_session_that_was_there_before_is_not_the_one_that_is_signed_in(client):
    person_with("contributor")
    client.get(LOGIN)
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["sessionid"] = planted = session.session_key
    sign_in(client)
    assert signed_in_as(client)
    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_after_signing_out_the_cookies_are_of_no_use(client):
    person_with("contributor")
    sign_in(client)
    cookies = client.cookies.copy()
    assert client.get("/account/").status_code == 200
    client.post("/account/logout/")
    client.cookies = cookies
    assert "/account/login/" in client.get("/account/").url


def test_signing_in_takes_the_code_too_once_there_is_one(client):
    person = person_with("contributor")
    secret = with_app(person)
    assert sign_in(client).url == "/account/second-factors/authenticate/"
    assert signed_in_as(client) is None
    wrong = client.post("/account/second-factors/authenticate/", {"code": code_of(secret, steps=3)})
    assert "Incorrect code" in wrong.content.decode()
    client.post("/account/second-factors/authenticate/", {"code": code_of(secret)})
    assert signed_in_as(client) == str(person.pk)


def test_a_code_counts_once(client):
    person = person_with("contributor")
    secret = with_app(person)
    with_password_and_code(client, person, secret)
    other = Client()
    again = with_password_and_code(other, person, secret)
    assert "Incorrect code" in again.content.decode()
    assert signed_in_as(other) is None


def test_who_guesses_codes_is_slowed(client):
    person = person_with("contributor")
    secret = with_app(person)
    sign_in(client)
    for _ in range(10):
        client.post("/account/second-factors/authenticate/", {"code": "000000"})
    last = client.post("/account/second-factors/authenticate/", {"code": code_of(secret)})
    assert "Too many" in last.content.decode()
    assert signed_in_as(client) is None


def test_a_recovery_code_opens_once(client):
    person = person_with("contributor")
    with_app(person)
    code = RecoveryCodes.activate(person).get_unused_codes()[0]
    for browser, opens in ((client, True), (Client(), False)):
        sign_in(browser)
        browser.post("/account/second-factors/authenticate/", {"code": code})
        assert bool(signed_in_as(browser)) is opens


def test_the_secret_of_an_app_is_of_no_use_without_the_key_of_the_centre():
    secret = with_app(person_with("editor"))
    kept = Authenticator.objects.get().data["secret"]
    assert secret not in kept
    assert secret not in dump()


def test_a_reset_link_opens_the_account_and_not_the_second_factor(client):
    person = person_with("editor")
    with_app(person)
    client.post("/account/password/reset/", {"email": EMAIL})
    link = re.search(r"http://testserver(/account/password/reset/key/\S+)", mail.outbox[0].body)[1]
    form = client.get(link, follow=True)
    client.post(form.redirect_chain[-1][0], twice("new words for Friday's oil"))
    assert signed_in_as(client) is None
    assert sign_in(client, password="new words for Friday's oil").url.endswith("/authenticate/")
    assert client.get("/editorial/").url.startswith(LOGIN)


def test_a_new_password_ends_every_other_session(client):
    person_with("contributor")
    other = Client()
    for browser in (client, other):
        sign_in(browser)
    before = client.session.session_key
    changed = client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, **twice("new words for Friday's oil")},
    )
    assert changed.status_code == 302
    assert client.get("/account/").status_code == 200
    assert client.session.session_key != before
    assert other.get("/account/").status_code == 302
    assert Session.objects.filter(user__email=EMAIL).count() == 1


def test_an_address_has_to_be_proved_before_it_takes_the_place_of_the_old_one(client):
    person = person_with("contributor")
    sign_in(client)
    client.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    person.refresh_from_db()
    assert person.email == EMAIL
    assert EmailAddress.objects.get(verified=True).email == EMAIL


def test_cookies_are_for_this_site_alone_and_no_script_reads_them(client, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    person_with("contributor")
    client.get(LOGIN)
    sign_in(client)
    for name in ("sessionid", "csrftoken"):
        cookie = client.cookies[name]
        assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")


def test_in_public_no_neighbouring_host_can_set_our_cookies(tmp_path):
    program = (
        "from manumit.config import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)"
    )
    public = {"MANUMIT_HOSTS": "centre.example", "MANUMIT_HOME": str(tmp_path / "home")}
    assert said_with(public, program) == "__Host-sessionid __Host-csrftoken"
    assert (tmp_path / "home").stat().st_mode & 0o077 == 0
    here = said_with(public | {"MANUMIT_HTTPS": "0"}, program)
    assert here == "sessionid csrftoken"  # browsers refuse the prefix without HTTPS


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ({"MANUMIT_HOSTS": "centre.example other.example"}, "https://centre.example"),
        ({"MANUMIT_HOSTS": "a.example", "MANUMIT_HTTPS": "0"}, "http://a.example"),
        (
            {"MANUMIT_HOSTS": "a.example", "MANUMIT_BASE_URL": "https://b.example/"},
            "https://b.example",
        ),
        ({}, ""),
    ],
)
def test_the_operator_names_the_address_in_mails(named, address, tmp_path):
    program = "from manumit.config import settings; print(settings.MANUMIT_ADDRESS)"
    assert said_with(named | {"MANUMIT_HOME": str(tmp_path)}, program) == address


def said_with(environment: dict[str, str], program: str) -> str:
    """What a program says where the operator has set these variables."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(REPOSITORY)} | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("host", ["testserver:1337", "localhost"])
def test_a_link_in_a_mail_leads_to_the_centre_whatever_host_is_named(client, settings, host):
    settings.MANUMIT_ADDRESS = "https://centre.example"
    settings.ALLOWED_HOSTS = ["testserver", "localhost"]
    person_with("editor")
    client.post("/account/password/reset/", {"email": EMAIL}, headers={"host": host})
    client.post(SIGNUP, {"email": EMAIL, "password1": PASSWORD}, headers={"host": host})
    client.post(SIGNUP, {"email": "new@example.org", "password1": PASSWORD}, headers={"host": host})
    token = re.search(r'name="form" value="([^"]+)"', client.get("/releases/mail").content.decode())
    form = {"email": "mail@example.org", "form": token[1]}
    client.post("/releases/mail", form, headers={"host": host})
    links = [re.findall(r"https?://\S+", one.body) for one in mail.outbox]
    assert [bool(one) for one in links] == [True] * 4
    assert all(link.startswith("https://centre.example/") for one in links for link in one)


def test_only_pages_that_ask_for_a_passkey_may_run_a_script(client):
    person_with("contributor")
    assert "script-src 'self'" in client.get(LOGIN).headers["Content-Security-Policy"]
    assert "script" not in client.get(SIGNUP).headers["Content-Security-Policy"]
    sign_in(client)
    for page in ("", "second-factors/", "sessions/", "password/change/", "email/"):
        answer = client.get(f"/account/{page}")
        assert "script" not in answer.headers["Content-Security-Policy"], page
        assert "<script" not in answer.content.decode(), page
        assert (
            "no-store" in answer.headers["Cache-Control"]
            or "private" in answer.headers["Cache-Control"]
        )
