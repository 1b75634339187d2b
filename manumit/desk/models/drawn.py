"""Names drawn by lot: what bears one stands in no order and leads to nothing else."""

import secrets


def drawn_name() -> str:
    """Sixteen characters for an address."""
    return secrets.token_urlsafe(12)
