// Runs the site's script over an index on disk: node static-search.cjs SCRIPT FOLDER < queries; answers a line of ids for each line.
const fs = require('fs');
const path = require('path');
const [script, folder] = process.argv.slice(2);
(0, eval)(fs.readFileSync(script, 'utf8'));
const load = name => fs.promises.readFile(path.join(folder, name), 'utf8');
(async () => {
  const index = await GavelSearch.Index.open(load);
  const queries = fs.readFileSync(0, 'utf8').split('\n').slice(0, -1);
  const answers = [];
  for (const query of queries) answers.push((await GavelSearch.search(index, query)).hits.map(h => `${h.document.id} ${h.score}`).join('\t'));
  process.stdout.write(answers.join('\n') + '\n');
})();
