// Brings the page to life: one suite of the module is shown at a time, and only what is shown is worked out.
const articles = [...document.querySelectorAll('.suite')];
const suites = new Map();
let shown = null;

function suiteOf(article) {
  if (!suites.has(article)) suites.set(article, openSuite(article.dataset.prefix));
  return suites.get(article);
}

function show(article) {
  if (article === shown) return;
  shown = article;
  articles.forEach((other) => { other.hidden = other !== article; });
  document.querySelectorAll('#suites a[href^="#"]').forEach((link) => {
    if (link.hash === `#${article.id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
  document.querySelectorAll('[data-section]').forEach((link) => {
    const id = article.dataset.prefix + link.dataset.section;
    link.setAttribute('href', `#${id}`);
    link.hidden = !byId(id);
  });
  document.querySelector('.skip').setAttribute('href', `#${article.dataset.prefix}tests`);
  // Now that it has a width, which the timeline needs.
  suiteOf(article);
}

function route() {
  const article = articles.find((it) => location.hash.startsWith(`#${it.dataset.prefix}test=`));
  if (article) show(article);
  const test = article && suiteOf(article).byLink.get(location.hash);
  if (test) {
    suiteOf(article).openDetail(test);
    return;
  }
  if (dialog.open) dialog.close();
  const target = byId(location.hash.slice(1));
  const holder = target && target.closest('.suite');
  if (holder && holder !== shown) {
    show(holder);
    if (target !== holder) target.scrollIntoView();
  }
}

dialog.addEventListener('close', () => {
  if (location.hash.includes('test=')) history.replaceState(null, '', location.pathname + location.search);
  if (opener && opener.isConnected) opener.focus();
});
dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button) copy(button);
  const link = event.target.closest('a[href^="#"][href*="test="]');
  // The address may be the present one already, when the test was closed and is opened again.
  if (link && link.getAttribute('href') === location.hash) route();
});

document.addEventListener('keydown', (event) => {
  const typing = event.target.matches && event.target.matches('input, select, textarea');
  if (event.key === '/' && !typing && !dialog.open) {
    event.preventDefault();
    byId(`${shown.dataset.prefix}filter-text`).focus();
  }
});

// On paper there is nothing to choose: all suites are there.
window.addEventListener('beforeprint', () => articles.forEach((article) => {
  article.hidden = false;
  suiteOf(article);
}));
window.addEventListener('afterprint', () => articles.forEach((article) => { article.hidden = article !== shown; }));
window.addEventListener('hashchange', route);
const first = articles.find((article) => article.dataset.state !== 'held') || articles[0];
if (!location.hash) show(first);
route();
if (!shown) show(first);
