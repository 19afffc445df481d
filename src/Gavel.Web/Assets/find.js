// The search page: as you type, with the query in the address. Answers come from the index beside the page, or from the server's interface.
(() => {
  'use strict';
  const results = document.getElementById('results');
  const input = document.getElementById('query');
  if (!results || !input) return;
  const { index: folder, api, base } = results.dataset;
  const summary = document.getElementById('search-summary');
  const MOST = 50;
  let opened = null, turn = 0;

  const open = () => opened ??= GavelSearch.Index.open(name => fetch(folder + name).then(answer => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.text();
  }));

  async function ask(text) {
    if (api) {
      const answer = await fetch(`${api}?q=${encodeURIComponent(text)}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const { total, hits } = await answer.json();
      return { total, hits: hits.map(h => ({ id: h.id, title: h.title, status: h.status, excerpt: h.excerpt, address: '/' + h.id.split('/').map(encodeURIComponent).join('/') })) };
    }
    const index = await open();
    const found = await GavelSearch.search(index, text);
    return {
      total: found.hits.length, relaxed: found.relaxed, unknown: found.unknown,
      hits: found.hits.slice(0, MOST).map(({ document: d }) => ({ id: d.id, title: d.title, status: d.status, kind: d.kind, address: d.address, marks: GavelSearch.marksIn(d.title, found.plan) })),
    };
  }

  function marked(text, marks) {
    const parts = [];
    let at = 0;
    for (const [start, end] of marks || []) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, end);
      parts.push(text.slice(at, start), mark);
      at = end;
    }
    parts.push(text.slice(at));
    return parts;
  }

  function row(hit) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = base.replace(/\/$/, '') + hit.address;
    link.append(...marked(hit.title || hit.id, hit.marks));
    const id = document.createElement('span');
    id.className = 'soft';
    id.textContent = ` ${hit.id} `;
    item.append(link, id);
    if (hit.status) {
      const status = document.createElement('span');
      status.className = `status k-${hit.kind || 'unknown'}`;
      status.textContent = hit.status;
      item.append(status);
    }
    if (hit.excerpt) {
      const excerpt = document.createElement('p');
      excerpt.textContent = hit.excerpt;
      item.append(excerpt);
    }
    return item;
  }

  async function show() {
    const text = input.value.trim(), mine = ++turn;
    history.replaceState(null, '', text ? `?q=${encodeURIComponent(text)}` : location.pathname);
    document.title = document.title.replace(/^.*?( · |$)/, `${text ? `${text} – Search` : 'Search'}$1`);
    if (!text) {
      results.replaceChildren();
      summary.textContent = '';
      return;
    }
    try {
      const found = await ask(text);
      if (mine !== turn) return; // an older answer
      const list = document.createElement('ol');
      list.className = 'hits';
      list.append(...found.hits.map(row));
      results.replaceChildren(list);
      summary.textContent = found.total === 0 ? `Nothing has “${text}”. Try fewer words, or a part of a title.`
        : `${found.total} ${found.total === 1 ? 'hit' : 'hits'}${found.relaxed ? ' with some of the words' : ''}${found.total > MOST ? `, the best ${MOST} here` : ''}`;
    } catch {
      if (mine === turn) summary.textContent = 'The search did not answer. Look at the list of all instead, or try again.';
    }
  }

  input.form.addEventListener('submit', event => { event.preventDefault(); show(); });
  input.addEventListener('input', show);
  input.addEventListener('keydown', event => { if (event.key === 'ArrowDown') { event.preventDefault(); results.querySelector('a')?.focus(); } });
  results.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const links = [...results.querySelectorAll('a')], at = links.indexOf(document.activeElement);
    (links[at + (event.key === 'ArrowDown' ? 1 : -1)] || (at === 0 ? input : links[at])).focus();
  });
  input.value = new URLSearchParams(location.search).get('q') || '';
  if (input.value) show();
})();
