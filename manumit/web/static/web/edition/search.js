"use strict";
// Search in an offline edition. The index stands beside the pages as scripts, each of which hands
// over the bytes of one file: a page opened from a stick may load a script and may not fetch.
(function () {
  const root = new URL("../../../", document.currentScript.src);
  const beside = new URL(".", location.href); // the pages of the interface's language stand beside this one
  const found = document.getElementById("found");
  const box = document.getElementById("q");
  const said = found.dataset;
  const kinds = JSON.parse(document.getElementById("kinds").textContent); // in words of the page's language
  const BASE = "/pagefind/";
  const SHOWN = 10; // results at a time
  const PLACES = 3; // places shown of one result
  const AROUND = { words: 36, characters: 90 }; // how much of the text is shown around a hit
  const MOST_VARIANTS = 16;
  const waiting = new Map();

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`search/${name}`, root).href;
      script.onload = resolve;
      script.onerror = () => reject(new Error(name));
      document.head.append(script);
    });
  }

  window.pagefindFile = (name, content) => {
    waiting.set(name, Uint8Array.from(atob(content), (char) => char.charCodeAt(0)));
  };

  window.pagefindFetch = async (url) => {
    const name = String(url).split("?")[0].replace(BASE, "");
    await load(`${name}.js`);
    const bytes = waiting.get(name);
    waiting.delete(name);
    return {
      ok: true,
      arrayBuffer: async () => bytes.buffer,
      json: async () => JSON.parse(new TextDecoder().decode(bytes)),
    };
  };

  // ---- what is typed, cut as the index was

  const plain = (text) => text.normalize("NFC").replace(/[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]/g, "");
  const bare = (word) => word.replace(/[^\p{Alphabetic}\p{N}]/gu, "");

  function cut(text) {
    const { unspaced, signs } = window.manumitWriting;
    const between = new RegExp(
      `(?<=[${unspaced}])(?=[\\p{L}\\p{N}])(?![${signs}])|(?<=[\\p{L}\\p{N}])(?=[${unspaced}])(?![${signs}])`,
      "gu"
    );
    const apart = signsAsLetters(text.replace(between, " "));
    return apart.split(/\s+/).map(bare).filter(Boolean).join(" ");
  }

  // Signs above and below letters, which Pagefind would drop as accents, are letters in the index.
  function signsAsLetters(text) {
    const { signs, first_sign: first } = window.manumitWriting;
    return [...text].map((char) => (signs.includes(char) ? String.fromCodePoint(first + signs.indexOf(char)) : char)).join("");
  }

  function lettersAsSigns(text) {
    const { signs, first_sign: first } = window.manumitWriting;
    return [...text].map((char) => signs[char.codePointAt(0) - first] ?? char).join("");
  }

  // The same in Traditional and in Simplified characters, as far as the edition has both.
  function variants(text) {
    let all = [""];
    for (const char of text) {
      const forms = [char, ...(window.manumitWriting.alike[char] ?? "")];
      const longer = all.flatMap((start) => forms.map((form) => start + form));
      all = longer.length <= MOST_VARIANTS ? longer : all.map((start) => start + char);
    }
    return all;
  }

  // What must all be on a page, each as the searches of which any finds it. Exact ones say where: runs
  // of writing without spaces as they stand, words in any grammatical form. The others give the order.
  function parts(typed) {
    const query = plain(typed).trim();
    const quoted = /^["“„«](.+)["”“»]$/u.exec(query);
    if (quoted) return [exactly(variants(quoted[1]).map(cut))];
    const { unspaced, signs } = window.manumitWriting;
    const runs = new RegExp(`[${unspaced}${signs}]+`, "gu");
    const words = query.replace(runs, " ").replaceAll('"', " ").split(/\s+/).filter(bare);
    const written = (query.match(runs) ?? []).map((run) => variants(run).map(cut));
    const loosely = [...written, [words.join(" ")]].map((searches) => ({ searches, exact: false }));
    return [...written.map(exactly), ...words.map((word) => exactly([word])), ...loosely];
  }

  const exactly = (phrases) => ({ searches: phrases.filter(Boolean).map((one) => `"${one}"`), exact: true });

  async function ask(pagefind, typed) {
    let kept = null;
    for (const { searches, exact } of parts(typed)) {
      const wanted = [...new Set(searches)].filter(Boolean);
      if (!wanted.length) continue;
      const hits = new Map();
      for (const one of wanted) {
        for (const hit of (await pagefind.search(one)).results) {
          const before = hits.get(hit.id) ?? { score: 0, words: [] };
          const words = exact ? [...before.words, ...hit.words] : [];
          hits.set(hit.id, { hit, score: before.score + hit.score, words });
        }
      }
      kept = kept === null ? hits : both(kept, hits);
    }
    return [...(kept ?? new Map()).values()].sort((one, two) => two.score - one.score);
  }

  function both(one, two) {
    const kept = new Map();
    for (const [id, first] of one) {
      const second = two.get(id);
      if (second) {
        const words = [...first.words, ...second.words];
        kept.set(id, { hit: first.hit, score: first.score + second.score, words });
      }
    }
    return kept;
  }

  // ---- what was found, written without any markup of its own

  function make(tag, text, attributes = {}) {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  const isUnspaced = (char) => new RegExp(`[${window.manumitWriting.unspaced}${window.manumitWriting.signs}]`, "u").test(char ?? "");
  const gap = (before, after) => (isUnspaced([...before].at(-1)) && isUnspaced([...after][0]) ? "" : " ");
  const together = (text) => text.split(/\s+/).reduce((whole, word) => whole + (whole && gap(whole, word)) + word, "");

  function excerpt(words, places) {
    const marked = new Set(places);
    const length = isUnspaced([...words[places[0]]][0]) ? AROUND.characters : AROUND.words;
    const start = Math.max(0, places[0] - Math.floor(length / 3));
    const end = Math.min(words.length, start + length);
    const line = make("p", start ? "… " : "", { class: "snippet" });
    let mark = null; // words found side by side are marked as one
    for (let at = start; at < end; at += 1) {
      const before = at > start ? gap(words[at - 1], words[at]) : "";
      const goesOn = mark && marked.has(at);
      (goesOn ? mark : line).append(before);
      if (marked.has(at) && !goesOn) line.append((mark = make("mark", "")));
      if (!marked.has(at)) mark = null;
      (mark ?? line).append(words[at]);
    }
    line.append(end < words.length ? " …" : "");
    return line;
  }

  // The places of a page that have most of what is looked for, each with the words there.
  function places(data, words) {
    const anchors = data.anchors.filter((one) => one.id).sort((one, two) => one.location - two.location);
    const byPlace = new Map();
    for (const at of [...new Set(words)].sort((one, two) => one - two)) {
      const anchor = anchors.filter((one) => one.location <= at).at(-1);
      const key = anchor?.id ?? "";
      byPlace.set(key, { anchor, words: [...(byPlace.get(key)?.words ?? []), at] });
    }
    return [...byPlace.values()].sort((one, two) => two.words.length - one.words.length).slice(0, PLACES);
  }

  async function row({ hit, words }) {
    const data = await hit.data();
    const content = data.content.split(/\s+/).map(lettersAsSigns);
    const page = new URL(encodeURI((data.raw_url ?? data.url).replace(/^\/+/, "")), beside).href;
    const item = make("li", "", { lang: data.meta.language }); // which is seldom that of the page
    if (data.meta.kind) item.append(make("p", kinds[data.meta.kind] ?? data.meta.kind, { class: "eyebrow", lang: document.documentElement.lang }));
    item.append(make("a", lettersAsSigns(data.meta.title), { class: "name", href: page, lang: data.meta.named_in }));
    for (const place of places(data, words)) {
      if (place.anchor) {
        const link = make("a", together(lettersAsSigns(place.anchor.text)), { href: `${page}#${encodeURIComponent(place.anchor.id)}` });
        const line = make("p", "", { class: "small" });
        line.append(link);
        item.append(line);
      }
      item.append(excerpt(content, place.words));
    }
    return item;
  }

  async function show(results) {
    const list = make("ol", "", { class: "works" });
    found.replaceChildren(make("p", results.length ? `${said.count} ${results.length}` : said.none), list);
    const more = make("button", said.more, { type: "button" });
    let shown = 0;
    const next = async () => {
      const some = await Promise.all(results.slice(shown, shown + SHOWN).map(row));
      shown += some.length;
      list.append(...some);
      if (shown >= results.length) more.remove();
    };
    more.addEventListener("click", next);
    found.append(more);
    await next();
  }

  async function begin() {
    const typed = new URLSearchParams(location.search).get("q") ?? "";
    box.value = typed;
    if (!typed.trim()) return;
    found.replaceChildren(make("p", said.waiting));
    try {
      await load("writing.js");
      await load("pagefind.js");
      await window.pagefind.options({ basePath: BASE, noWorker: true });
      await show(await ask(window.pagefind, typed));
    } catch (error) {
      console.error(error);
      found.replaceChildren(make("p", said.failed, { class: "note" }));
    }
    found.dataset.done = "";
  }

  begin();
})();
