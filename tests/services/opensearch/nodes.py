"""A real OpenSearch for the tests: nodes on loopback ports, each a process, all thrown away.

``python3 -m tests.services.opensearch.nodes make test`` fetches what a node consists of, starts one
and runs the command with its address in ``MANUMIT_TEST_OPENSEARCH``. Needs Java 17 and Maven, and
nothing of Python's but its own library.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ADDRESS = "MANUMIT_TEST_OPENSEARCH"
_POM = Path(__file__).with_name("pom.xml")
_PORTS = range(9201, 9299)  # the runner takes no port beyond these
_MEMORY = "512m"
_PATIENCE = 120  # seconds until a cluster must be there
_QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto")


class NotStarted(RuntimeError):
    """There is no node; the message says why."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node in a process of its own."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def host(self) -> str:
        """Its address for clients."""
        return f"127.0.0.1:{self.port}"

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()


def class_path(*, offline: bool = False) -> str:
    """The jars of a node, fetched where they are not here yet; ``offline`` asks nobody for them."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "class_path"
        command = ["mvn", "-q", "-B", "-f", str(_POM), "dependency:build-classpath"]
        command += [f"-Dmdep.outputFile={written}", *(["-o"] if offline else [])]
        try:
            subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        except FileNotFoundError:
            raise NotStarted("OpenSearch is fetched by Maven: install maven and a JRE.") from None
        except subprocess.CalledProcessError as error:
            said = error.stdout.decode(errors="replace").strip().splitlines()
            raise NotStarted(
                f"Maven could not fetch OpenSearch: {said[0] if said else ''}"
            ) from None
        return written.read_text().strip()


@contextmanager
def cluster(count: int, jars: str) -> Iterator[list[Node]]:
    """So many nodes that know each other. Raises NotStarted when they are not there in time."""
    folder = Path(tempfile.mkdtemp(prefix="manumit-opensearch-"))
    nodes: list[Node] = []
    try:
        ports = list(islice(filter(_is_free, _PORTS), count))
        seats = [_free_port() for _ in ports]
        for port, seat in zip(ports, seats, strict=True):
            nodes.append(_start(folder / str(port), port, seat, seats, jars))
        for node in nodes:
            _wait_for(node, count, folder / str(node.port) / "log")
        yield nodes
    finally:
        for node in nodes:
            node.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _start(home: Path, port: int, seat: int, seats: list[int], jars: str) -> Node:
    """A node that talks to the others through ``seat``, the first of ``seats`` calling them."""
    (home / "config").mkdir(parents=True)
    hosts = json.dumps([f"127.0.0.1:{each}" for each in seats])
    first = [f"127.0.0.1:{seats[0]}"] if seat == seats[0] else []
    settings = [
        "network.host: 127.0.0.1",
        f"transport.port: {seat}",
        f"discovery.seed_hosts: {hosts}",
        f"cluster.initial_cluster_manager_nodes: {json.dumps(first)}",
        "cluster.routing.allocation.disk.threshold_enabled: false",
    ]
    (home / "config" / "opensearch.yml").write_text("\n".join(settings) + "\n")
    command = ["java", f"-Xms{_MEMORY}", f"-Xmx{_MEMORY}", *_QUICK_START, "-cp", jars]
    command += ["org.codelibs.opensearch.runner.OpenSearchRunner", "-numOfNode", "1"]
    command += ["-basePath", str(home), "-confPath", str(home / "config")]
    command += ["-baseHttpPort", str(port - 1), "-clusterName", f"manumit-{seats[0]}"]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
    return Node(port, process)


def _wait_for(node: Node, count: int, log: Path) -> None:
    """Until the node knows so many."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and node.process.poll() is None:
        if _known_to(node) == count:
            return
        time.sleep(0.1)
    last = log.read_text(errors="replace").splitlines()[-3:]
    raise NotStarted("A node of OpenSearch did not start: " + " / ".join(last))


def _known_to(node: Node) -> int:
    """How many nodes it sees; 0 while it does not answer."""
    try:
        with urlopen(f"http://{node.host}/_cluster/health", timeout=5) as answer:
            return int(json.load(answer)["number_of_nodes"])
    except (URLError, OSError, ValueError):
        return 0


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def _is_free(port: int) -> bool:
    with socket.socket() as listening:
        try:
            listening.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def main() -> int:
    """Run the command given, beside a node."""
    try:
        with cluster(1, class_path()) as [node]:
            environment = os.environ | {ADDRESS: node.host}
            return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
    except NotStarted as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
