"""What Wagtail finds by itself at the start: the editing views of the four kinds."""

from wagtail.snippets.models import register_snippet

from manumit.editorial.viewsets import ShelvesGroup

register_snippet(ShelvesGroup)
