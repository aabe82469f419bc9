// Who ran beside a test when it failed, and when it passed.
const MOST_NEIGHBOURS = 5;

function besideIn(round, className) {
  const bars = lanes(round).flatMap((lane) => lane.bars);
  const own = bars.filter((bar) => bar.className === className);
  return new Set(bars.filter((bar) => own.some((it) => overlaps(it, bar))).map((bar) => bar.className));
}

/** The classes that ran beside more often in rounds that failed than in rounds that passed. */
function neighbours(test) {
  const rounds = { bad: [], good: [] };
  Array.from(test.outcomes).forEach((letter, i) => {
    if (BAD.includes(letter)) rounds.bad.push(i + 1);
    else if (letter === 'P') rounds.good.push(i + 1);
  });
  const counts = new Map();
  const add = (list, key) => list.forEach((round) => besideIn(round, test.className).forEach((name) => {
    const of = counts.get(name) || { name, bad: 0, good: 0 };
    of[key] += 1;
    counts.set(name, of);
  }));
  add(rounds.bad, 'bad');
  add(rounds.good, 'good');
  const share = (count, of) => (of ? count / of : 0);
  const lean = (it) => share(it.bad, rounds.bad.length) - share(it.good, rounds.good.length);
  return {
    bad: rounds.bad.length,
    good: rounds.good.length,
    found: [...counts.values()].filter((it) => lean(it) > 0).sort((a, b) => lean(b) - lean(a)).slice(0, MOST_NEIGHBOURS),
  };
}
