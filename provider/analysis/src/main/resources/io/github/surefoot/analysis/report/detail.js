// One test: each round, and its failures side by side with what differs marked.
const MOST_SIDES = 4;
const MOST_TOGETHER = 12;
const MOST_CONTRASTS = 5;
const replayOf = new Map(data.workers.map((worker) => [worker.label, worker.replay]));

function strip(test) {
  return make('ol', { class: 'strip', 'aria-label': 'Rounds' }, Array.from(test.outcomes, (letter, i) => {
    const execution = test.executions[i];
    return make('li', {
      title: `round ${i + 1}: ${WORDS[letter]}${execution && execution[0] ? `, worker ${execution[0]}, ${seconds(execution[1])}` : ''}`,
    },
    make('span', { class: `o o${letter}`, 'aria-hidden': 'true' }, letter === 'P' ? '·' : letter),
    make('span', { class: 'hidden' }, `round ${i + 1}: ${WORDS[letter]}`),
    make('small', { 'aria-hidden': 'true' }, String(i + 1)));
  }));
}

/** Groups the executions that threw the same. */
function failures(test) {
  const groups = new Map();
  test.executions.forEach((execution, i) => {
    const [worker, millis, failure, , text] = execution;
    if (failure < 0) return;
    if (!groups.has(failure)) groups.set(failure, { text: data.failures[failure], at: [] });
    groups.get(failure).at.push({ round: i + 1, worker, millis, printed: data.printed[text] || '' });
  });
  return [...groups.values()];
}

/** The stack without the type and message it begins with: these stand above it. */
function frames([type, message, stack]) {
  const head = message ? `${type}: ${message}` : type;
  return (stack.startsWith(head) ? stack.slice(head.length) : stack).replace(/^\n/, '');
}

/** What the class printed the first time it failed this way, the end of it. */
function printedNode(group, test) {
  const at = group.at.find((it) => it.printed);
  return at ? make('details', { class: 'printed' },
    make('summary', {}, `What ${test.simpleName.replace(/[$].*/, '')} printed in round ${at.round}`),
    make('pre', { tabindex: '0' }, at.printed)) : null;
}

function side(group, others, test) {
  const [type, message] = group.text;
  const stack = frames(group.text);
  const rounds = group.at.map((at) => at.round).join(', ');
  const workers = [...new Set(group.at.map((at) => at.worker).filter(Boolean))].join(', ');
  return make('div', { class: 'side' },
    make('h4', {}, `Round${group.at.length === 1 ? '' : 's'} ${rounds}`),
    make('p', { class: 'dim' }, [workers && `worker ${workers}`, seconds(group.at[0].millis)].filter(Boolean).join(' · ')),
    make('strong', {}, marked([type], others.map((other) => [other.text[0]]), '')),
    message && make('pre', { class: 'message', tabindex: '0' },
      marked(words(message), others.map((other) => words(other.text[1])), '')),
    stack && whereNode(stack, test),
    stack && stackNode(stack, others.map((other) => frames(other.text)), test),
    printedNode(group, test));
}

function sides(test) {
  const groups = failures(test);
  if (!groups.length) return null;
  const compared = groups.slice(0, MOST_SIDES);
  const title = groups.length === 1
    ? (groups[0].at.length === 1 ? 'Failed once' : `Failed the same way ${groups[0].at.length} times`)
    : `Failed in ${groups.length} different ways; differences are marked`;
  return [
    make('h3', {}, title),
    make('div', { class: 'sides' }, compared.map((group) => side(group, compared.filter((other) => other !== group), test))),
    groups.length > compared.length
      && make('p', { class: 'dim' }, `and ${groups.length - compared.length} more ways; verdict.json has a line of each.`),
  ].filter(Boolean);
}

