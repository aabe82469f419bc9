// Stack traces: where the user's own code is first, what ran it folded.
const FRAME = /^\s*at (?:[^\s(]*\/)?([\w.$<>-]+)\.[^.\s(]+\((?:(\w[\w$-]*\.\w+):(\d+))?/;
const FRAMEWORK = /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|groovy|org\.(?:codehaus\.groovy|apache\.groovy|junit|opentest4j|testng|spockframework|assertj|hamcrest|mockito|apache\.maven|springframework\.(?:test|boot\.test))|junit|io\.github\.surefoot)\./;
const MOST_SEGMENTS = 3;
const FEWEST_FOLDED = 2;
const known = new Set(classes);

/** Pages are opened in the place they were written to, or from a CI server's store, where no sources are. */
const here = location.protocol === 'file:' && data.module && decodeURI(location.pathname).startsWith(data.module);

function places(className, file, line) {
  const source = here && file && data.sources[className.slice(0, className.lastIndexOf('.') + 1).replace(/\./g, '/') + file];
  if (!source) return null;
  const path = (data.module + source).replace(/^\/(?=[A-Za-z]:)/, '');
  return make('span', { class: 'places' },
    make('a', { href: `idea://open?file=${encodeURIComponent(path)}&line=${line}` }, 'IDEA'),
    make('a', { href: `vscode://file/${encodeURI(path.replace(/^\//, ''))}:${line}` }, 'VS Code'));
}

/** Takes a line apart; of what a test of that package calls its own, of a framework, or of another library. */
function parsed(line, own) {
  const [, className, file, number] = FRAME.exec(line) || [];
  if (!className) return { line, kind: 'text' };
  const outer = className.replace(/\$.*/, '');
  const kind = (own && className.startsWith(own)) || known.has(outer) ? 'own' : FRAMEWORK.test(className) ? 'framework' : 'library';
  return { line, kind, className, file, number };
}

const ownPackage = (test) => {
  const segments = test.packageName.split('.').filter(Boolean).slice(0, MOST_SEGMENTS);
  return segments.length ? `${segments.join('.')}.` : '';
};

function frameNode(frame, differs) {
  return make('div', { class: `frame frame-${frame.kind}` },
    differs ? make('mark', {}, frame.line) : frame.line,
    frame.kind === 'own' && places(frame.className, frame.file, frame.number));
}

/** The stack as nodes, with runs of frames that are not the user's folded; what not every other has is marked. */
function stackNode(stack, others, test) {
  const own = ownPackage(test);
  const frames = lines(stack).map((line) => parsed(line, own));
  const shared = others.map((other) => common(lines(stack), lines(other)));
  const node = make('div', { class: 'stack', tabindex: '0', role: 'group', 'aria-label': 'Stack trace' });
  let folded = [];
  const unfold = () => {
    if (folded.length < FEWEST_FOLDED) node.append(...folded);
    else node.append(make('details', {}, make('summary', {}, `${folded.length} frames of JUnit, the JDK and the like`), folded));
    folded = [];
  };
  frames.forEach((frame, i) => {
    const line = frameNode(frame, !shared.every((kept) => kept[i]));
    if (frame.kind === 'framework') {
      folded.push(line);
    } else {
      unfold();
      node.append(line);
    }
  });
  unfold();
  return node;
}

/** The first line of the user's own code that a failure came by. */
function whereNode(stack, test) {
  const own = ownPackage(test);
  const first = lines(stack).map((line) => parsed(line, own)).find((frame) => frame.kind === 'own');
  return first ? make('p', { class: 'where' },
    make('code', {}, first.line.trim().replace(/^at (?:[^\s(]*\/)?/, '')), places(first.className, first.file, first.number)) : null;
}
