"""What the distributed engine does beyond the contract: addresses, versions, leases, positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opensearchpy import OpenSearch

from manumit.config.engines import search_engine
from manumit.search import analysis
from manumit.search.engines.opensearch import OpenSearchEngine
from manumit.search.engines.opensearch.address import read_address
from manumit.search.engines.opensearch.terms import of_tokens
from manumit.search.errors import (
    IndexBusy,
    SearchElsewhere,
    SearchUnavailable,
    SearchUnreachable,
)
from manumit.search.loading import _made
from tests.contracts.engines import OPENSEARCH, TANTIVY
from tests.contracts.search_shelf import RANTSEV, SHELF, find, keys, put
from tests.contracts.test_engine_discretion import DISCREET
from tests.services.opensearch import places


@pytest.fixture
def place():
    with places.place() as found:
        yield found


@pytest.fixture
def client():
    with OpenSearch([f"http://{host}" for host in places.hosts().split(",")]) as found:
        yield found


class TestAddresses:
    def test_an_address_names_nodes_and_an_index(self):
        address = read_address(
            "opensearch+https://me:s%40fe@one,two:9999,[::1]:9201/centre?shards=3"
        )
        assert address.hosts == (("one", 9200), ("two", 9999), ("::1", 9201))
        assert (address.secure, address.login) == (True, ("me", "s@fe"))
        assert (address.name, address.shards) == ("centre", 3)
        assert "s@fe" not in repr(address)

    def test_without_more_it_is_one_shard_and_nobody_s_name(self):
        address = read_address("opensearch+http://one/manumit")
        assert (address.shards, address.login, address.secure) == (1, None, False)

    @pytest.mark.parametrize(
        "setting",
        [
            "opensearch+http://one",
            "opensearch+http:///manumit",
            "opensearch+ftp://one/manumit",
            "opensearch+http://one/UPPER",
            "opensearch+http://one:port/manumit",
            "opensearch+http://one/manumit?shards=0",
            "opensearch+http://one/manumit?replicas=1",
        ],
    )
    def test_what_is_none_is_told_how_to_write_it(self, setting):
        with pytest.raises(SearchUnavailable, match=r"opensearch\+http://host:9200"):
            OpenSearchEngine(setting)

    def test_the_setting_chooses_the_engine(self, tmp_path):
        assert search_engine(tmp_path) == search_engine("index") == TANTIVY
        assert search_engine("opensearch+http://one/manumit") == OPENSEARCH
        with pytest.raises(ValueError, match="MANUMIT_INDEX is a folder, or an address"):
            search_engine("http://one:9200/manumit")

    def test_an_engine_that_is_not_installed_is_told(self):
        with pytest.raises(SearchUnavailable, match="needs manumit_search_nowhere, which is not"):
            _made("manumit_search_nowhere.Engine", "nowhere")

    def test_where_nobody_listens_it_says_so_and_names_no_host_to_readers(self):
        engine = OpenSearchEngine("opensearch+http://127.0.0.1:1/manumit")
        for attempt in (engine.state, lambda: find(engine, "x"), engine.writer().__enter__):
            with pytest.raises(SearchUnreachable, match=r"does not answer\. Is it running") as told:
                attempt()
            assert "127.0.0.1" not in str(told.value)


class TestVersions:
    def test_an_index_of_another_version_is_not_read_and_goes_when_this_one_is_there(
        self, place, client
    ):
        name = read_address(place).name
        client.indices.create(index=f"{name}-0.1-7", body={"aliases": {f"{name}-0.1": {}}})
        engine = OpenSearchEngine(place)
        for attempt in (engine.state, lambda: find(engine, "x")):
            with pytest.raises(SearchUnavailable, match="another version of Manumit"):
                attempt()
        put(engine, SHELF)
        assert find(engine).total == len(SHELF)
        assert not client.indices.exists(index=f"{name}-0.1-7")

    def test_remains_of_a_build_that_was_broken_off_are_removed_and_nothing_else(
        self, place, client
    ):
        name = read_address(place).name
        engine = OpenSearchEngine(place)
        put(engine, SHELF)
        [used] = client.indices.get_alias(name=f"{name}-*")
        client.indices.create(index=f"{used[:-1]}9")
        client.indices.create(index=f"{name}-2-notes")
        with engine.writer(fresh=True):
            assert not client.indices.exists(index=f"{used[:-1]}9")
        assert client.indices.exists(index=f"{name}-2-notes")
        assert find(engine).total == len(SHELF)


class TestLeases:
    def test_a_writer_that_was_given_up_writes_no_more(self, place, client):
        engine = OpenSearchEngine(place)
        put(engine, SHELF)
        with engine.writer() as writer:
            writer.remove([RANTSEV.key])
            client.index(index=f"{read_address(place).name}-writer", id="writer", body={})
            with pytest.raises(IndexBusy, match="Another process"):
                writer.commit(2)
        assert RANTSEV.key in keys(find(engine))
        assert engine.state().number == 1


@pytest.fixture(scope="module")
def standing():
    """Gives the terms of a text with their positions, as the cluster has them."""
    with places.place() as place:
        engine = OpenSearchEngine(place)
        put(engine, [])

        def stand(text):
            body = {"field": "words", "text": text}
            found = engine._client.indices.analyze(index=engine._indices.alias, body=body)
            return [(each["position"], each["token"]) for each in found["tokens"]]

        yield stand


@given(text=st.text(alphabet="กาค้มนุษย์ ຄ້າ 人口贩运 force-d LABOUR's §6|é. ", max_size=60))
def test_every_term_stands_in_the_cluster_where_our_own_analysis_put_it(standing, text):
    for stream in (analysis.analyse(text), analysis.clusters(text)):
        wanted = [(token.position, token.term) for token in stream]
        assert standing(of_tokens(stream)) == wanted


def test_what_is_asked_in_confidence_is_not_sent_to_the_cluster():
    nobody = OpenSearchEngine("opensearch+http://127.0.0.1:9/manumit")  # asked, it were unreachable
    with pytest.raises(SearchElsewhere):
        nobody.execute(DISCREET)
