"""Settings of the tests: those of the program, in a home that is thrown away."""

import os
import tempfile

os.environ["MANUMIT_HOME"] = tempfile.mkdtemp(prefix="manumit-test-")
os.environ.pop("MANUMIT_INDEX", None)  # nobody's index is written to by a test

from manumit.config.settings import *  # noqa: F403

# Pages are tested without a collectstatic run before them.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver"]
(STATIC_ROOT := HOME / "static").mkdir(parents=True, exist_ok=True)  # noqa: F405
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, so that it can be copied with what was loaded into it; lost when the machine stops.
    DATABASES["default"]["TEST"] = {"NAME": HOME / "test.sqlite3"}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405
