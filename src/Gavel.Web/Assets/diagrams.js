// Draws the diagrams of a page in the boxes that are reserved for them.
(() => {
  'use strict';
  if (!window.mermaid) return;
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: isDark ? 'dark' : 'neutral', suppressErrorRendering: true });
  mermaid.run({ querySelector: 'pre.mermaid', suppressErrors: true });
})();
