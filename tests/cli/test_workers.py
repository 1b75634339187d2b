"""Work in several processes: everything comes back, in order, and one crash costs one job."""

import itertools
import multiprocessing
import os
import signal

import pytest

from manumit.cli.workers import WorkerDied, done_apart


def die_at_three(job):
    """A job's double and who did it; at 3 the process is killed, as by a system short of memory."""
    if job == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return job * 2, os.getpid()


def refuse_odd(job):
    if job % 2:
        raise ValueError(f"{job} is odd")
    return job


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_jobs(processes):
    jobs = [200_000 if number % 7 == 0 else 1 for number in range(50)]  # long ones among short ones
    done = list(done_apart(lambda job: sum(range(job)), jobs, processes=processes))
    assert [each.job for each in done] == jobs
    assert [each.get() for each in done] == [sum(range(job)) for job in jobs]


def test_a_job_that_kills_its_process_is_the_only_one_lost():
    done = list(done_apart(die_at_three, range(20), processes=2))
    assert [each.job for each in done] == list(range(20))
    with pytest.raises(WorkerDied):
        done[3].get()
    assert [each.get()[0] for each in done if each.job != 3] == [2 * n for n in range(20) if n != 3]
    assert os.getpid() not in {each.get()[1] for each in done if each.job != 3}


def test_every_process_may_die_at_once():
    done = list(done_apart(lambda job: die_at_three(3), range(5), processes=2))
    assert [type(each.error) for each in done] == [WorkerDied] * 5


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_job_raises_is_raised_where_its_result_is_read(processes):
    even, odd = itertools.islice(done_apart(refuse_odd, range(2), processes=processes), 2)
    assert even.get() == 0
    with pytest.raises(ValueError, match="1 is odd"):
        odd.get()


def test_jobs_are_taken_up_only_as_fast_as_results_are_read():
    taken = []

    def jobs():
        for number in itertools.count():
            taken.append(number)
            yield number

    results = done_apart(refuse_odd, jobs(), processes=2)
    for _ in range(5):
        next(results)
    assert len(taken) <= 5 + 2 * 4
    results.close()
    assert multiprocessing.active_children() == []


def test_large_jobs_and_large_results_do_not_wait_for_each_other():
    jobs = [bytes(2_000_000)] * 12  # far more than a pipe holds
    assert [len(each.get()) for each in done_apart(bytes.upper, jobs, processes=2)] == [
        2_000_000
    ] * 12
