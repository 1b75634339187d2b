"""Work done in processes of their own, on every core: in order, few at a time, one crash one loss."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")
# What a worker has before it: one job it is at, and the next, so that it never waits for us.
_AHEAD = 2
# Results that may wait for those before them, a worker: what bounds the memory.
_UNREAD = 4
_PATIENCE = 2.0  # seconds for an idle worker to end


class WorkerDied(Exception):
    """The process that did a job ended without an answer: it crashed, or the system killed it."""


@dataclass(frozen=True, slots=True)
class Done(Generic[_Job, _Result]):
    """A job and what came of it: its result, or why there is none."""

    job: _Job
    result: _Result | None
    error: Exception | None = None

    def get(self) -> _Result:
        """The result. Raises what the job raised, or WorkerDied."""
        if self.error is not None:
            raise self.error
        return self.result  # type: ignore[return-value]  # None only beside an error


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def done_apart(
    work: Callable[[_Job], _Result], jobs: Iterable[_Job], *, processes: int
) -> Iterator[Done[_Job, _Result]]:
    """What came of each job, in the order of the jobs; with one process, of this one.

    Jobs are taken up only as fast as results are read. Jobs and results are pickled; ``work`` is
    not: a worker is a copy of this process, and finds all that ``work`` knows.
    """
    if processes < 2:
        yield from (_here(work, job) for job in jobs)
        return
    crew: _Crew[_Job, _Result] = _Crew(work, processes)
    try:
        yield from crew.through(jobs)
    finally:
        crew.dismiss()


def _here(work: Callable[[_Job], _Result], job: _Job) -> Done[_Job, _Result]:
    try:
        return Done(job, work(job))
    except Exception as error:  # noqa: BLE001 - whoever reads the result raises it
        return Done(job, None, error)


@dataclass
class _Worker(Generic[_Job]):
    """A process, our end of the pipe to it, and the jobs it has not answered yet, by number."""

    process: Any
    pipe: Connection
    jobs: deque[tuple[int, _Job]] = field(default_factory=deque)

    def give(self, number: int, job: _Job) -> None:
        self.jobs.append((number, job))
        with suppress(OSError):  # it has died: whoever waits for its answer will see
            self.pipe.send(job)


class _Crew(Generic[_Job, _Result]):
    """Workers, each with a short queue of its own."""

    def __init__(self, work: Callable[[_Job], _Result], processes: int) -> None:
        self._work = work
        self._workers: list[_Worker[_Job]] = []
        self._unread = _UNREAD * processes
        for _ in range(processes):
            self._workers.append(self._hire())

    def through(self, jobs: Iterable[_Job]) -> Iterator[Done[_Job, _Result]]:
        """Hand the jobs out and give what comes back, in their order."""
        left = enumerate(jobs)
        waiting: dict[int, Done[_Job, _Result]] = {}
        following, given = 0, 0
        while True:
            given = self._hand_out(left, given, following + self._unread)
            if following == given:
                return
            while following not in waiting:
                self._collect(waiting)
                given = self._hand_out(left, given, following + self._unread)
            yield waiting.pop(following)
            following += 1

    def dismiss(self) -> None:
        """End every worker: one that is idle in order, one that is at something wherever it is."""
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(0 if worker.jobs else _PATIENCE)
            worker.process.terminate()
            worker.process.join()

    def _hand_out(self, left: Iterator[tuple[int, _Job]], given: int, limit: int) -> int:
        while given < limit:
            worker = min(self._workers, key=lambda one: len(one.jobs))
            if len(worker.jobs) >= _AHEAD:
                break
            numbered = next(left, None)
            if numbered is None:
                break
            worker.give(*numbered)
            given += 1
        return given

    def _collect(self, waiting: dict[int, Done[_Job, _Result]]) -> None:
        """Wait until a worker answers, and take in what there is."""
        ready = connection.wait([worker.pipe for worker in self._workers])
        for worker in [one for one in self._workers if one.pipe in ready]:
            number, job = worker.jobs[0] if worker.jobs else (-1, None)
            try:
                result, error = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker)
                result, error = None, WorkerDied()
            else:
                worker.jobs.popleft()
            if job is not None:
                waiting[number] = Done(job, result, error)

    def _replace(self, dead: _Worker[_Job]) -> None:
        """Let another worker go on after the job that ended this one."""
        dead.pipe.close()
        dead.process.join()
        place = self._workers.index(dead)
        del self._workers[place]
        fresh = self._hire()
        self._workers.insert(place, fresh)
        for number, job in list(dead.jobs)[1:]:
            fresh.give(number, job)

    def _hire(self) -> _Worker[_Job]:
        ours, theirs = get_context("fork").Pipe()
        others = [worker.pipe for worker in self._workers]
        process = get_context("fork").Process(
            target=_serve, args=(self._work, theirs, [ours, *others]), daemon=True
        )
        sys.stdout.flush()
        sys.stderr.flush()
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _serve(work: Callable[[Any], Any], pipe: Connection, not_ours: list[Connection]) -> None:
    """What a worker does: job after job, until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts us ends us in order
    for other in not_ours:  # else nobody would see that we have died
        other.close()
    jobs: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, jobs), daemon=True).start()
    while (job := jobs.get()) is not None:
        done = _here(work, job[0])
        with suppress(BrokenPipeError):
            pipe.send((done.result, done.error))


def _receive(pipe: Connection, jobs: "SimpleQueue[Any]") -> None:
    """Take jobs off the pipe at once: whoever sends one must never wait for us."""
    while True:
        try:
            jobs.put((pipe.recv(),))
        except (EOFError, OSError):
            jobs.put(None)
            return
