import re
from django.urls import reverse
from manumit.base.languages import languages
from tests.languages.catalogue import with_gaps_marked


def test_x(client, starter, tmp_path):
    with with_gaps_marked(languages()["id"], tmp_path):
        seen = set()
        for p in (
            "/",
            "/help",
            "/help?in=th",
            "/help?in=vn",
            "/help?in=hk&for=legal-aid",
            "/guide",
            "/desk/",
        ):
            t = client.get("/lang/id" + p).content.decode()
            seen |= set(re.findall("⟦(.*?)⟧", t, re.S))
        import html

        open("/tmp/x-lang/begun.txt", "w").write(
            "\n".join(sorted(html.unescape(s).replace("\n", "\\n") for s in seen))
        )
