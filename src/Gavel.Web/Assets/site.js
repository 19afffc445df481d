// Pages have all their content without this: it filters while you type, marks where you are, moves by keys and tells ages.
(() => {
  'use strict';
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const base = document.body.dataset.base || '/';
  let page = new AbortController(); // what listens for the page of now
  let move = null; // from row to row
  const isTyping = target => target.closest('input, textarea, select, [contenteditable]') !== null;

  function ages() {
    const today = Date.now();
    for (const time of all('time[data-age]')) {
      const days = Math.floor((today - Date.parse(time.dateTime)) / 864e5);
      if (!(days > 0)) continue;
      const [count, unit] = days < 60 ? [days, 'day'] : days < 730 ? [Math.floor(days / 30.44), 'month'] : [Math.floor(days / 365.25), 'year'];
      time.nextElementSibling.textContent = `(${count} ${unit}${count === 1 ? '' : 's'})`;
    }
  }

  // The list: words, facets and order are all in the address.
  function list() {
    const table = $('table.rows');
    if (!table) return null;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, order) => ({ row, order, text: row.textContent.toLowerCase(), values: new Set((row.dataset.v || '').split(' ')) }));
    const input = $('#filter');
    const summary = $('.summary');
    const said = summary ? summary.textContent : '';
    const chips = $('.chips');
    const fixed = chips ? chips.innerHTML : '';
    const links = all('.facet a[data-v]').map(link => {
      const parts = new URL(link.href).pathname.split('/');
      return { link, token: link.dataset.v, key: parts.at(-2), slug: decodeURIComponent(parts.at(-1)), label: link.firstChild.textContent.trim() || link.textContent.trim() };
    });
    const noun = table.dataset.noun;
    let state = read();

    function read() {
      const parameters = new URLSearchParams(location.search);
      return {
        q: parameters.get('q') || '', sort: parameters.get('sort') || '',
        tokens: new Set(links.filter(l => parameters.getAll(l.key).includes(l.slug)).map(l => l.token)),
      };
    }

    // What was typed is no step to go back to; a filter that was chosen is one.
    function write(isStep) {
      const parameters = new URLSearchParams();
      if (state.q) parameters.set('q', state.q);
      for (const l of links) if (state.tokens.has(l.token)) parameters.append(l.key, l.slug);
      if (state.sort) parameters.set('sort', state.sort);
      const query = parameters.toString();
      history[isStep ? 'pushState' : 'replaceState'](null, '', query ? `?${query}` : location.pathname);
    }

    function show() {
      const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
      const groups = new Map();
      for (const token of state.tokens) {
        const facet = token.split('.')[0];
        groups.set(facet, [...(groups.get(facet) || []), token]);
      }
      let shown = 0;
      for (const item of rows) {
        const fits = words.every(word => item.text.includes(word)) && [...groups.values()].every(group => group.some(token => item.values.has(token)));
        item.row.hidden = !fits;
        if (fits) shown++;
      }
      const isFiltered = words.length > 0 || state.tokens.size > 0;
      if (summary) summary.textContent = isFiltered ? `${shown} of ${rows.length} ${noun}s` : said;
      $('.none').hidden = shown > 0;
      if (chips) {
        chips.innerHTML = fixed;
        for (const l of links) {
          l.link.setAttribute('aria-pressed', String(state.tokens.has(l.token)));
          if (!state.tokens.has(l.token)) continue;
          const chip = document.createElement('button');
          chip.type = 'button';
          chip.className = 'chip';
          chip.textContent = l.label;
          chip.setAttribute('aria-label', `Take away the filter ${l.label}`);
          chip.addEventListener('click', () => toggle(l.token));
          chips.append(chip);
        }
      }
      order();
    }

    function order() {
      const [key, direction] = state.sort.split('-');
      const head = all('th[data-sort]', table);
      const column = head.findIndex(th => th.dataset.sort === key);
      for (const th of head) {
        if (th.dataset.sort === key) th.setAttribute('aria-sort', direction === 'down' ? 'descending' : 'ascending');
        else th.removeAttribute('aria-sort');
      }
      const cell = column < 0 ? -1 : head[column].cellIndex;
      const value = item => {
        const td = item.row.cells[cell];
        const time = td.querySelector('time');
        return time ? time.dateTime : td.textContent.trim().toLowerCase();
      };
      const sorted = cell < 0 ? rows : [...rows].sort((a, b) => {
        const [x, y] = [value(a), value(b)];
        if ((x === '') !== (y === '')) return x === '' ? 1 : -1;
        return (direction === 'down' ? -1 : 1) * x.localeCompare(y, 'en', { numeric: true }) || a.order - b.order;
      });
      if (sorted.some((item, i) => body.rows[i] !== item.row)) body.append(...sorted.map(item => item.row));
    }

    function toggle(token) {
      if (!state.tokens.delete(token)) state.tokens.add(token);
      write(true);
      show();
    }

    for (const l of links) {
      l.link.setAttribute('role', 'button');
      l.link.addEventListener('click', event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        toggle(l.token);
      });
    }
    for (const th of all('th[data-sort]', table)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = th.textContent;
      th.replaceChildren(button);
      button.addEventListener('click', () => {
        state.sort = state.sort === th.dataset.sort ? `${th.dataset.sort}-down` : state.sort === `${th.dataset.sort}-down` ? '' : th.dataset.sort;
        write(true);
        show();
      });
    }
    if (input) {
      input.value = state.q;
      input.addEventListener('input', () => { state.q = input.value.trim(); write(); show(); });
      input.form.addEventListener('submit', event => event.preventDefault());
    }
    addEventListener('popstate', () => { state = read(); if (input) input.value = state.q; show(); }, { signal: page.signal });
    document.addEventListener('click', event => { for (const open of all('.facet[open]')) if (!open.contains(event.target)) open.open = false; }, { signal: page.signal });
    show();

    let here = -1;
    return step => {
      const shown = [...body.rows].filter(row => !row.hidden);
      if (shown.length === 0) return;
      const focused = shown.findIndex(row => row.contains(document.activeElement));
      here = Math.max(0, Math.min(shown.length - 1, (focused >= 0 ? focused : here) + step));
      for (const row of body.rows) row.classList.toggle('here', row === shown[here]);
      $('a', shown[here]).focus();
      shown[here].scrollIntoView({ block: 'nearest' });
    };
  }

  // The contents follow the reading.
  function follow() {
    const links = new Map(all('.toc a[href^="#"]').map(link => [decodeURIComponent(link.hash.slice(1)), link]));
    const heads = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
    if (heads.length === 0) return;
    // Beside the text they are shown open: so they are told as open, and an old browser opens them too.
    const box = $('.toc'), wide = matchMedia('(min-width: 72rem)');
    const open = () => { box.open = wide.matches; };
    if (wide.matches) open();
    wide.addEventListener('change', open, { signal: page.signal });
    let current = null;
    const mark = () => {
      const line = Math.min(innerHeight * .25, 40 + scrollY); // at the top of the page the first is read, however short it is
      let last = heads[0];
      for (const head of heads) if (head.getBoundingClientRect().top <= line) last = head;
      // What was asked for is where the reader is, also where short sections follow or the page ends.
      const target = document.querySelector(':target'), top = target?.getBoundingClientRect().top;
      if (heads.includes(target) && top >= -1 && (top <= line || top < innerHeight && scrollY + innerHeight >= document.documentElement.scrollHeight - 1)) last = target;
      if (last === current) return;
      current = last;
      for (const [id, link] of links) {
        const isHere = id === last.id;
        link.classList.toggle('here', isHere);
        if (!isHere) { link.removeAttribute('aria-current'); continue; }
        link.setAttribute('aria-current', 'location');
        const box = link.closest('.toc');
        if (box && box.scrollHeight > box.clientHeight) {
          const at = link.getBoundingClientRect(), frame = box.getBoundingClientRect();
          if (at.top < frame.top || at.bottom > frame.bottom) box.scrollTop += at.top - frame.top - frame.height / 3;
        }
      }
    };
    let asked = false;
    addEventListener('scroll', () => { if (!asked) { asked = true; requestAnimationFrame(() => { asked = false; mark(); }); } }, { passive: true, signal: page.signal });
    mark();
  }

  function keys() {
    const dialog = document.createElement('dialog');
    const names = [['/', 'search or filter'], ['j  k', 'next or previous row'], ['Enter', 'open'], ...($('link[rel=edit]') ? [['e', 'edit this page']] : []), ...($('[aria-keyshortcuts=d]') ? [['d', 'decide or move']] : []), ['?', 'this list'], ['Esc', 'close']];
    dialog.setAttribute('aria-labelledby', 'keys-head');
    const head = document.createElement('h2');
    head.id = 'keys-head';
    head.textContent = 'Keys';
    const terms = document.createElement('dl');
    for (const [key, does] of names) {
      const dt = document.createElement('dt'), dd = document.createElement('dd');
      for (const one of key.split('  ')) { const kbd = document.createElement('kbd'); kbd.textContent = one; dt.append(kbd, ' '); }
      dd.textContent = does;
      terms.append(dt, dd);
    }
    const close = document.createElement('button');
    close.className = 'plain';
    close.textContent = 'Close';
    close.addEventListener('click', () => dialog.close());
    dialog.append(head, terms, close);
    document.body.append(dialog);
    return dialog;
  }

  // A mistyped or old spelling of an id on the page that says "not there".
  async function mend() {
    const hint = $('#instead');
    if (!hint) return;
    const letters = text => text.toLowerCase().replace(/[^a-z0-9]/g, '').replace(/([a-z])0+(?=\d)/g, '$1');
    const wanted = letters(decodeURIComponent(location.pathname.slice(base.length).replace(/\/+$/, '')));
    if (!wanted) return;
    try {
      const { proposals } = await (await fetch(`${base}proposals.json`)).json();
      const found = proposals.filter(p => letters(p.id) === wanted || String(p.number) === wanted);
      if (found.length === 1) location.replace(base + found[0].id.split('/').map(encodeURIComponent).join('/'));
    } catch { /* the page says all there is to say */ }
  }

  // On paper each link tells its address once: behind its words, and not where these are the address.
  function bare() {
    const plain = text => text.trim().replace(/^https?:\/\//, '').replace(/\/$/, '');
    for (const link of all('.text a[href^=http]')) link.classList.toggle('bare', plain(link.textContent) === plain(link.getAttribute('href')));
  }

  // Also of a page that a live server put in place of the one before.
  function begin() {
    page.abort();
    page = new AbortController();
    ages();
    move = list();
    follow();
  }

  function start() {
    begin();
    mend();
    document.addEventListener('gavel:renewed', begin);
    addEventListener('beforeprint', bare);
    let help = null;
    document.addEventListener('keydown', event => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') {
        for (const open of all('.facet[open]')) { open.open = false; $('summary', open).focus(); }
        if (isTyping(event.target)) event.target.blur();
        return;
      }
      if (isTyping(event.target)) {
        if (event.key === 'Enter' && event.target.id === 'filter' && move) { event.preventDefault(); move(0); }
        return;
      }
      if (event.key === '/') { event.preventDefault(); ($('#filter') || $('.find input')).focus(); }
      else if ((event.key === 'j' || event.key === 'k') && move) move(event.key === 'j' ? 1 : -1);
      else if (event.key === 'e') { const edit = $('link[rel=edit]'); if (edit) location.assign(edit.href); }
      else if (event.key === 'd') { const decide = $('[aria-keyshortcuts=d]'); if (decide) location.assign(decide.href); }
      else if (event.key === '?') { help ??= keys(); if (!help.open) help.showModal(); }
    });
  }

  start();
})();
