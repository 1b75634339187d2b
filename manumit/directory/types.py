"""What the directory hands to other rooms."""

from manumit.directory.models import Organisation, Service

__all__ = ["Organisation", "Service"]
