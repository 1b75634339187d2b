"""The application as ``manumit serve`` has it served: behind what waits for slow visitors."""

from manumit.config.front import Front
from manumit.config.wsgi import application as _application

application = Front(_application)
