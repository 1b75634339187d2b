"""No query and no request is an error, in any search engine."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.search.types import SearchRequest, Sort
from tests.contracts.search_shelf import (
    answer,
    find,
)

OPERATORS = ["rantsev", "labour", "การค้า", "人口販運", "(", ")", '"', "AND", "OR", "NOT", "-", "*", "~",
             "/5", "/s", "/p", "title:", "year:", "year:(2010)", "2010..", "kind:", "in:hk", "act:(",
             "bond*", "~labor"]  # fmt: skip

NAMES = ("human trafficking", "forced labour", "debt bondage", "forced marriage", "child labour",
         "domestic servitude", "sexual exploitation", "organ removal", "forced begging", "child marriage",
         "forced criminality", "child soldiers", "residence permit", "legal aid", "non punishment",
         "supply chains")  # fmt: skip
WORDS = ("exploit", "prostit", "traffick", "investig", "organis", "employ", "immigr", "nation", "regul",
         "legisl", "prosec", "convict", "identif", "protect", "recruit", "transport", "harbour", "servit",
         "slaver", "childr", "migrat", "repar", "compens", "deport", "detent", "juris", "crimin",
         "corrupt", "govern", "defin", "oblig", "victim")  # fmt: skip


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

    @pytest.mark.parametrize("day", [None, date(2015, 1, 1)])
    @pytest.mark.parametrize(
        "query",
        [" ".join(NAMES), " OR ".join(f"{word}*" for word in WORDS), "~" + " ~".join(WORDS)],
        ids=["with many other names", "with many beginnings", "with many misspellings"],
    )
    def test_a_query_of_all_that_may_be_asked_is_answered(self, shelf, query, day):
        assert find(shelf, query, on=day).total

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
            sort=st.sampled_from(get_args(Sort)),
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
