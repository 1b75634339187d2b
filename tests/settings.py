"""Settings of the tests: those of the program, in a home that is thrown away."""

import os
import tempfile

os.environ["MANUMIT_HOME"] = tempfile.mkdtemp(prefix="manumit-test-")

from manumit.config.settings import *  # noqa: F403

# Pages are tested without a collectstatic run before them.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver"]
(STATIC_ROOT := HOME / "static").mkdir(parents=True, exist_ok=True)  # noqa: F405
