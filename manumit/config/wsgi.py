"""The application as a web server sees it."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "manumit.config.settings")

application = get_wsgi_application()
# What is loaded by now stays. Without this the collector looks at all of it again every few hundred
# pages, and a reader waits for it.
gc.freeze()
