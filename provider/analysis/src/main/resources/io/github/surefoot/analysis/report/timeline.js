// The workers of a round and their classes over time.
const LANE = 30;
const LABEL = 64;
const AXIS = 22;
const MOST_ROWS = 500;

let chosen = null;
let drawn = [];

function startTimeline() {
  const rounds = [...new Set(data.workers.flatMap((worker) => worker.bars.map((bar) => bar[1])))].sort((a, b) => a - b);
  if (!rounds.length) {
    mine('lanes').replaceChildren(make('p', { class: 'dim' }, 'No worker took up a class.'));
    return;
  }
  const pick = mine('timeline-round');
  const bad = new Map(rounds.map((round) => [round, badClasses(round).size]));
  pick.append(...rounds.map((round) => make('option', { value: round },
    `${round}${bad.get(round) ? ` (${plural(bad.get(round), 'class').replace('classs', 'classes')} with failures)` : ''}`)));
  pick.value = rounds.find((round) => bad.get(round)) || rounds[0];
  pick.addEventListener('change', drawTimeline);
  let width = 0;
  const fit = () => {
    const now = mine('lanes').clientWidth;
    if (now && now !== width) {
      width = now;
      drawTimeline();
    }
  };
  fit();
  // In the next frame: drawing within the observer changes what it observes, and the browser complains.
  new ResizeObserver(() => requestAnimationFrame(fit)).observe(mine('lanes'));
}

function drawTimeline() {
  const round = Number(mine('timeline-round').value);
  const all = lanes(round);
  const bars = all.flatMap((lane) => lane.bars);
  const from = Math.min(...bars.map((bar) => bar.start));
  const to = Math.max(...bars.map((bar) => bar.end), from + 1);
  const width = Math.max(320, mine('lanes').clientWidth);
  const x = (at) => LABEL + ((at - from) / (to - from)) * (width - LABEL - 4);
  const height = all.length * LANE + AXIS;
  const svg = draw('svg', { viewBox: `0 0 ${width} ${height}`, height, role: 'group', 'aria-label': `Workers of round ${round}` });
  ticks(to - from).forEach((at) => svg.append(
    draw('line', { class: 'grid', x1: x(from + at), x2: x(from + at), y1: 0, y2: height - AXIS }),
    draw('text', { class: 'axis', x: Math.min(x(from + at), width - 34), y: height - 6 }, seconds(at))));
  drawn = [];
  all.forEach((lane, i) => {
    svg.append(draw('text', { x: 0, y: i * LANE + LANE / 2 + 4 }, lane.worker.label));
    lane.bars.forEach((bar) => svg.append(drawBar(bar, i, x, from)));
  });
  mine('lanes').replaceChildren(svg);
  mine('beside').textContent = '';
  chosen = null;
  if (drawn.length) drawn[0].node.setAttribute('tabindex', '0');
  const rows = bars.slice(0, MOST_ROWS).map((bar) => [
    bar.className, bar.worker, seconds(bar.start - from), seconds(bar.end - bar.start),
    bars.filter((other) => overlaps(bar, other)).map((other) => simple(other.className)).slice(0, 8).join(', '),
  ]);
  mine('lanes-table').replaceChildren(table(['Class', 'Worker', 'Began after', 'Took', 'Beside it'], rows));
}

const simple = (className) => className.slice(className.lastIndexOf('.') + 1);

function ticks(span) {
  const rough = span / 6;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) || 1;
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => i * step);
}

function drawBar(bar, lane, x, from) {
  const left = x(bar.start);
  const wide = Math.max(2, x(bar.end) - left);
  const { failed } = bar;
  const name = (failed ? '✕ ' : '') + simple(bar.className);
  const state = `${failed ? ', with failures' : ''}${bar.finished ? '' : ', not finished'}`;
  const said = `${bar.className}, worker ${bar.worker}, from ${seconds(bar.start - from)} to ${seconds(bar.end - from)}${state}`;
  const node = draw('g', {
    class: [failed && 'bad', !bar.finished && 'cut'].filter(Boolean).join(' '),
    role: 'button',
    tabindex: '-1',
    'aria-label': said,
    onclick: () => choose(bar),
    onfocus: () => choose(bar),
    onkeydown: move,
  },
  draw('title', {}, said),
  draw('rect', { class: 'bar', x: left, y: lane * LANE + 3, width: wide, height: LANE - 6, rx: 3 }),
  wide > name.length * 6.6 + 8 ? draw('text', { x: left + 5, y: lane * LANE + LANE / 2 + 4 }, name) : null);
  drawn.push({ bar, node, lane });
  return node;
}

function choose(bar) {
  chosen = bar;
  const beside = drawn.filter((it) => overlaps(bar, it.bar));
  drawn.forEach((it) => {
    it.node.classList.toggle('chosen', it.bar === bar);
    it.node.classList.toggle('beside-it', beside.includes(it));
    it.node.setAttribute('tabindex', it.bar === bar ? '0' : '-1');
  });
  const names = beside.map((it) => `${simple(it.bar.className)} (${it.bar.worker})`);
  mine('beside').replaceChildren(make('strong', {}, bar.className),
    ` on ${bar.worker}, ${seconds(bar.end - bar.start)}${bar.finished ? '' : ', not finished'}. `,
    names.length ? `Beside it ran ${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}.` : 'Nothing ran beside it.');
}

/** Left and right go along a lane, up and down to the bar beside. */
function move(event) {
  const at = drawn.findIndex((it) => it.bar === chosen);
  if (at < 0) return;
  const here = drawn[at];
  let next = null;
  if (event.key === 'ArrowRight') next = drawn[at + 1];
  else if (event.key === 'ArrowLeft') next = drawn[at - 1];
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const lane = here.lane + (event.key === 'ArrowDown' ? 1 : -1);
    const near = (it) => Math.abs(it.bar.start - here.bar.start);
    [next] = drawn.filter((it) => it.lane === lane).sort((a, b) => near(a) - near(b));
  } else return;
  event.preventDefault();
  if (next) next.node.focus();
}
