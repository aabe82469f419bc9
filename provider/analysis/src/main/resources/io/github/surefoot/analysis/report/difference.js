// What differs between two texts, by their longest common subsequence.
const MOST_STEPS = 400000;

const words = (text) => text.match(/\w+|\s+|[^\w\s]/g) || [];
const lines = (text) => text.split('\n');

/** Tells for each part of `of` whether `against` has it too, in the same order. */
function common(of, against) {
  const kept = new Array(of.length).fill(true);
  if (of.length * against.length > MOST_STEPS) {
    const known = new Set(against);
    return of.map((part) => known.has(part));
  }
  const width = against.length + 1;
  const length = new Uint16Array((of.length + 1) * width);
  for (let i = of.length - 1; i >= 0; i--) {
    for (let j = against.length - 1; j >= 0; j--) {
      length[i * width + j] = of[i] === against[j]
        ? length[(i + 1) * width + j + 1] + 1
        : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  for (let i = 0, j = 0; i < of.length; i++) {
    while (j < against.length && of[i] !== against[j]
      && length[i * width + j + 1] >= length[(i + 1) * width + j]) j++;
    kept[i] = j < against.length && of[i] === against[j];
    if (kept[i]) j++;
  }
  return kept;
}

/** The parts as nodes; what not every other text has is marked. */
function marked(parts, others, joint) {
  const shared = others.map((other) => common(parts, other));
  const nodes = [];
  let run = '';
  let differs = false;
  const flush = () => {
    if (run) nodes.push(differs ? make('mark', {}, run) : run);
    run = '';
  };
  parts.forEach((part, i) => {
    const now = !shared.every((kept) => kept[i]);
    if (now !== differs) flush();
    differs = now;
    run += part + (i < parts.length - 1 ? joint : '');
  });
  flush();
  return nodes;
}
