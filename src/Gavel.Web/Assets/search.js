// Search in a published site, without a server. Reads texts and queries, plans and ranks exactly as Gavel.Core.Searching does; the tables come with the index.
// #results says where things are: data-base is what stands before every address of the site, data-index the folder of the index (search/ below the base);
// or data-ask, a server's search page, whose list of hits is put in place.
(function (root) {
  'use strict';

  const BREAK = 0, LOWER = 1, UPPER = 2, DIGIT = 3, SINGLE = 4;
  const MAX_PARTS = 6, LONGEST_TERM = 40, LONGEST_OPAQUE = 24;

  // Texts into words.
  class Words {
    constructor(tables) {
      this.tables = tables;
      this.stop = new Set(tables.stop);
    }

    classOf(code) {
      if (code < 128) {
        if (code >= 48 && code <= 57) return DIGIT;
        if (code >= 97 && code <= 122) return LOWER;
        return code >= 65 && code <= 90 ? UPPER : BREAK;
      }
      if (within(this.tables.breaks, code)) return BREAK;
      if (within(this.tables.singles, code)) return SINGLE;
      const letter = String.fromCharCode(code), lower = letter.toLowerCase();
      return lower.length > 1 || lower === letter ? LOWER : UPPER;
    }

    isWord(text, at) {
      if (at >= text.length) return false;
      const kind = this.classOf(text.charCodeAt(at));
      return kind === LOWER || kind === UPPER || kind === DIGIT;
    }

    read(text) {
      const words = [];
      let at = 0;
      while (at < text.length) {
        const kind = this.classOf(text.charCodeAt(at));
        if (kind === BREAK) at++;
        else if (kind === SINGLE) {
          this.add(text, at, at + 1, words);
          at++;
        } else at = this.compound(text, at, words);
      }
      return words;
    }

    compound(text, start, words) {
      const parts = [];
      let at = start, turns = 0;
      for (;;) {
        const end = this.partEnd(text, at);
        parts.push([at, end]);
        at = end;
        if (this.isWord(text, at)) {
          if ((this.classOf(text.charCodeAt(at - 1)) === DIGIT) !== (this.classOf(text.charCodeAt(at)) === DIGIT)) turns++;
        } else if (at < text.length && (text[at] === '_' || text[at] === '-') && this.isWord(text, at + 1)) at++;
        else break;
      }
      if (turns >= 3) {
        if (at - start <= LONGEST_OPAQUE) this.addJoined(text, parts, words, false);
        return at;
      }
      for (const [from, to] of parts) this.add(text, from, to, words);
      if (parts.length > 1 && parts.length <= MAX_PARTS) this.addJoined(text, parts, words, true);
      return at;
    }

    partEnd(text, at) {
      const kind = i => i < text.length ? this.classOf(text.charCodeAt(i)) : -1;
      let end = at;
      if (kind(at) === DIGIT) {
        while (kind(end) === DIGIT) end++;
        return end;
      }
      while (kind(end) === UPPER) end++;
      if (end - at > 1) {
        if (kind(end) !== LOWER) return end;
        return text[end] === 's' && !this.isWord(text, end + 1) ? end + 1 : end - 1;
      }
      for (;;) {
        if (kind(end) === LOWER) end++;
        else if ((text[end] === "'" || text[end] === '\u2019') && end > at && kind(end + 1) === LOWER) end += 2;
        else return end;
      }
    }

    add(text, start, end, words) {
      if (end - start > LONGEST_TERM) return;
      const folded = this.foldPart(text.slice(start, end));
      if (folded) words.push({ term: this.stem(folded), start, length: end - start, joined: false });
    }

    addJoined(text, parts, words, joined) {
      let folded = '';
      for (const [from, to] of parts) {
        if (to - from + folded.length > LONGEST_TERM) return;
        folded += this.foldPart(text.slice(from, to));
      }
      const start = parts[0][0], end = parts[parts.length - 1][1];
      if (folded && folded.length <= LONGEST_TERM) words.push({ term: this.stem(folded), start, length: end - start, joined });
    }

    foldPart(part) {
      if (part[0] === '0') part = part.replace(/^0+/, '') || '0';
      let folded = '';
      for (let i = 0; i < part.length; i++) {
        const c = part[i], code = part.charCodeAt(i);
        if (code < 128) {
          if (this.classOf(code) !== BREAK) folded += c.toLowerCase();
          continue;
        }
        const lower = c.toLowerCase();
        const plain = this.tables.fold[c] || this.tables.fold[lower];
        if (plain !== undefined) folded += plain;
        else if (c !== '\u2019' && !(code >= 0x300 && code <= 0x36f)) folded += lower.length === 1 ? lower : c;
      }
      return folded;
    }

    stem(folded) {
      if (folded.length < this.tables.shortestWithEnding) return folded;
      for (const [ending, instead] of this.tables.endings) {
        if (!folded.endsWith(ending)) continue;
        return instead === null ? folded : folded.slice(0, folded.length - ending.length) + instead;
      }
      return folded;
    }

    fold(text) {
      let folded = '', end = 0;
      for (const word of this.read(text)) {
        if (word.joined || word.start < end) continue;
        end = word.start + word.length;
        folded += this.foldPart(text.slice(word.start, end));
      }
      return folded;
    }

    terms(text) {
      return this.read(text).filter(w => !w.joined).map(w => w.term);
    }
  }

  function within(ranges, code) {
    for (let i = 0; i < ranges.length; i += 2) if (code >= ranges[i] && code <= ranges[i + 1]) return true;
    return false;
  }

  // Queries into parts.
  class Query {
    constructor(text, words) {
      if (text.length > 1000) text = text.slice(0, 1000);
      this.text = text;
      this.words = words;
      this.parts = [];
      for (let at = 0; ;) {
        while (at < text.length && isSpace(text[at])) at++;
        if (at === text.length) break;
        const negated = text[at] === '-' && at + 1 < text.length && !isSpace(text[at + 1]);
        if (negated) at++;
        at = this.part(at, negated);
      }
      this.folded = words.fold(text);
    }

    part(at, negated) {
      const text = this.text;
      if (text[at] === '"') {
        const [phrase, after] = quoted(text, at);
        const terms = this.words.terms(phrase);
        if (terms.length) this.parts.push({ kind: 'phrase', terms, negated });
        return after;
      }
      let end = at;
      while (end < text.length && !isSpace(text[end]) && text[end] !== '"') end++;
      const colon = text.slice(at, end).indexOf(':');
      if (colon > 0 && at + colon + 1 < text.length && !isSpace(text[at + colon + 1]) && isName(text.slice(at, at + colon))) return this.field(at, at + colon, negated);
      this.addWords(text.slice(at, end), negated, end === text.length, this.parts);
      return end;
    }

    field(at, colon, negated) {
      const text = this.text, values = [], plain = [];
      this.addWords(text.slice(at, colon), negated, false, plain);
      const named = plain.length;
      let end = colon + 1;
      while (end < text.length && !isSpace(text[end])) {
        let value;
        if (text[end] === '"') [value, end] = quoted(text, end);
        else {
          const start = end;
          while (end < text.length && !isSpace(text[end]) && text[end] !== ',' && text[end] !== '"') end++;
          value = text.slice(start, end);
        }
        this.addWords(value, negated, end === text.length, plain);
        const terms = this.words.terms(value);
        if (terms.length) values.push(terms);
        if (end < text.length && text[end] === ',') end++;
      }
      const name = this.words.fold(text.slice(at, colon));
      if (name === 'title') this.parts.push(...plain.slice(named).map(p => ({ ...p, inTitle: true })));
      else if (values.length) this.parts.push({ kind: 'field', name, values, plain, negated });
      return end;
    }

    addWords(text, negated, isLast, parts) {
      const found = this.words.read(text);
      const same = (a, b) => {
        const between = text.slice(a.start + a.length, b.start);
        return between === '' || between === '_' || between === '-';
      };
      for (let i = 0; i < found.length;) {
        let next = i + 1;
        while (next < found.length && !found[next].joined && same(found[next - 1], found[next])) next++;
        const joined = next < found.length && found[next].joined ? found[next] : null;
        let start = found[i].start, end = start + found[i].length;
        if (joined) [start, end] = [joined.start, joined.start + joined.length];
        else next = i + 1;
        const begins = end < text.length && text[end] === '*' || isLast && end === text.length;
        parts.push({
          kind: 'word', terms: found.slice(i, next).map(w => w.term), joined: joined ? joined.term : null,
          prefix: begins && !negated ? this.words.fold(text.slice(start, end)) : null, negated, inTitle: false
        });
        i = joined ? next + 1 : next;
      }
    }
  }

  const isSpace = c => /[\s\u0085]/.test(c) && c !== '\ufeff';
  const isName = text => /^[\p{L}\p{Nd}_-]+$/u.test(text) && !/^http/i.test(text);

  function quoted(text, at) {
    const end = text.indexOf('"', at + 1);
    return end < 0 ? [text.slice(at + 1), text.length] : [text.slice(at + 1, end), end + 1];
  }

  // The files of an index.
  class Index {
    // load: gives the text of a file of the index, as a promise.
    static async open(load) {
      return new Index(JSON.parse(await load('index.json')), load);
    }

    constructor(head, load) {
      this.words = new Words(head.words);
      this.ranking = head.ranking;
      this.shards = head.shards;
      this.factNames = new Set(head.facts);
      this.load = load;
      this.cache = new Map();
      const titles = new Map();
      this.documents = head.documents.map(([id, address, title, status, kind, number, standing, key]) => {
        const read = this.words.read(title);
        const others = read.some(w => !this.words.stop.has(w.term));
        const terms = new Set();
        let count = 0;
        for (const word of read) {
          if (others && this.words.stop.has(word.term) || terms.has(word.term)) continue;
          terms.add(word.term);
          if (!word.joined) count++;
        }
        for (const term of terms) titles.set(term, (titles.get(term) || 0) + 1);
        return { id, address, title, status, kind, number, standing, terms, count, key };
      });
      this.titles = [...titles].sort(([a], [b]) => a < b ? -1 : 1);
      this.titleCounts = titles;
    }

    file(name, parse) {
      if (!this.cache.has(name)) {
        const loading = this.load(name).then(parse);
        loading.catch(() => this.cache.delete(name));
        this.cache.set(name, loading);
      }
      return this.cache.get(name);
    }

    lines(name) {
      return this.file(name, text => new Map(text.split('\n').filter(Boolean).map(line => {
        const tab = line.indexOf('\t');
        return [line.slice(0, tab), line.slice(tab + 1)];
      })));
    }

    // The shard that a word would stand in; -1 before the first.
    shardOf(term) {
      let low = 0, high = this.shards.length;
      while (low < high) {
        const middle = low + high >> 1;
        if (this.shards[middle] <= term) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    }

    // What a word weighs in each proposal that has it; null for an unknown one.
    async levels(term) {
      const shard = this.shardOf(term);
      if (shard < 0) return null;
      const words = await this.lines(`words/${shard}.txt`);
      const posting = words.get(term);
      if (posting === undefined) return null;
      if (typeof posting !== 'string') return posting;
      const levels = new Map();
      const digits = new Digits(posting);
      for (let document = 0; !digits.atEnd;) {
        document += digits.next();
        levels.set(document, digits.one());
      }
      words.set(term, levels);
      return levels;
    }

    async countOf(term) {
      const levels = await this.levels(term);
      return levels ? levels.size : 0;
    }

    async beginning(prefix, limit) {
      const found = [];
      for (let shard = Math.max(0, this.shardOf(prefix)); shard < this.shards.length && (this.shards[shard] <= prefix || this.shards[shard].startsWith(prefix)); shard++) {
        for (const [term, posting] of await this.lines(`words/${shard}.txt`)) {
          if (term.startsWith(prefix)) found.push([term, typeof posting === 'string' ? Digits.pairs(posting) : posting.size]);
        }
      }
      return found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
    }

    // Where a word stands in one proposal.
    async places(term, document) {
      const levels = await this.levels(term);
      if (!levels || !levels.has(document)) return [];
      const file = await this.lines(`places/${this.shardOf(term)}.txt`);
      let all = file.get(term);
      if (typeof all === 'string') {
        const digits = new Digits(all);
        const parsed = new Map();
        for (const key of levels.keys()) {
          const places = [];
          let at = 0;
          for (let n = digits.next(); n > 0; n--) places.push(at += digits.next());
          parsed.set(key, places);
        }
        file.set(term, all = parsed);
      }
      return all.get(document);
    }

    async hasPhrase(terms, document) {
      if (terms.length === 1) return ((await this.levels(terms[0])) || new Map()).has(document);
      const places = await Promise.all(terms.map(t => this.places(t, document)));
      const sets = places.slice(1).map(p => new Set(p));
      return places[0].some(at => sets.every((set, i) => set.has(at + i + 1)));
    }

    // The proposals whose facts begin so.
    async withFact(name, values) {
      const facts = await this.lines('facts.txt');
      const found = new Set();
      for (const value of values) {
        let all = null;
        for (const term of value) {
          const some = new Set();
          for (const [fact, posting] of facts) {
            if (!fact.startsWith(`${name}=${term}`)) continue;
            const digits = new Digits(posting);
            for (let document = 0; !digits.atEnd;) some.add(document += digits.next());
          }
          all = all === null ? some : new Set([...all].filter(d => some.has(d)));
        }
        for (const document of all || []) found.add(document);
      }
      return found;
    }

    near(word) {
      if (word.length < 4 || /[0-9]/.test(word[0])) return [];
      const most = word.length < 8 ? 1 : 2;
      const near = [];
      for (const [term, titles] of this.titles) {
        if (term.length < 4 || Math.abs(term.length - word.length) > most) continue;
        const d = distance(word, term);
        if (d > 0 && d <= most) near.push([term, d, titles]);
      }
      return near.sort((a, b) => a[1] - b[1] || b[2] - a[2]).slice(0, this.ranking.maxCorrections);
    }
  }

  class Digits {
    constructor(text) {
      this.text = text;
      this.at = 0;
    }

    get atEnd() {
      return this.at >= this.text.length;
    }

    next() {
      let value = 0, place = 1;
      for (;;) {
        const digit = this.text.charCodeAt(this.at++) - 33;
        value += digit % 47 * place;
        if (digit < 47) return value;
        place *= 47;
      }
    }

    one() {
      return this.text.charCodeAt(this.at++) - 33;
    }

    // How many proposals a posting has.
    static pairs(posting) {
      const digits = new Digits(posting);
      let count = 0;
      for (; !digits.atEnd; count++) {
        digits.next();
        digits.one();
      }
      return count;
    }
  }

  // Insertions, removals, replacements, and neighbours that changed places.
  function distance(a, b) {
    let before = [], above = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        let value = Math.min(row[j - 1] + 1, above[j] + 1, above[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
        row.push(value);
      }
      before = above;
      above = row;
    }
    return above[b.length];
  }

  function log2(value) {
    const whole = 31 - Math.clz32(value);
    return 16 * whole + Math.floor(value * 16 / 2 ** whole) - 16;
  }

  // What a query means in an index, and what each part of it weighs there.
  class Plan {
    static async make(query, index) {
      const plan = new Plan();
      plan.index = index;
      plan.terms = [];
      plan.words = [];
      plan.unknown = [];
      plan.facts = [];
      plan.phrases = [];
      plan.unwanted = [];
      const wanted = [];
      for (const part of query.parts.flatMap(p => p.kind === 'field' && !index.factNames.has(p.name) ? p.plain : [p])) {
        if (part.kind === 'field') plan.facts.push(part);
        else if (part.negated) plan.unwanted.push(part.terms);
        else if (part.kind === 'word') wanted.push(part);
        else {
          plan.phrases.push(part.terms);
          wanted.push(...part.terms.map(t => ({ kind: 'word', terms: [t], joined: null, prefix: null, inTitle: false })));
        }
      }
      wanted.length = Math.min(wanted.length, index.ranking.maxWords);
      const isStop = word => word.terms.every(t => index.words.stop.has(t));
      const onlyStops = wanted.every(isStop);
      for (const word of wanted) await plan.add(word, onlyStops || !isStop(word));
      plan.folded = query.folded;
      plan.ids = idsIn(query.parts);
      const number = query.text.trim();
      plan.number = /^[0-9]+$/.test(number) && Number(number) <= 2147483647 ? Number(number) : null;
      plan.hopeless = query.parts.length === 0 || wanted.length > 0 && !plan.words.some(w => w.demanded);
      return plan;
    }

    async add(word, demanded) {
      const { index } = this, { ranking } = index, alternatives = [];
      const rarityOf = count => log2(index.documents.length + 1) - log2(Math.min(Math.max(count, 1), index.documents.length + 1)) + ranking.floor;
      const whole = word.joined || word.terms[0];
      const count = await index.countOf(whole);
      const rarity = count > 0 ? rarityOf(count) : Infinity;
      if (count > 0) this.alternative(alternatives, [whole], rarity * ranking.whole);
      if (word.joined) {
        const counts = await Promise.all(word.terms.map(t => index.countOf(t)));
        if (counts.every(c => c > 0)) this.alternative(alternatives, word.terms, Math.max(...counts.map(rarityOf)) * ranking.parts);
      }
      if (word.prefix !== null) {
        for (const [term, of] of await this.completions(word.prefix, whole)) this.alternative(alternatives, [term], Math.min(rarity, rarityOf(of)) * ranking.prefix);
      }
      if (demanded && (alternatives.length === 0 || count > 0 && count < 3 && !index.titleCounts.has(whole))) {
        for (const [term, away] of index.near(whole)) {
          this.alternative(alternatives, [term], Math.min(rarity, rarityOf(await index.countOf(term))) * (away === 1 ? ranking.near : ranking.far));
        }
      }
      if (alternatives.length) this.words.push({ alternatives, demanded, inTitle: word.inTitle });
      else if (demanded) this.unknown.push(whole);
    }

    async completions(prefix, whole) {
      const { index } = this, most = index.ranking.maxCompletions;
      if (prefix.length > 1) return (await index.beginning(prefix, most + 1)).filter(([term]) => term !== whole).slice(0, most);
      const titles = index.titles.filter(([term]) => term.startsWith(prefix)).sort((a, b) => b[1] - a[1]).filter(([term]) => term !== whole).slice(0, most);
      return Promise.all(titles.map(async ([term]) => [term, await index.countOf(term)]));
    }

    alternative(alternatives, terms, weight) {
      const numbers = [];
      for (const term of terms) {
        let at = this.terms.indexOf(term);
        if (at < 0) {
          if (this.terms.length === this.index.ranking.maxTerms) return;
          at = this.terms.push(term) - 1;
        }
        numbers.push(at);
      }
      alternatives.push({ terms: numbers, weight });
    }

    // 0 for a proposal that lacks a word.
    score(levels, document, relaxed) {
      const { ranking } = this.index;
      const inTitle = this.terms.map((term, i) => levels[i] > 0 && document.terms.has(term));
      let sum = 0, demanded = 0, found = 0, titled = 0;
      for (const word of this.words) {
        let best = 0, isTitled = false;
        for (const { terms, weight } of word.alternatives) {
          const least = Math.min(...terms.map(t => levels[t]));
          if (least === 0) continue;
          const wholly = terms.every(t => inTitle[t]);
          isTitled = isTitled || wholly;
          if (wholly || !word.inTitle) best = Math.max(best, weight * least);
        }
        sum += best;
        if (!word.demanded) continue;
        demanded++;
        if (isTitled) titled++;
        if (best > 0) found++;
        else if (!relaxed) return 0;
      }
      if (this.words.length === 0) sum = 1;
      else if (found === 0) return 0;
      if (relaxed) sum *= found;
      let factor = ranking.titleStep;
      if (demanded > 0) {
        factor += Math.floor(ranking.titleStep * titled / demanded);
        if (titled === demanded && inTitle.filter(Boolean).length >= document.count) factor += ranking.titleStep;
      }
      const score = sum * factor * (ranking.standingStep + document.standing);
      if (this.folded === document.key || this.number !== null && this.number === document.number) return score + ranking.isId;
      return this.ids.has(document.key) ? score * ranking.hasId : score;
    }
  }

  function idsIn(parts) {
    const ids = new Set();
    let before = null;
    for (const part of parts) {
      const word = part.kind === 'word' ? part : null;
      if (word && word.joined) ids.add(word.joined);
      if (word && !word.joined && before && !before.joined) ids.add(before.terms[0] + word.terms[0]);
      before = word;
    }
    return ids;
  }

  // All that match, the best first: { hits: [{ document, score }], relaxed, unknown, unmet, plan }.
  async function search(index, text) {
    const plan = await Plan.make(new Query(text, index.words), index);
    let hits = plan.hopeless ? [] : await match(index, plan, false), relaxed = false;
    if (!plan.hopeless && hits.length === 0 && plan.words.filter(w => w.demanded).length > 1) {
      hits = await match(index, plan, true);
      relaxed = hits.length > 0;
    }
    hits.sort((a, b) => b.score - a.score || a.number - b.number);
    return { hits: hits.map(h => ({ document: index.documents[h.number], score: h.score })), relaxed, unknown: plan.unknown, unmet: hits.length ? [] : await unmet(index, plan), plan };
  }

  // Names of the fields that no proposal has with the value that was asked for.
  async function unmet(index, plan) {
    const names = new Set();
    for (const fact of plan.facts) if (!fact.negated && (await index.withFact(fact.name, fact.values)).size === 0) names.add(fact.name);
    return [...names];
  }

  async function match(index, plan, relaxed) {
    const levels = (await Promise.all(plan.terms.map(t => index.levels(t)))).map(l => l || new Map());
    const facts = await Promise.all(plan.facts.map(async f => ({ negated: f.negated, found: await index.withFact(f.name, f.values) })));
    const hits = [];
    for (let number = 0; number < index.documents.length; number++) {
      if (facts.some(f => f.found.has(number) === f.negated)) continue;
      const score = plan.score(levels.map(l => l.get(number) || 0), index.documents[number], relaxed);
      if (score === 0) continue;
      let fits = true;
      for (const phrase of plan.phrases) fits = fits && await index.hasPhrase(phrase, number);
      for (const phrase of plan.unwanted) fits = fits && !await index.hasPhrase(phrase, number);
      if (fits) hits.push({ number, score });
    }
    return hits;
  }

  // Where a text has words of a plan: [start, end] in order, none overlapping.
  function marksIn(text, plan) {
    const wanted = new Set(plan.words.flatMap(w => w.alternatives.flatMap(a => a.terms.map(t => plan.terms[t]))));
    const marks = [];
    for (const word of plan.index.words.read(text).sort((a, b) => a.start - b.start)) {
      if (!wanted.has(word.term)) continue;
      const last = marks[marks.length - 1];
      if (last && word.start < last[1]) last[1] = Math.max(last[1], word.start + word.length);
      else marks.push([word.start, word.start + word.length]);
    }
    return marks;
  }

  // The page: a form with an input named q, and #results.
  const SHOWN = 20, MOST = 200, MOST_STATUSES = 12;

  let ending = null;

  function start(results) {
    if (ending) ending.abort();
    const form = results.closest('main, body').querySelector('form[role=search]');
    const input = form && form.querySelector('input[name=q]');
    if (!input) return;
    const base = results.dataset.base || '/';
    const ask = results.dataset.ask ? asked(results.dataset.ask) : looked(results.dataset.index || base + 'search/', base);
    const summary = document.getElementById('search-summary');
    const signal = (ending = new AbortController()).signal;
    let turn = 0, limit = SHOWN;

    async function run() {
      const mine = ++turn, text = input.value;
      const address = text ? '?' + new URLSearchParams({ q: text }) : location.pathname;
      history.replaceState(null, '', address);
      if (!text.trim()) return show(mine, null, '');
      try {
        const answer = await ask(text, limit);
        show(mine, answer, answer.list ? answer.words : say(answer));
      } catch (failure) {
        if (failure.name !== 'AbortError') show(mine, null, results.dataset.ask ? 'The server does not answer. Try again in a moment.' : 'The search index could not be loaded. Try again in a moment.');
      }
    }

    function show(mine, answer, words) {
      if (mine !== turn) return;
      if (summary && summary.textContent !== words) summary.textContent = words;
      const list = answer && answer.list || element('ol', 'hits');
      if (answer && !answer.list) for (const hit of answer.hits) list.append(item(hit, () => mine === turn));
      const held = [...results.querySelectorAll('.hits a')].indexOf(document.activeElement);
      results.replaceChildren(list);
      if (held >= 0) (list.querySelectorAll('a')[held] || input).focus();
      if (answer && (answer.list ? answer.more : answer.total > answer.hits.length)) {
        const more = element('button', 'more', 'Show more');
        more.type = 'button';
        more.addEventListener('click', async () => {
          const from = list.children.length;
          limit += SHOWN;
          await run();
          const links = results.querySelectorAll('.hits a');
          if (links[from]) links[from].focus();
        });
        results.append(more);
      }
    }

    input.addEventListener('input', () => {
      limit = SHOWN;
      run();
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      const first = results.querySelector('.hits a');
      if (first) first.focus();
    });
    addEventListener('popstate', read, { signal });
    document.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...results.querySelectorAll('.hits a')], at = links.indexOf(document.activeElement);
      if (document.activeElement !== input && at < 0) return;
      if (event.key === 'ArrowDown' && links[at + 1]) links[at + 1].focus();
      else if (event.key === 'ArrowUp' && at > 0) links[at - 1].focus();
      else if (event.key === 'ArrowUp' && at === 0) input.focus();
      else if (event.key === 'Escape' && at >= 0) input.focus();
      else return;
      event.preventDefault();
    }, { signal });
    if (results.querySelector('.hits')) input.value = new URLSearchParams(location.search).get('q') || ''; // the server has answered
    else read();

    function read() {
      input.value = new URLSearchParams(location.search).get('q') || '';
      run();
    }
  }

  function say({ total, relaxed, capped, unknown, unmet, documents }) {
    const nowhere = (unknown.length ? ` Nowhere: ${unknown.join(', ')}.` : '')
      + unmet.map(name => ` No proposal has that ${name}${name === 'status' ? statusesOf(documents) : ''}.`).join('');
    if (total === 0) return `Nothing matches. Take a word away, or search for its beginning.${nowhere}`;
    const count = total === 1 ? '1 matches' : `${total}${capped ? ' or more' : ''} match`;
    return `${count}${relaxed ? ' some of the words; none has them all' : ''}.${nowhere}`;
  }

  function statusesOf(documents) {
    const counts = new Map();
    for (const { status } of documents) if (status) counts.set(status, (counts.get(status) || 0) + 1);
    const statuses = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([status]) => status);
    const more = statuses.length > MOST_STATUSES ? ` and ${statuses.length - MOST_STATUSES} more` : '';
    return statuses.length ? `; there are ${statuses.slice(0, MOST_STATUSES).join(', ')}${more}` : '';
  }

  // From the server: its own search page has the hits.
  function asked(address) {
    let last = null;
    return async (text, limit) => {
      if (last) last.abort();
      last = new AbortController();
      const response = await fetch(`${address}?${new URLSearchParams({ q: text, limit })}`, { signal: last.signal });
      if (!response.ok) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const next = page.querySelector('#results [rel=next]');
      return {
        words: page.getElementById('search-summary').textContent,
        list: document.adoptNode(page.querySelector('#results .hits') || element('ol', 'hits')),
        more: next !== null && limit < MOST
      };
    };
  }

  // From the files of the site.
  function looked(folder, base) {
    const fetched = async address => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(response.statusText);
      return response.text();
    };
    const pages = new Map();
    let index = null;
    return async (text, limit) => {
      if (!index) {
        index = Index.open(name => fetched(folder + name));
        index.catch(() => { index = null; });
      }
      const { documents } = await index, { hits, relaxed, unknown, unmet, plan } = await search(await index, text);
      return {
        total: hits.length, relaxed, capped: false, unknown, unmet, documents,
        hits: hits.slice(0, limit).map(({ document: { id, address, title, status, kind } }) => {
          const href = base + address.slice(1).split('/').map(encodeURIComponent).join('/');
          return {
            href, id, title, titleMarks: marksIn(title, plan), status, kind,
            excerpt: async () => {
              if (!pages.has(href)) pages.set(href, fetched(href.endsWith('/') ? href : href + '/').then(html => new DOMParser().parseFromString(html, 'text/html')));
              return excerpt(await pages.get(href), plan);
            }
          };
        })
      };
    };
  }

  // The piece of a page that shows best why it matches.
  function excerpt(page, plan) {
    const wordOf = new Map();
    plan.words.forEach((word, number) => word.alternatives.forEach(a => a.terms.forEach(t => { if (!wordOf.has(plan.terms[t])) wordOf.set(plan.terms[t], number); })));
    const weights = plan.words.map(w => w.alternatives[0].weight);
    let best = null, most = 0, first = null, anchor = '', count = 0;
    for (const block of page.querySelectorAll('main [data-line], main h2[id], main h3[id], main h4[id]')) {
      if (/^H[1-6]$/.test(block.tagName)) anchor = block.id;
      if (block.querySelector('[data-line]') || ++count > 3000) continue;
      const text = block.textContent;
      if (!first && text.trim()) first = { text, anchor: '' };
      const there = new Set();
      for (const word of plan.index.words.read(text)) if (wordOf.has(word.term)) there.add(wordOf.get(word.term));
      const factor = block.tagName === 'PRE' || block.closest('pre') ? 2 : /^H[1-6]$/.test(block.tagName) ? 3 : 4;
      const worth = factor * [...there].reduce((sum, number) => sum + weights[number], 0);
      if (worth > most) [best, most] = [{ text, anchor }, worth];
    }
    const chosen = best || first;
    return chosen ? cut(chosen.text, chosen.anchor, plan) : { text: '', marks: [], anchor: '' };
  }

  function cut(text, anchor, plan) {
    text = text.replace(/\s+/g, ' ').trim();
    const marks = marksIn(text, plan);
    const at = marks.length ? marks[0][0] : 0;
    let start = Math.max(0, at - 50);
    while (start > 0 && start < at && text[start - 1] !== ' ') start++;
    let end = Math.min(text.length, start + 180);
    while (end < text.length && text[end] !== ' ' && end < start + 210) end++;
    const lead = start > 0 ? '\u2026 ' : '';
    return {
      text: lead + text.slice(start, end) + (end < text.length ? ' \u2026' : ''), anchor,
      marks: marks.filter(m => m[0] >= start && m[1] <= end).map(m => [m[0] - start + lead.length, m[1] - start + lead.length])
    };
  }

  function item(hit, isWanted) {
    const row = element('li'), link = element('a'), words = element('p', 'excerpt', '\u00A0');
    link.href = hit.href;
    link.append(element('span', 'id', `${hit.id} `), ...marked(hit.title, hit.titleMarks));
    row.append(link);
    if (hit.status) row.append(' ', element('span', `status k-${hit.kind || 'unknown'}`, hit.status));
    row.append(words);
    hit.excerpt().then(found => {
      if (!isWanted()) return;
      words.replaceChildren(...marked(found.text, found.marks));
      if (found.anchor) link.href = `${hit.href}#${encodeURIComponent(found.anchor)}`;
    }).catch(() => {});
    return row;
  }

  function marked(text, marks) {
    const parts = [];
    let at = 0;
    for (const [start, end] of marks) {
      parts.push(text.slice(at, start), element('mark', '', text.slice(start, end)));
      at = end;
    }
    parts.push(text.slice(at));
    return parts;
  }

  function element(name, kind, text) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  root.GavelSearch = { Words, Query, Index, search, marksIn };
  if (typeof document !== 'undefined') {
    const begin = () => {
      const results = document.getElementById('results');
      if (results) start(results);
    };
    begin();
    document.addEventListener('gavel:renewed', begin); // a live page was put in place of the one before
  }
})(globalThis);
