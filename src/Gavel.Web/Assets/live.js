// On a live server: the open page follows the repository. It is fetched again when it changed, and put in place without losing where the reader is.
(() => {
  'use strict';
  const here = decodeURIComponent(location.pathname).replace(/\/+$/, '') || '/';
  const said = document.createElement('p');
  said.className = 'live';
  said.setAttribute('role', 'status');
  document.body.append(said);

  // The block nearest to the top of the window, and how far it is from there: what is above may grow or shrink.
  function anchor() {
    for (const block of document.querySelectorAll('main [data-line], main [id]')) {
      const box = block.getBoundingClientRect();
      if (box.bottom > 0 && box.height > 0) return { line: block.dataset.line, id: block.id, top: box.top };
    }
    return null;
  }

  function back(to) {
    if (!to || scrollY === 0) return;
    const block = to.id ? document.getElementById(to.id) : document.querySelector(`main [data-line="${CSS.escape(to.line)}"]`);
    if (block) scrollBy(0, block.getBoundingClientRect().top - to.top);
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
      const to = anchor();
      const focused = document.activeElement?.id;
      const isMarked = document.getElementById('page-show-findings')?.checked;
      const unfolded = [...document.querySelectorAll('main details')].map(fold => fold.open);
      document.title = fresh.title;
      document.querySelector('main').replaceWith(document.adoptNode(fresh.querySelector('main')));
      shown = numberIn(answer);
      const show = document.getElementById('page-show-findings');
      if (show) show.checked = Boolean(isMarked);
      const folds = document.querySelectorAll('main details');
      if (folds.length === unfolded.length) folds.forEach((fold, i) => { fold.open = unfolded[i]; });
      back(to);
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      said.textContent = 'Updated.';
      setTimeout(() => { said.textContent = ''; }, 2000);
      window.Prism?.highlightAll();
      document.dispatchEvent(new CustomEvent('gavel:renewed'));
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
