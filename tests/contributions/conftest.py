"""What is forwarded."""

from tests.forwarded import forward

__all__ = ["forward"]
