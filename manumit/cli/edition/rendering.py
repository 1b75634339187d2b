"""Pages as the site makes them, asked for without a network."""

import io
import sys
from http import HTTPStatus

import click
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.core.management import call_command
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from manumit.base.edition import IN_ENVIRON, Edition
from manumit.cli.edition.addresses import Address


class PageFailed(click.ClickException):
    """The site could not make a page that belongs to the edition."""


class Site:
    """The pages of this centre, as an edition has them."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        if isinstance(staticfiles_storage, ManifestFilesMixin):  # names are known once collected
            call_command("collectstatic", verbosity=0, interactive=False)
        self._handler = BaseHandler()
        self._handler.load_middleware()

    def page(self, address: Address) -> str:
        """The HTML of the page. Raises PageFailed."""
        return self.content(address).decode()

    def content(self, address: Address) -> bytes:
        """What is at the address, which may be a file. Raises PageFailed."""
        response = self._ask(address)
        if response.status_code != HTTPStatus.OK or not isinstance(response, HttpResponse):
            raise PageFailed(f"{address.url} answered {response.status_code}")
        return response.content

    def _ask(self, address: Address) -> HttpResponseBase:
        path, _, query = address.url.partition("?")
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": settings.ALLOWED_HOSTS[0],
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "https",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            IN_ENVIRON: self._edition,
        }
        return self._handler.get_response(WSGIRequest(environ))
