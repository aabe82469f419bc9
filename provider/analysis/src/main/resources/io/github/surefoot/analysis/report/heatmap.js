// Tests by rounds. Rows are made for one page of tests at a time, so that thousands stay quick.
const ROUNDS = data.rounds;
const MOST_CELLS = 2500;
const PAGE = Math.max(20, Math.min(100, Math.floor(MOST_CELLS / Math.max(1, ROUNDS))));

const view = { text: '', category: '', sort: 'worst', statuses: new Set(), page: 0, passing: false };
let shown = tests;

/** Tests that always passed are folded as long as others are there, and nobody looks for something. */
const passes = (test) => test.status === 'reliable';
const passing = tests.filter(passes).length;
const mayFold = passing > 0 && passing < tests.length;
const folds = () => mayFold && !view.passing && !view.text.trim() && !view.category && !view.statuses.size && view.sort === 'worst';

const ORDERS = {
  worst: (a, b) => a.rate - b.rate || b.counted - a.counted || byName(a, b),
  name: byName,
  slow: (a, b) => b.slowest - a.slowest || byName(a, b),
};

function byName(a, b) {
  return compare(a.className, b.className) || compare(a.name, b.name);
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

const cells = new Map();

/** A cell of the map; made once for each outcome and round, then copied. */
function cell(letter, round) {
  const key = letter + round;
  if (!cells.has(key)) {
    const said = `round ${round}: ${WORDS[letter]}`;
    cells.set(key, make('td', { class: `o o${letter}`, title: said, 'aria-label': said }, letter === 'P' ? '·' : letter));
  }
  return cells.get(key).cloneNode(true);
}

function row(test) {
  return make('tr', {},
    make('th', { scope: 'row' },
      make('a', { href: test.link },
        make('span', { class: 'package' }, test.packageName), `${test.simpleName}${test.name ? '.' : ''}${test.name}`)),
    make('td', {}, make('span', { class: `tag tag-${test.status}`, title: test.cause || false }, test.kind || test.status)),
    make('td', { class: 'num' }, test.counted ? `${test.passed}/${test.counted}` : '–'),
    make('td', { class: 'num' }, percent(test)),
    make('td', { class: 'num' }, seconds(test.slowest)),
    Array.from(test.outcomes, (letter, i) => cell(letter, i + 1)),
    make('td', { class: 'gap' }));
}

function header() {
  const plain = (text, more) => make('th', { scope: 'col', ...more }, text);
  mine('heat').tHead.replaceChildren(make('tr', {},
    plain('Test'), plain('Status'), plain('Passed'), plain('Rate'), plain('Slowest'),
    Array.from({ length: ROUNDS }, (_, i) => plain(String(i + 1), { class: 'round', 'aria-label': `Round ${i + 1}` })),
    make('td', { class: 'gap' })));
}

function select() {
  const parts = view.text.toLowerCase().split(/\s+/).filter(Boolean);
  const folded = folds();
  shown = tests
    .filter((test) => !(folded && passes(test))
      && (!view.category || test.category === view.category)
      && (!view.statuses.size || view.statuses.has(test.status))
      && parts.every((part) => test.haystack.includes(part)))
    .sort(ORDERS[view.sort]);
  view.page = 0;
  render();
}

function render() {
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  view.page = Math.min(view.page, pages - 1);
  const first = view.page * PAGE;
  const part = shown.slice(first, first + PAGE);
  mine('heat').tBodies[0].replaceChildren(...part.map(row));
  mine('count').textContent = shown.length === tests.length
    ? plural(tests.length, 'test')
    : `${shown.length.toLocaleString('en')} of ${plural(tests.length, 'test')}`;
  const turn = (by, label) => make('button', {
    type: 'button', disabled: view.page + by < 0 || view.page + by >= pages, onclick: () => { view.page += by; render(); mine('tests').scrollIntoView(); },
  }, label);
  const fold = mine('passing');
  fold.hidden = !folds() && !view.passing;
  fold.textContent = view.passing ? 'Fold those that always passed' : `Show ${plural(passing, 'test')} that always passed`;
  fold.setAttribute('aria-expanded', String(view.passing));
  mine('pages').replaceChildren(...(pages === 1 ? [] : [
    turn(-1, 'Previous'), make('span', {}, `${first + 1}–${first + part.length} of ${shown.length.toLocaleString('en')}`), turn(1, 'Next'),
  ]));
}

function chip(status, count) {
  return make('label', {},
    make('input', {
      type: 'checkbox',
      value: status,
      onchange: (event) => {
        view.statuses[event.target.checked ? 'add' : 'delete'](status);
        select();
      },
    }), ` ${status} ${count.toLocaleString('en')}`);
}

function startHeatMap() {
  header();
  const counts = new Map();
  tests.forEach((test) => counts.set(test.status, (counts.get(test.status) || 0) + 1));
  mine('filter-status').append(...STATUSES.filter((s) => counts.has(s)).map((s) => chip(s, counts.get(s))));
  [...new Set(tests.map((test) => test.category))].sort()
    .forEach((category) => mine('filter-category').append(make('option', { value: category }, category)));
  mine('filter-text').addEventListener('input', (event) => { view.text = event.target.value; select(); });
  mine('filter-category').addEventListener('change', (event) => { view.category = event.target.value; select(); });
  mine('sort').addEventListener('change', (event) => { view.sort = event.target.value; select(); });
  mine('passing').addEventListener('click', () => { view.passing = !view.passing; select(); });
  mine('filters').addEventListener('submit', (event) => event.preventDefault());
  select();
}
