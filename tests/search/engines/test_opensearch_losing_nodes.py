"""A cluster of three nodes loses one, and then all of them."""

import json
from urllib.request import urlopen

import pytest

from manumit.search.engines.opensearch import OpenSearchEngine
from manumit.search.errors import SearchUnreachable
from tests.contracts.search_shelf import CRIMES, RANTSEV, SHELF, ZN, find, keys, put
from tests.services.opensearch import nodes, places


@pytest.fixture
def three():
    """Three nodes of one cluster, each a process; what they consist of was fetched before."""
    places.hosts()
    try:
        jars = nodes.class_path(offline=True)
    except nodes.NotStarted as error:
        places.missing(str(error))
    with nodes.cluster(3, jars) as found:
        yield found


def has_every_copy(node):
    address = f"http://{node.host}/_cluster/health?wait_for_status=green&timeout=60s"
    with urlopen(address, timeout=90) as answer:
        return json.load(answer)["status"] == "green"


def test_search_and_indexing_go_on_without_a_node_and_say_so_without_any(three):
    engine = OpenSearchEngine(f"opensearch+http://{','.join(node.host for node in three)}/three")
    put(engine, SHELF)
    assert all(map(has_every_copy, three))

    three[0].kill()  # the one that leads the others
    assert len(find(engine).hits) == len(SHELF)
    assert keys(find(engine, "rantsev"))[0] == RANTSEV.key
    with engine.writer() as writer:
        writer.remove([ZN.key])
        writer.commit(2)
    assert ZN.key not in keys(find(engine))
    assert engine.state().number == 2

    with engine.writer() as writer:
        writer.remove([CRIMES.key])
        three[1].kill()
        three[2].kill()
        with pytest.raises(SearchUnreachable, match="does not answer"):
            writer.commit(3)
    with pytest.raises(SearchUnreachable, match="does not answer"):
        find(engine, "rantsev")
