"""The library for programs: JSON over HTTP, described as OpenAPI at ``/api/schema``."""
