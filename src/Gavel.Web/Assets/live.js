// On a live server: the open page follows the repository. It is fetched again when it changed, and put in place without losing where the reader is.
(() => {
  'use strict';
  const here = decodeURIComponent(location.pathname).replace(/\/+$/, '') || '/';
  const said = document.createElement('p');
  said.className = 'live';
  said.setAttribute('role', 'status');
  document.body.append(said);

  // Blocks that scroll with the page, the smallest that hold a text.
  const blocks = () => [...document.querySelectorAll('main :is(p, li, pre, tr, dt, dd, h1, h2, h3, h4, h5, h6)')].filter(block => !block.closest('.toc, .facts'));

  // The blocks nearest to the top of the window, and how far they are from there: what is above may grow or shrink, and one of them may be what changed.
  function anchors() {
    const found = [], seen = new Map();
    for (const block of scrollY === 0 ? [] : blocks()) {
      const text = block.textContent, nth = seen.get(text) || 0;
      seen.set(text, nth + 1);
      const box = block.getBoundingClientRect();
      if (box.bottom > 0 && box.height > 0 && text.trim()) found.push({ text, nth, top: box.top });
      if (found.length === 24) break;
    }
    return found;
  }

  function back(to) {
    const now = new Map();
    for (const block of to.length > 0 ? blocks() : []) {
      const text = block.textContent, known = now.get(text);
      if (known) known.push(block);
      else now.set(text, [block]);
    }
    const same = to.find(anchor => now.has(anchor.text));
    if (!same) return;
    const found = now.get(same.text);
    scrollBy({ top: found[Math.min(same.nth, found.length - 1)].getBoundingClientRect().top - same.top, behavior: 'instant' });
  }

  // What has the focus in the part that is replaced, and what is typed there: ready to be found again in the new one.
  function attention() {
    const main = document.querySelector('main'), focused = document.activeElement;
    if (!focused || !main.contains(focused)) return null;
    const href = focused.getAttribute('href');
    const which = focused === main ? 'main' : focused.id ? `#${CSS.escape(focused.id)}` : focused.localName + (href === null ? '' : `[href="${CSS.escape(href)}"]`);
    const typed = focused.matches('input[type=search], input[type=text], textarea') ? [focused.value, focused.selectionStart, focused.selectionEnd] : null;
    return { which, typed, at: [...document.querySelectorAll(`main ${which}`)].indexOf(focused) };
  }

  function attend(to) {
    if (!to) return;
    const all = document.querySelectorAll(`main ${to.which}`);
    const found = all[to.at] || all[0] || document.querySelector('main'); // gone: the content as a whole, not the top of the page
    found.focus({ preventScroll: true });
    if (!to.typed || !('setSelectionRange' in found)) return;
    found.value = to.typed[0];
    found.setSelectionRange(to.typed[1], to.typed[2]);
  }

  // The number of the snapshot that an answer is a page of; null where it does not say.
  const numberOf = timings => Number(timings?.find(timing => timing.name === 'snapshot')?.description) || null;
  const numberIn = answer => Number(/snapshot;desc=(\d+)/.exec(answer.headers.get('server-timing'))?.[1]) || null;

  // Which snapshot this page shows: null until the first renewal where the browser does not tell how it was loaded.
  let shown = numberOf(performance.getEntriesByType('navigation')[0]?.serverTiming);
  let asking = null;
  async function renew() {
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(location.href, { signal: mine.signal, headers: { accept: 'text/html' } });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (asking !== mine || document.querySelector('main form[data-dirty]')) return;
      const to = anchors();
      const reading = attention();
      const isMarked = document.getElementById('page:show-findings')?.checked;
      const unfolded = [...document.querySelectorAll('main details')].map(fold => fold.open);
      document.title = fresh.title;
      document.querySelector('main').replaceWith(document.adoptNode(fresh.querySelector('main')));
      shown = numberIn(answer);
      const show = document.getElementById('page:show-findings');
      if (show) show.checked = Boolean(isMarked);
      const folds = document.querySelectorAll('main details');
      if (folds.length === unfolded.length) folds.forEach((fold, i) => { fold.open = unfolded[i]; });
      back(to);
      said.textContent = 'Updated.';
      setTimeout(() => { said.textContent = ''; }, 2000);
      window.Prism?.highlightAll();
      document.dispatchEvent(new CustomEvent('gavel:renewed'));
      attend(reading);
    } catch (error) {
      if (error.name !== 'AbortError') said.textContent = 'This page changed, but the server does not answer. It will be tried again.';
    }
  }

  let events = null;
  function listen() {
    events = new EventSource((document.body.dataset.base || '/') + 'api/v1/events');
    events.addEventListener('change', event => {
      const change = JSON.parse(event.data);
      if (change.snapshot <= shown) return; // the page was made after it
      // Each change has the next number: where one is missing, nothing is known of what it changed.
      if (change.snapshot === shown + 1 && !change.addresses.includes(here)) shown = change.snapshot;
      else renew();
    });
    events.addEventListener('hello', event => {
      if (JSON.parse(event.data).snapshot !== shown) renew();
      if (said.textContent.startsWith('The server')) said.textContent = '';
    });
    events.addEventListener('error', () => { said.textContent = 'The server does not answer; this page may be old.'; });
  }
  listen();
  addEventListener('pagehide', () => events.close());
  addEventListener('pageshow', event => { if (event.persisted) { listen(); renew(); } });
})();
