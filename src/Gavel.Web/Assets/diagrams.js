// Draws the diagrams of a page in the boxes that are reserved for them.
(() => {
  'use strict';
  if (!window.mermaid) return;
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: isDark ? 'dark' : 'neutral', suppressErrorRendering: true });

  async function draw() {
    const sources = new Map([...document.querySelectorAll('pre.mermaid')].map(box => [box, box.textContent]));
    await mermaid.run({ querySelector: 'pre.mermaid', suppressErrors: true });
    for (const [box, source] of sources) {
      const drawn = box.querySelector('svg')?.viewBox.baseVal;
      if (!drawn) {
        // What cannot be drawn is shown as it is written.
        box.removeAttribute('data-processed');
        box.classList.add('undrawn');
        box.textContent = source;
      } else if (drawn.height * Math.min(1, box.clientWidth / drawn.width) > box.clientHeight * 1.5) {
        box.classList.add('large'); // a drawing is made to fit its box as long as it can be read; a larger one scrolls
      }
    }
  }

  draw();
  document.addEventListener('gavel:renewed', draw);
})();
