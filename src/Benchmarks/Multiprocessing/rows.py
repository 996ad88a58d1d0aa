"""One row of the comparison with multiprocessing, in Python: `rows.py ROW SCALE [CPU]` prints one number.

Each row does what the method of the same name in the folder's C# files does, through the public API. SCALE shortens the loops;
with CPU everything runs on that processor. A number is an average of one run; who calls this runs it again and again.
"""
import multiprocessing as mp
import os
import sys
import time

clock = time.perf_counter  # The same clock in every process.
SCALE = 1.0


def times(count):
    return max(10, int(count * SCALE))


def child(context, target, *args):
    process = context.Process(target=target, args=args, daemon=True)
    process.start()
    return process


def same(value):
    return value


def acquire_and_release(gate, count):
    start = clock()
    for _ in range(count):
        gate.acquire()
        gate.release()
    return count / (clock() - start)


def lock_uncontended(fork):
    return acquire_and_release(fork.Lock(), times(3_000_000))


def semaphore_uncontended(fork):
    return acquire_and_release(fork.Semaphore(2), times(3_000_000))


def _contend(gate, count, go, cell):
    go.wait()
    for _ in range(count):
        gate.acquire()
        cell.value += 1
        gate.release()


def lock_contended(fork):
    count, go, cell, gate = times(500_000), fork.Barrier(3), fork.RawValue("q", 0), fork.Lock()
    children = [child(fork, _contend, gate, count, go, cell) for _ in range(2)]
    go.wait()
    start = clock()
    for one in children:
        one.join()
    return 2 * count / (clock() - start)


def _answer_events(asked, answered, count):
    for _ in range(count):
        asked.wait()
        asked.clear()
        answered.set()


def event_wake(fork):
    asked, answered, count = fork.Event(), fork.Event(), times(20_000)
    one = child(fork, _answer_events, asked, answered, count)
    start = clock()
    for turn in range(count):
        if turn == 1:
            start = clock()
        asked.set()
        answered.wait()
        answered.clear()
    took = clock() - start
    one.join()
    return took / (count - 1) / 2 * 1e6


def _put(queue, item, count, ready):
    ready.release()
    for _ in range(count):
        queue.put(item)


def _queue(fork, item, count):
    queue, ready = fork.Queue(), fork.Semaphore(0)
    one = child(fork, _put, queue, item, count, ready)
    ready.acquire()
    start = clock()
    for _ in range(count):
        queue.get()
    took = clock() - start
    one.join()
    return count / took


def queue_small(fork):
    return _queue(fork, 7, times(200_000))


def queue_kilobyte(fork):
    return _queue(fork, b"x" * 1024, times(150_000))


def _echo_bytes(end, count):
    for _ in range(count):
        end.send_bytes(end.recv_bytes())


def _echo(end, count):
    for _ in range(count):
        end.send(end.recv())


def pipe_bytes(fork):
    (mine, theirs), count, message = fork.Pipe(), times(50_000), b"x" * 1024
    one = child(fork, _echo_bytes, theirs, count)
    mine.send_bytes(message)
    mine.recv_bytes()
    start = clock()
    for _ in range(count - 1):
        mine.send_bytes(message)
        mine.recv_bytes()
    took = clock() - start
    one.join()
    return took / (count - 1) * 1e6


def pipe_objects(fork):
    (mine, theirs), count = fork.Pipe(), times(50_000)
    one = child(fork, _echo, theirs, count)
    mine.send(1)
    mine.recv()
    start = clock()
    for _ in range(count - 1):
        mine.send(1)
        mine.recv()
    took = clock() - start
    one.join()
    return took / (count - 1) * 1e6


def manager_set(fork):
    with fork.Manager() as manager:
        shared, count = manager.dict(), times(40_000)
        shared[0] = 0
        start = clock()
        for number in range(count):
            shared[number & 63] = number
        return count / (clock() - start)


def manager_increment(fork):
    with fork.Manager() as manager:
        shared, gate, count = manager.dict(n=0), manager.Lock(), times(12_000)
        start = clock()
        for turn in range(count + 10):
            if turn == 10:
                start = clock()
            with gate:
                shared["n"] = shared["n"] + 1
        return count / (clock() - start)


def value_increment(fork):
    value, count = fork.Value("i", 0), times(1_000_000)
    start = clock()
    for _ in range(count):
        with value.get_lock():
            value.value += 1
    return count / (clock() - start)


def _pool(fork, measure):
    with fork.Pool(2) as pool:
        for _ in range(3):
            pool.map(same, range(5_000))
            measure(pool)  # Both sides warm up with the work itself.
        return measure(pool)


def _map(chunk):
    def measure(pool):
        count = times(10_000)
        start = clock()
        results = pool.map(same, range(count), chunk)
        took = clock() - start
        assert results[-1] == count - 1
        return took * 1e3 * 10_000 / count

    return measure


def pool_map_chunk_1(fork):
    return _pool(fork, _map(1))


def pool_map(fork):
    return _pool(fork, _map(None))


def pool_callback(fork):
    def measure(pool):
        count, seen = times(8_000), []
        start = clock()
        results = [pool.apply_async(same, (number,), callback=seen.append) for number in range(count)]
        for result in results:
            result.wait()
        took = clock() - start
        assert len(seen) == count
        return count / took

    return _pool(fork, measure)


def pool_imap(fork):
    def measure(pool):
        count = times(8_000)
        start = clock()
        for _ in pool.imap(same, range(count)):
            pass
        return count / (clock() - start)

    return _pool(fork, measure)


def _tell(end):
    end.send(42)


def _start(context, count):
    took = 0.0
    for turn in range(count + 1):
        mine, theirs = context.Pipe(False)
        start = clock()
        one = context.Process(target=_tell, args=(theirs,))
        one.start()
        theirs.close()
        assert mine.recv() == 42
        took += clock() - start if turn > 0 else 0
        one.join()
    return took / count * 1e3


def start_cold(_):
    return _start(mp.get_context("spawn"), times(10))


def start_warm(_):
    return _start(mp.get_context("forkserver"), times(10))


def idle_worker(fork):
    with fork.Pool(1) as pool:
        worker = pool.apply(os.getpid)
        with open(f"/proc/{worker}/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024


def main():
    global SCALE
    row, SCALE = sys.argv[1], float(sys.argv[2])
    if len(sys.argv) > 3:
        os.sched_setaffinity(0, {int(sys.argv[3])})
    print(globals()[row](mp.get_context("fork")))


if __name__ == "__main__":
    main()
