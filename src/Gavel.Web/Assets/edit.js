// While somebody writes: the preview and what is to mend follow. Saving works without this.
(() => {
  'use strict';
  (document.getElementById('why') || document.getElementById('done'))?.focus();

  // What was sent once is not sent again by a second click. Nor is it sent where nobody listens: the browser's own page would take the place of what was written.
  let leaving = false;
  for (const one of document.querySelectorAll('main form[method=post]')) {
    let isAsking = false, isHeard = false;
    one.addEventListener('submit', async event => {
      if (isHeard) {
        isHeard = false;
        leaving = true;
        setTimeout(() => { leaving = false; }, 5000); // somebody stopped it
        return;
      }
      event.preventDefault();
      if (leaving || isAsking) return;
      isAsking = true;
      const button = event.submitter || one.querySelector('[type=submit]');
      one.querySelector('.gone')?.remove();
      try {
        await fetch((document.body.dataset.base || '/') + 'health', { cache: 'no-store', signal: AbortSignal.timeout(30000) });
        isHeard = true;
        one.requestSubmit(button);
      } catch {
        const gone = document.createElement('strong');
        gone.className = 'gone';
        gone.setAttribute('role', 'alert');
        gone.textContent = 'The server does not answer; what you wrote is still here.';
        button.before(gone, ' ');
      } finally {
        isAsking = false;
      }
    });
  }
  addEventListener('pageshow', () => { leaving = false; }); // back again

  const form = document.querySelector('form[data-preview]');
  if (!form) return;
  const findings = document.getElementById('live-findings');
  const preview = document.getElementById('live-preview');
  const words = { error: 'Error', warning: 'Warning', info: 'Note' };
  let asking = null;
  let waiting = 0;

  const paragraph = (text, kind = '') => {
    const p = document.createElement('p');
    p.className = kind;
    p.textContent = text;
    return p;
  };

  // Who listens is told of what changed alone.
  function tell(...parts) {
    const now = document.createElement('div');
    now.append(...parts);
    if (now.innerHTML !== findings.innerHTML) findings.replaceChildren(...parts);
  }

  function show(answer) {
    const list = document.createElement('ul');
    if (answer.diagnostics.length > 0) {
      list.className = 'found';
      for (const finding of answer.diagnostics) {
        const item = document.createElement('li'), kind = document.createElement('strong');
        item.className = finding.severity;
        kind.textContent = words[finding.severity];
        item.append(kind, ` line ${finding.line}: ${finding.message}`);
        list.append(item);
      }
    }
    tell(...(answer.refusal ? [paragraph(answer.refusal, 'error')] : []), answer.diagnostics.length > 0 ? list : paragraph('Nothing to mend.'));
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
      else tell(paragraph(said.detail, 'error'));
    } catch (error) {
      if (error.name !== 'AbortError') tell(paragraph('The server does not answer; what you wrote is still here.', 'error'));
    }
  }

  form.addEventListener('input', () => {
    form.dataset.dirty = '';
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  addEventListener('beforeunload', event => { if (!leaving && 'dirty' in form.dataset) event.preventDefault(); });
})();
