// While somebody writes: the preview and what is to mend follow. Saving works without this.
(() => {
  'use strict';
  const form = document.querySelector('form[data-preview]');
  document.getElementById('why')?.focus();
  if (!form) return;
  const findings = document.getElementById('live-findings');
  const preview = document.getElementById('live-preview');
  const words = { error: 'Error', warning: 'Warning', info: 'Note' };
  let asking = null;
  let waiting = 0;

  function show(answer) {
    if (answer.diagnostics.length === 0) {
      const none = document.createElement('p');
      none.textContent = 'Nothing to mend.';
      findings.replaceChildren(none);
    } else {
      const list = document.createElement('ul');
      list.className = 'found';
      for (const finding of answer.diagnostics) {
        const item = document.createElement('li'), kind = document.createElement('strong');
        item.className = finding.severity;
        kind.textContent = words[finding.severity];
        item.append(kind, ` line ${finding.line}: ${finding.message}`);
        list.append(item);
      }
      findings.replaceChildren(list);
    }
    preview.innerHTML = answer.html; // made safe by the server, as on every page
  }

  async function ask() {
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: mine.signal });
      const said = await answer.json();
      if (asking !== mine) return;
      if (answer.ok) show(said);
      else { const p = document.createElement('p'); p.className = 'error'; p.textContent = said.detail; findings.replaceChildren(p); }
    } catch (error) {
      if (error.name !== 'AbortError') findings.textContent = 'The server does not answer; what you wrote is still here.';
    }
  }

  form.addEventListener('input', () => {
    form.dataset.dirty = '';
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  let leaving = false;
  form.addEventListener('submit', () => { leaving = true; });
  addEventListener('pageshow', () => { leaving = false; }); // back again
  addEventListener('beforeunload', event => { if (!leaving && 'dirty' in form.dataset) event.preventDefault(); });
})();
