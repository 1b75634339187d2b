"""Where one installation keeps what is its own: database, index, media and its secret key."""

import os
import secrets
from pathlib import Path

HOME = Path(os.environ.get("MANUMIT_HOME", "var")).absolute()


def secret_key() -> str:
    """The installation's own secret: from the environment, else made once and kept in HOME."""
    if given := os.environ.get("MANUMIT_SECRET_KEY"):
        return given
    file = HOME / "secret.key"
    if not file.exists():
        # What others of the host must not read is in it: the database, pictures of drafts, the index.
        HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(50))
    return file.read_text().strip()
