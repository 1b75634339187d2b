"""No query and no request is an error, in any search engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.search.types import SearchRequest
from tests.contracts.search_shelf import (
    answer,
    find,
)

OPERATORS = ["rantsev", "labour", "การค้า", "人口販運", "(", ")", '"', "AND", "OR", "NOT", "-", "*", "~",
             "/5", "/s", "/p", "title:", "year:", "year:(2010)", "2010..", "kind:", "in:hk", "act:(",
             "bond*", "~labor"]  # fmt: skip


class TestHostileQueries:
    @pytest.mark.parametrize(
        "query",
        [
            '"',
            '""',
            '"""""""',
            "-",
            "--",
            '-"',
            "- - -",
            "*",
            "trafficking*",
            "(((",
            "a AND OR NOT b",
            "kind:judgment",
            "title:[a TO z]",
            "/.*/",
            "~2^5",
            "\\",
            "\x00\x01\x1f",
            "traffick\x00ing",
            "\ud800",
            "\u200b",
            "๖",
            "ั",
            "\u200bค",
            "👩‍👩‍👧",
            "x" * 10_000,
            "x " * 5_000,
            "-x " * 5_000,
            '"a b" ' * 2_000,
            "人口" * 5_000,
            "การค้า" * 2_000,
            '"' + "a " * 5_000,
            "'; DROP TABLE works; --",
            "<script>alert(1)</script>",
            "%s %d {0} ${x}",
        ],
    )
    def test_no_query_raises(self, shelf, query):
        result = find(shelf, query)
        assert result.query == query
        assert result.total >= len(result.hits)

    @given(
        st.builds(
            SearchRequest,
            query=st.text(),
            filters=st.dictionaries(
                st.sampled_from(["kind", "topic", "nonsense"]), st.tuples(st.text()), max_size=2
            ),
            date_from=st.text(max_size=12),
            date_to=st.text(max_size=12),
            on=st.none() | st.dates(),
            sort=st.sampled_from(["relevance", "newest", "oldest"]),
            limit=st.integers(),
            offset=st.integers(),
        )
    )
    def test_no_request_raises(self, shelf, request):
        answer(shelf, request)

    @given(query=st.lists(st.sampled_from(OPERATORS), max_size=14).map(" ".join))
    def test_no_mixture_of_operators_raises(self, shelf, query):
        find(shelf, query)

    @given(st.text(alphabet='กาค้มນຸດជួញလူ人口贩 "-a1\u200b\u0301', max_size=20))
    def test_no_mixture_of_scripts_raises(self, shelf, query):
        find(shelf, query)
