// Failing tests from build to build.
const MARKS = { held: '✓', broken: '✕', insufficient: '?' };

function startTrend() {
  const builds = data.builds || [];
  if (!builds.length || !mine('trend-chart')) return;
  const day = (build) => (build.at ? new Date(build.at).toISOString().slice(0, 10) : '');
  const width = 900;
  const height = 190;
  const floor = height - 44;
  const top = Math.max(1, ...builds.map((build) => build.flaky + build.broken));
  const y = (count) => floor - (count / top) * (floor - 14);
  const step = (width - 50) / Math.max(builds.length, 12);
  const svg = draw('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `Failing tests in ${plural(builds.length, 'build')}; the table below has the numbers` });
  [...new Set([0, Math.ceil(top / 2), top])].forEach((count) => svg.append(
    draw('line', { class: 'grid', x1: 34, x2: width, y1: y(count), y2: y(count) }),
    draw('text', { x: 28, y: y(count) + 4, 'text-anchor': 'end' }, String(count))));
  builds.forEach((build, i) => {
    const left = 42 + i * step;
    const wide = Math.min(26, step * 0.7);
    const part = (css, count, base) => draw('rect', { class: css, x: left, y: y(base + count), width: wide, height: y(base) - y(base + count) });
    svg.append(draw('g', {},
      draw('title', {}, `${day(build)} ${build.commit.slice(0, 8)}: ${build.verdict}, ${build.broken} broken, ${build.flaky} flaky of ${plural(build.tests, 'test')}`),
      part('broken', build.broken, 0), part('flaky', build.flaky, build.broken),
      build.broken + build.flaky ? null : draw('rect', { class: 'none', x: left, y: floor - 2, width: wide, height: 2 }),
      draw('text', { class: `v-${build.verdict}`, x: left + wide / 2, y: floor + 16, 'text-anchor': 'middle' }, MARKS[build.verdict] || '')));
    if (i === 0 || i === builds.length - 1) {
      svg.append(draw('text', {
        x: i ? Math.max(left + wide, 160) : left, y: floor + 34, 'text-anchor': i ? 'end' : 'start',
      }, i ? 'this run' : day(build)));
    }
  });
  mine('trend-chart').append(svg, make('ul', { class: 'legend' },
    make('li', {}, '■ lower part: broken, never passed'), make('li', {}, '■ upper part: flaky'), make('li', {}, '✓ held  ✕ broken  ? insufficient')));
  mine('trend-table').append(table(['Day', 'Commit', 'Verdict', 'Tests', 'Broken', 'Flaky', 'Took'],
    builds.slice().reverse().map((b) => [day(b), b.commit.slice(0, 8), b.verdict, b.tests, b.broken, b.flaky, seconds(b.millis)])));
}
