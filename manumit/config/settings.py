"""Django's settings. What an operator may change comes from the environment, by few names."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from manumit.base.languages import LOCALE, SOURCE, languages
from manumit.config.engines import search_engine
from manumit.config.home import HOME, secret_key
from manumit.config.mail import mail_settings

PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = secret_key()
DEBUG = os.environ.get("MANUMIT_DEBUG") == "1"
# The server listens on loopback unless told otherwise; a public name is given by the operator.
PUBLIC_HOSTS = os.environ.get("MANUMIT_HOSTS", "").split()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *PUBLIC_HOSTS]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in PUBLIC_HOSTS]
# A centre in public is behind HTTPS unless its operator says otherwise.
HTTPS = os.environ.get("MANUMIT_HTTPS", "1" if PUBLIC_HOSTS else "0") == "1"
# Where links in mails lead: whoever asks for a mail to somebody else names any port in a request.
_PUBLIC = f"http{'s' * HTTPS}://{PUBLIC_HOSTS[0]}" if PUBLIC_HOSTS else ""
MANUMIT_ADDRESS = os.environ.get("MANUMIT_BASE_URL", _PUBLIC).rstrip("/")
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# How many proxies in front add who asked to X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("MANUMIT_PROXIES", "1" if HTTPS else "0"))

INSTALLED_APPS = [
    "manumit.base",
    "manumit.accounts",
    "manumit.journal",
    "manumit.vocab",
    "manumit.library",
    "manumit.directory",
    "manumit.pages",
    "manumit.search",
    "manumit.harvest",
    "manumit.contributions",
    "manumit.alerts",
    "manumit.desk",
    "manumit.web",
    "manumit.editorial",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "modelsearch",
    "taggit",
    "django_tasks",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_zxcvbn_password_validator",
    "rest_framework",
    "drf_spectacular",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "manumit.web.middleware.PublicPagesMiddleware",
    "manumit.web.languages.LanguageMiddleware",
    "manumit.editorial.middleware.EditorialPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "manumit.web.desk.middleware.DeskMiddleware",
    "manumit.web.uploads.BoundedMiddleware",
    "manumit.web.failures.NotAllowedMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "manumit.accounts.gate.StaffGateMiddleware",
    "manumit.editorial.contributions_gate.PublicationGateMiddleware",
]

ROOT_URLCONF = "manumit.config.urls"
WSGI_APPLICATION = "manumit.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "manumit.web.editions.context",
                "manumit.web.failures.context",
            ],
            # Every page says in which language its words are.
            "builtins": ["manumit.web.templatetags.languages"],
        },
    },
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{HOME / 'manumit.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Readers never wait for the writer, and a writer waits for its turn instead of failing.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django_zxcvbn_password_validator.ZxcvbnPasswordValidator"},
]
PASSWORD_MINIMAL_STRENGTH = 3  # of 4: safe from who has stolen the table of passwords
PASSWORD_EXTRA_DICTIONARY = ["manumit"]

# Accounts: docs/roles.md says who may do what, docs/adr/0019 why it is built so.
MANUMIT_SIGNUP = os.environ.get("MANUMIT_SIGNUP", "1") == "1"
MANUMIT_STAFF_PAGES = ["/editorial/", "/account/people/", "/desk/staff/"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account:overview"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "manumit.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {"signup": "manumit.accounts.forms.SignupForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Manumit: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {
    "login_failed": "30/15m/ip,10/15m/key",
    "signup": "10/h/ip",
    "reset_password": "20/h/ip,4/h/key",
}
MFA_ADAPTER = "manumit.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Manumit"
# Browsers let passkeys work at http://localhost, for whoever tries a centre at home.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
# Throttles and used codes: shared by all processes, and forgotten when they expire.
CACHES = {
    "default": {
        "BACKEND": "manumit.accounts.throttle.ForgettingCache",
        "LOCATION": "throttle",
        "KEY_FUNCTION": "manumit.accounts.throttle.hidden_key",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = SOURCE
LANGUAGES = [(one.code, one.name) for one in languages().values()]
LOCALE_PATHS = [LOCALE]
TIME_ZONE = "Asia/Hong_Kong"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "media"
MEDIA_URL = "/editorial/media/"  # readers have the files of what is published: web/views/files.py
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Everything a page needs comes from this server; nothing runs and nothing is framed.
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/editorial/"],  # its own policy: manumit.editorial.middleware
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "manumit.accounts.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# With the prefix no neighbouring host can set them for ours; browsers refuse it without HTTPS.
_OURS = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_OURS}sessionid", f"{_OURS}csrftoken"
CSRF_FAILURE_VIEW = "manumit.web.failures.without_token"
CSRF_COOKIE_AGE = None  # gone with the browser: who asked the desk leaves nothing on a device

# Faults go to standard error, with the place in the code and without a reader's data.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_desk": {"()": "manumit.config.logs.WithoutDesk"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["without_desk"]}},
    "loggers": {
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "manumit.desk": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # It logs pieces of what it reads: what somebody pastes into the checker is nobody's business.
        "eyecite": {"level": "CRITICAL", "propagate": False},
        # It logs each request that fails, with what was searched; the failure itself is told anyhow.
        "opensearch": {"level": "CRITICAL", "propagate": False},
    },
}

# The API is public and read only: no login, no cookie, no forms.
REST_FRAMEWORK: dict[str, object] = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS: dict[str, object] = {
    "TITLE": "Manumit",
    "DESCRIPTION": "The law against human trafficking and modern slavery, sourced.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_URLCONF": "manumit.api.urls",
    "SCHEMA_PATH_PREFIX": "/api",
}

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
globals().update(mail_settings(os.environ.get("MANUMIT_MAIL", "")))
DEFAULT_FROM_EMAIL = os.environ.get("MANUMIT_MAIL_FROM", "manumit@localhost")

WAGTAILIMAGES_IMAGE_FORM_BASE = "manumit.editorial.media.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "manumit.editorial.media.FileForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "txt"]
WAGTAILDOCS_SERVE_METHOD = "direct"
WAGTAIL_SITE_NAME = "Manumit"
WAGTAIL_I18N_ENABLED = False
# The editors' house is in English.
WAGTAIL_CONTENT_LANGUAGES = WAGTAILADMIN_PERMITTED_LANGUAGES = [(SOURCE, "English")]
WAGTAIL_FINISH_WORKFLOW_ACTION = "manumit.editorial.finishing.publish_reviewed"
WAGTAILADMIN_BASE_URL = MANUMIT_ADDRESS or "http://127.0.0.1:8000"
# Nothing is asked of anyone else's server.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Signing in, passwords and addresses are the account pages' business.
WAGTAILADMIN_LOGIN_URL = "/account/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# Ports and the engines that serve them.
MANUMIT_INDEX = os.environ.get("MANUMIT_INDEX") or HOME / "index"
MANUMIT_SEARCH_ENGINE = search_engine(MANUMIT_INDEX)
# What this Centre says of concepts itself, written from what two of its people accepted.
MANUMIT_VOCABULARY = HOME / "vocabulary"
MANUMIT_HOME_JURISDICTIONS = ["hk", "th"]
# Where "leave this page now" leads: a page that nobody wonders about on somebody's screen.
MANUMIT_EXIT = os.environ.get("MANUMIT_EXIT", "https://www.hko.gov.hk/")
# The states beside which they are shown: those bound by this instrument.
MANUMIT_REGION = "asean/treaty/asean-charter"
# What looks at every work before it is published: functions that take the work or raise.
MANUMIT_PUBLISHING_GATES = ["manumit.contributions.gate.refuse_while_persons_show"]
# What is done with every record that was published, in the same transaction.
MANUMIT_AFTER_PUBLISHING = ["manumit.library.services.following.follow"]
# What shows a page of the site to whoever writes it: a view that takes the request and the page.
MANUMIT_PAGE_PREVIEW = "manumit.web.views.learn.preview_page"
# Nobody's address is kept, so what may be forwarded within an hour is one number for all.
MANUMIT_FORWARDED_AN_HOUR = int(os.environ.get("MANUMIT_FORWARDED_AN_HOUR", "120"))
# The socket of a scanner for viruses; without one, files are not looked through for any.
MANUMIT_CLAMD = os.environ.get("MANUMIT_CLAMD", "")
# Who fetches from others says how to be reached, and stays out of private networks unless told.
MANUMIT_CONTACT = os.environ.get("MANUMIT_CONTACT", "")
MANUMIT_HARVEST_NETWORKS = os.environ.get("MANUMIT_HARVEST_NETWORKS", "").split()
# Seconds between two requests to one host.
MANUMIT_HARVEST_PAUSE = float(os.environ.get("MANUMIT_HARVEST_PAUSE", "1"))
# The confidential desk: docs/desk-operations.md says how its keys are kept, and out of which backups.
MANUMIT_DESK_KEYS = os.environ.get("MANUMIT_DESK_KEYS") or HOME / "desk-keys"
MANUMIT_DESK_FILES = HOME / "desk-files"
MANUMIT_DESK_KEEP_DAYS = int(os.environ.get("MANUMIT_DESK_KEEP_DAYS", "180"))
MANUMIT_DESK_BACKUP_DAYS = int(os.environ.get("MANUMIT_DESK_BACKUP_DAYS", "30"))
MANUMIT_DESK_ASKED_A_DAY = int(os.environ.get("MANUMIT_DESK_ASKED_A_DAY", "100"))
MANUMIT_DESK_WORD_A_DAY = int(os.environ.get("MANUMIT_DESK_WORD_A_DAY", "10"))
SILENCED_SYSTEM_CHECKS: list[str] = []
