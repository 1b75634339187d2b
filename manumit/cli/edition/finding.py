"""Search in an edition: Pagefind's index and its program, made fit for ``file:``.

A page from a stick may neither fetch a file nor load a module, but it may load a script. So each file
of the index becomes a script that hands over its bytes, and the program reads those instead of fetching.
It works alike from a web server, so that there is one way of searching (``docs/adr/0027``).
"""

import base64
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import click
from pagefind.service import get_executable

from manumit.search import selectors as search

FOLDER = "search"
_DATA = (".pf_index", ".pf_meta", ".pf_fragment", ".pf_filter", ".pagefind", ".json")
_EXPORTS = "export{"
_ADDRESS = "import.meta.url"


def make_index(words: Path, folder: Path, han: Iterable[str]) -> None:
    """Index the pages below ``words`` and write the search of an edition into the folder.

    Raises ClickException.
    """
    _run(words, folder)
    program = (folder / "pagefind.js").read_text("utf-8")
    kept = {folder / "pagefind.js", folder / "writing.js"}
    (folder / "pagefind.js").write_text(as_script(program), "utf-8")
    (folder / "writing.js").write_text(_writing(han), "utf-8")
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path not in kept):
        if file.suffix in _DATA and "unknown" not in file.name:
            name = file.relative_to(folder).as_posix()
            content = base64.b64encode(file.read_bytes()).decode()
            file.with_name(f"{file.name}.js").write_text(f'pagefindFile("{name}","{content}")\n')
        file.unlink()


def as_script(module: str) -> str:
    """Pagefind's module as a plain script. Raises ClickException for one of another make."""
    body, found, exports = module.rpartition(_EXPORTS)
    names, closed, rest = exports.partition("}")
    if not (found and closed) or rest.strip(" ;\n") or " as " in names:
        raise click.ClickException("this Pagefind is of another make: see docs/adr/0027")
    body = body.replace(_ADDRESS, "undefined")
    return f"(function(fetch){{{body}window.pagefind={{{names}}}}})(window.pagefindFetch)\n"


def _writing(han: Iterable[str]) -> str:
    """What the search page must know of writing: where to cut, and what is written in two ways, and how."""
    known = {
        "unspaced": search.UNSPACED,
        "signs": search.SIGNS,
        "first_sign": search.FIRST_SIGN,
        "alike": search.alike(sorted(han)),
    }
    return f"window.manumitWriting={json.dumps(known, sort_keys=True)}\n"


def _run(words: Path, folder: Path) -> None:
    program = get_executable()
    if program is None:
        raise click.ClickException("Pagefind is not installed: pip install 'pagefind[bin]'")
    done = subprocess.run(  # noqa: S603 - the program that came with the package
        [program, "--site", words, "--output-path", folder, "--force-language", "en", "--quiet"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = (done.stderr or done.stdout).strip()[-300:]
        raise click.ClickException(f"the pages could not be indexed: {reason}")
