"""Exhaustive check of the ledger protocol  for one response and two concurrent tallies.
Images: (rev, contribution or None for a tombstone, removed?) delivered in any order, each at most DELIVERIES times, with a crash
possible before the commit (the delivery is then owed again) or after it (the reply is lost: it is owed again too)."""
import sys
from itertools import product

def decide(image, ledger):
    """What one tally wants to write, or None. ledger: None or (version, rev, contribution, expired)."""
    rev, contribution, removed = image
    version, seen, counted, expired = ledger or (0, -1, None, False)
    if seen > rev or (seen == rev and (not removed or expired)): return None
    if expired: return None
    return (version, (version + 1, rev, contribution, removed), counted, contribution)

def explore(images, deliveries, crashes, broken=None):
    start = (None, (), tuple([deliveries] * len(images)), (None, None), crashes, tuple([False] * len(images)))
    todo, seen, finals = [start], {start}, 0
    while todo:
        ledger, counters, left, workers, crash, done = todo.pop()
        if all(done) and workers == (None, None):
            finals += 1
            newest = max(images, key=lambda i: (i[0], i[2]))
            want = {newest[1]: 1} if newest[1] is not None else {}
            got = {k: v for k, v in dict(counters).items() if v}
            if got != want: return f"WRONG {got} instead of {want}; ledger {ledger}"
        nexts = []
        for w in (0, 1):
            if workers[w] is None:
                for i, n in enumerate(left):
                    if n: # take the image and read the ledger
                        l = list(left); l[i] -= 1; ws = list(workers); ws[w] = (i, ledger, decide(images[i], ledger)); nexts.append((ledger, counters, tuple(l), tuple(ws), crash, done))
            else:
                i, read, plan = workers[w]
                ws = list(workers); ws[w] = None
                if crash: # before the commit: owed again
                    l = list(left); l[i] += 1; nexts.append((ledger, counters, tuple(l), tuple(ws), crash - 1, done))
                d = list(done); d[i] = True
                if plan is None: nexts.append((ledger, counters, left, tuple(ws), crash, tuple(d)))
                else:
                    version, new, old_c, new_c = plan
                    ok = (ledger[0] if ledger else 0) == version if broken != "rev" else (ledger is None or ledger[1] < new[1])
                    if ok:
                        c = dict(counters)
                        if old_c is not None: c[old_c] = c.get(old_c, 0) - 1
                        if new_c is not None: c[new_c] = c.get(new_c, 0) + 1
                        cs = tuple(sorted(c.items()))
                        nexts.append((new, cs, left, tuple(ws), crash, tuple(d)))
                        if crash: # committed, reply lost: owed again
                            l = list(left); l[i] += 1; nexts.append((new, cs, tuple(l), tuple(ws), crash - 1, done))
                    else: # condition failed: read again, decide again
                        ws[w] = (i, ledger, decide(images[i], ledger)); nexts.append((ledger, counters, left, tuple(ws), crash, done))
        for s in nexts:
            if s not in seen: seen.add(s); todo.append(s)
    return f"ok: {len(seen)} states, {finals} ends"

HISTORIES = {
    "insert, two edits": [(1, 9, False), (2, 3, False), (3, 10, False)],
    "insert, edit, erased": [(1, 9, False), (2, 3, False), (3, None, False)],
    "insert, edit to the same, edit": [(1, 9, False), (2, 9, False), (3, 0, False)],
    "insert, edit, expired by TTL": [(1, 9, False), (2, 3, False), (2, 3, True)],
    "insert, erased, sent again is refused": [(1, 9, False), (2, None, False)],
    "insert, edit, erased, tombstone expired": [(1, 9, False), (2, 3, False), (3, None, False), (3, None, True)],
}
bad = 0
for name, images in HISTORIES.items():
    r = explore(images, 2, 2); bad += r.startswith("WRONG"); print(f"{name}: {r}")
r = explore(HISTORIES["insert, two edits"], 2, 2, broken="rev"); print("as first designed (condition on rev only):", r); bad += not r.startswith("WRONG")
sys.exit(bad)
