// Runs the site's script over an index on disk: node static-search.cjs SCRIPT FOLDER < queries; answers for each line a line of ids, or of fields that nothing has so.
const fs = require('fs');
const path = require('path');
const [script, folder] = process.argv.slice(2);
(0, eval)(fs.readFileSync(script, 'utf8'));
const load = name => fs.promises.readFile(path.join(folder, name), 'utf8');
(async () => {
  const index = await GavelSearch.Index.open(load);
  const queries = fs.readFileSync(0, 'utf8').split('\n').slice(0, -1);
  const answers = [];
  for (const query of queries) {
    const { hits, unmet } = await GavelSearch.search(index, query);
    answers.push([...hits.map(h => `${h.document.id} ${h.score}`), ...unmet.map(name => `no ${name}`)].join('\t'));
  }
  process.stdout.write(answers.join('\n') + '\n');
})();
