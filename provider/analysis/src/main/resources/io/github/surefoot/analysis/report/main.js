// Brings the page to life.
function route() {
  const test = byLink.get(location.hash);
  if (test) openDetail(test);
  else if (dialog.open) dialog.close();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button) copy(button);
  const link = event.target.closest('a[href^="#test="]');
  // The address may be the present one already, when the test was closed and is opened again.
  if (link && link.getAttribute('href') === location.hash) route();
});

document.addEventListener('keydown', (event) => {
  const typing = event.target.matches && event.target.matches('input, select, textarea');
  if (event.key === '/' && !typing && !dialog.open) {
    event.preventDefault();
    byId('filter-text').focus();
  }
});

window.addEventListener('hashchange', route);
startHeatMap();
startTimeline();
startTrend();
route();
