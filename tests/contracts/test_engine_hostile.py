"""No query and no request is an error, in any search engine."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.search.query import plan, vocabulary
from manumit.search.types import SearchRequest, Sort
from tests.contracts.search_shelf import REPORT, answer, find, keys, passage, put

OPERATORS = ["rantsev", "labour", "การค้า", "人口販運", "(", ")", '"', "AND", "OR", "NOT", "-", "*", "~",
             "/5", "/s", "/p", "title:", "year:", "year:(2010)", "2010..", "kind:", "in:hk", "act:(",
             "bond*", "~labor"]  # fmt: skip

NAMES = ("human trafficking", "forced labour", "debt bondage", "forced marriage", "child labour",
         "domestic servitude", "sexual exploitation", "organ removal", "forced begging", "child marriage",
         "forced criminality", "child soldiers", "residence permit", "legal aid", "non punishment",
         "supply chains")  # fmt: skip
# One word each, with more other names than those: as many as a query has room for.
WELL_KNOWN = ("slavery", "enslavement", "restitution", "deception", "damages", "compensation", "threat",
              "peonage", "intimidation", "convention", "bribery", "protocol", "procuring", "privacy",
              "pimping", "kidnapping", "confidentiality", "anonymity", "abduction", "servitude", "seafarers",
              "minors", "harbouring", "fraud", "corruption", "coercion", "blackmail",
              "admiralty")  # fmt: skip
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

    @pytest.mark.parametrize("day", [None, date(2015, 1, 1)])
    @pytest.mark.parametrize("names", [NAMES, WELL_KNOWN], ids=["many", "all there is room for"])
    def test_other_names_are_told_where_they_were_looked_for_and_nowhere_else(
        self, engine, names, day
    ):
        known = plan(SearchRequest(" ".join(names), on=day), vocabulary()).widened
        query = " ".join(each.typed for each in known)
        elsewhere = " ".join(each.others[0] for each in known)
        called = replace(REPORT, key="hk/pub/a", passages=(passage("", elsewhere),))
        typed = replace(REPORT, key="hk/pub/b", passages=(passage("", query),))
        put(engine, [called, typed])
        found = find(engine, query, on=day)
        assert found.widened in ((), known)
        assert (called.key in keys(found)) == bool(found.widened)

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
