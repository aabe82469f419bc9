// Small helpers. Text always goes in as text, never as markup.
const byId = (id) => document.getElementById(id);
/** Shows one test, of whichever suite; what was looked at before is looked at again when it is closed. */
const dialog = byId('detail');
let opener = null;

const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== undefined) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return node;
}

const make = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
const draw = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

const plural = (count, what) => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
const seconds = (millis) => (millis < 1000 ? `${millis} ms` : `${(millis / 1000).toFixed(1)} s`);

/** Tells a screen reader. */
function say(text) {
  byId('said').textContent = text;
}

async function copy(button) {
  const text = button.dataset.copy;
  try {
    await navigator.clipboard.writeText(text);
  } catch (refused) {
    // Some browsers keep the clipboard from local files: select the command, so that one key copies it.
    const range = document.createRange();
    range.selectNodeContents(button.previousElementSibling);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    say('Selected. Press the copy key.');
    return;
  }
  const label = button.firstChild;
  const before = label.textContent;
  label.textContent = 'Copied';
  say('Command copied');
  setTimeout(() => { label.textContent = before; }, 1500);
}

/** A command breaks between its words only: half an option helps nobody. */
const command = (text) => make('span', { class: 'command' },
  make('code', { tabindex: '0' }, text.split(' ').flatMap((word) => [' ', make('span', { class: 'word' }, word)]).slice(1)), make('button', { type: 'button', 'data-copy': text }, 'Copy'));

/** A table with headings; cells that are numbers are set right. */
function table(headings, rows) {
  const cell = (value) => make('td', { class: typeof value === 'number' ? 'num' : false }, value);
  return make('table', { class: 'plain' },
    make('thead', {}, make('tr', {}, headings.map((heading) => make('th', { scope: 'col' }, heading)))),
    make('tbody', {}, rows.map((row) => make('tr', {}, row.map((value) => cell(value))))));
}