/** The tests that fail with one cause with it. */
function together(test) {
  const others = test.group ? test.group.tests.map((index) => tests[index]).filter((other) => other !== test) : [];
  if (!others.length) return null;
  return [
    make('h3', {}, `${plural(others.length, 'more test')} of one cause`),
    make('p', { class: 'dim' }, `They ${test.group.alike}.`),
    make('ul', { class: 'together' },
      others.slice(0, MOST_TOGETHER).map((other) => make('li', {}, make('a', { href: other.link }, other.label)))),
    others.length > MOST_TOGETHER
      && make('p', { class: 'dim' }, `and ${others.length - MOST_TOGETHER} more; verdict.json names all.`),
  ].filter(Boolean);
}

/** What was otherwise when it failed than when it passed: only what is no chance, by the counts. */
function contrasts(test) {
  const found = test.group ? test.group.contrasts : [];
  if (!found.length) return null;
  const [, , failed, , passed] = found[0];
  const of = test.group.tests.length > 1 ? ` ${tests[test.group.tests[0]].label}` : ' it';
  return [
    make('h3', {}, `What was otherwise when${of} failed`),
    table(['It was so that', `in ${plural(failed, 'failing round')}`, `in ${plural(passed, 'passing round')}`],
      found.slice(0, MOST_CONTRASTS).map(([what, failedWith, , passedWith]) => [what, failedWith, passedWith])),
    found.length > MOST_CONTRASTS
      && make('p', { class: 'dim' }, `and ${found.length - MOST_CONTRASTS} more; verdict.json has all counts.`),
  ].filter(Boolean);
}

/** One of the shortest runs that probes have found: what ran, the test last. */
function shortest(title, run, test) {
  return run && make('div', { class: 'side' },
    make('h4', {}, `${title} (fails ${run.counts})`),
    make('ol', {},
      run.before.map((unit) => make('li', {}, unit)),
      run.more ? make('li', { class: 'dim' }, `and ${run.more} more`) : null,
      make('li', {}, make('strong', {}, test.label))));
}

/** What surefoot:diagnose has found. */
function diagnosed(test) {
  if (!test.diagnosed) return null;
  const { state, fails, passes } = test.diagnosed;
  return [
    state.length ? make('h3', {}, 'What is left behind, and matters') : null,
    state.length ? make('ul', {}, state.map((text) => make('li', {}, text))) : null,
    make('h3', {}, 'The shortest runs of a new JVM that fail and pass'),
    make('div', { class: 'sides' }, shortest('Fails', fails, test), shortest('Passes', passes, test)),
  ].filter(Boolean);
}

function replays(test) {
  const workers = [...new Set(test.executions
    .filter((execution, i) => BAD.includes(test.outcomes[i]) && execution[0]).map((execution) => execution[0]))];
  return workers.length
    ? [make('h3', {}, 'See it fail again'), ...workers.slice(0, 3).map((worker) => command(replayOf.get(worker)))]
    : null;
}

function summary(test) {
  const rate = test.counted ? `passed ${test.passed} of ${plural(test.counted, 'round')}${test.roundsDiffer ? '' : ` (${percent(test)})`}` : 'never ran';
  const bound = test.bound && `, which proves a pass rate of at least ${test.bound}`;
  return [
    make('p', {}, `It ${rate}${bound}. On average ${seconds(test.average)}, at most ${seconds(test.slowest)}; category ${test.category}.`),
    test.cause && make('p', {}, test.cause),
    test.history ? make('p', {}, `It ${test.history}.`) : test.before && make('p', {}, `Before, it passed ${test.before}.`),
  ];
}

function openDetail(test) {
  const shut = make('button', { type: 'button', onclick: () => dialog.close() }, 'Close');
  dialog.replaceChildren(
    make('div', { class: 'detail-head' },
      make('div', {}, make('span', { class: `tag tag-${test.status}` }, test.status),
        make('h2', { id: 'detail-title' }, make('span', { class: 'dim' }, test.packageName), test.label)),
      shut),
    make('div', { class: 'detail-body' }, summary(test), diagnosed(test), together(test), contrasts(test), strip(test), sides(test), replays(test)));
  if (!dialog.open) {
    opener = document.activeElement;
    dialog.showModal();
  }
  dialog.scrollTop = 0;
  shut.focus();
}
