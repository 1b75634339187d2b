"""The addresses of people with an account, below /account/."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.webauthn import views as passkeys
from csp.constants import SELF
from csp.decorators import csp_update
from django.urls import URLPattern, URLResolver, include, path

from manumit.web.account import overview, people

# Passkeys alone need a script, and only on the pages that ask for one.
_scripted = csp_update({"script-src": [SELF], "connect-src": [SELF]})

_own = [
    path("", overview.overview_page, name="overview"),
    path("second-factor/", overview.second_factor_page, name="second-factor"),
    path("sessions/", overview.sessions_page, name="sessions"),
    path("people/", people.people_page, name="people"),
    path("people/<int:pk>/", people.person_page, name="person"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((_own, "account"))),
    path("login/", _scripted(account.login), name="account_login"),
    path("second-factors/authenticate/", _scripted(factors.authenticate), name="mfa_authenticate"),
    path(
        "second-factors/webauthn/add/",
        _scripted(passkeys.add_webauthn),
        name="mfa_add_webauthn",
    ),
    path(
        "second-factors/webauthn/reauthenticate/",
        _scripted(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("second-factors/", include("allauth.mfa.urls")),
    path("", include("allauth.account.urls")),
]
