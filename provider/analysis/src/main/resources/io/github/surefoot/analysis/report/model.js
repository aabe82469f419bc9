// The data, with what the views ask of it again and again worked out once.
/** An element of this suite: their ids begin with its prefix. */
const mine = (id) => byId(prefix + id);

const WORDS = {
  P: 'passed', F: 'failed', E: 'error', C: 'crashed', H: 'hung', S: 'skipped', A: 'aborted', N: 'not run',
};
const BAD = 'FECH';
const STATUSES = ['broken', 'flaky', 'crashed', 'hung', 'reliable', 'skipped'];

const data = JSON.parse(mine('data').textContent);
const classes = data.classes;

const tests = data.tests.map((test) => {
  const className = classes[test.c];
  const dot = className.lastIndexOf('.') + 1;
  return {
    className,
    packageName: className.slice(0, dot),
    simpleName: className.slice(dot),
    name: test.n,
    category: test.g,
    status: test.s,
    outcomes: test.o,
    passed: test.p,
    counted: test.t,
    average: test.a,
    slowest: test.m,
    bound: test.l || '',
    cause: test.y || '',
    kind: test.k || '',
    diagnosed: test.d || null,
    roundsDiffer: test.r || false,
    group: test.x === undefined ? null : data.groups[test.x],
    history: test.h || '',
    before: test.b || '',
    executions: test.e || [],
    label: test.n ? `${className.slice(dot)}.${test.n}` : className.slice(dot),
    haystack: `${className}.${test.n}`.toLowerCase(),
    rate: test.t ? test.p / test.t : (test.s === 'skipped' ? 2 : -1),
    link: `#${prefix}test=${encode(className)}/${encode(test.n)}`,
  };
});

const byLink = new Map(tests.map((test) => [test.link, test]));

/** Encodes as java.net.URLEncoder does, so that links from the rest of the page arrive. */
function encode(text) {
  return encodeURIComponent(text).replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A rate in percent, rounded down: 94.96 never shows as 95. None of executions that are known not to be alike. */
function percent(test) {
  if (!test.counted || test.roundsDiffer) return '–';
  const tenths = Math.floor((test.passed * 1000) / test.counted) / 10;
  return `${tenths} %`;
}

/** The bars of a round, by worker, in the order of time. */
function lanes(round) {
  return data.workers
    .map((worker) => ({
      worker,
      bars: worker.bars.filter((bar) => bar[1] === round).map((bar) => ({
        worker: worker.label, className: classes[bar[0]], start: bar[2], end: Math.max(bar[3], bar[2]), finished: bar[4],
        failed: bar[5] || false,
      })),
    }))
    .filter((lane) => lane.bars.length > 0 || lane.worker.round === round);
}

const overlaps = (a, b) => a.worker !== b.worker && a.start < b.end && b.start < a.end;

/** The classes in which something failed on a worker of a round, whether it counts or not. */
function badClasses(round) {
  return new Set(lanes(round).flatMap((lane) => lane.bars).filter((bar) => bar.failed).map((bar) => bar.className));
}
