"use strict";
// Draws the report or the dossier from the data in the page. Texts of the corpus are only ever written as text.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const names = data.names || {};
  ((data.terms || {}).terms || []).forEach(term => { if (term.kind === "entity" && names[term.term]) term.label = names[term.term].label; });
  const SVG = "http://www.w3.org/2000/svg";
  const ALL = "(all)";

  // ---- words and figures ----
  const whole = value => Number(value).toLocaleString("en-US");
  const signed = value => (value < 0 ? "−" : "+") + Math.abs(value).toFixed(2);
  const percent = value => (100 * value).toFixed(value > 0 && value < 0.1 ? 1 : 0) + " %";
  const many = (count, one, more) => whole(count) + " " + (count === 1 ? one : more);
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const day = text => text ? Number(text.slice(8, 10)) + " " + MONTHS[text.slice(5, 7) - 1] + " " + text.slice(0, 4) : "no date";
  const month = text => MONTHS[text.slice(5, 7) - 1] + " " + text.slice(0, 4);
  const period = (granularity, text) => granularity === "month" ? month(text) : granularity === "week" ? "the week of " + day(text) : day(text);
  const span = (from, to) => from === to ? day(from) : day(from) + " – " + day(to);
  const time = text => d3.utcParse("%Y-%m-%d")(text);
  const toneOf = score => score <= -0.05 ? "dark" : score >= 0.05 ? "bright" : "even";
  const short = (text, length) => text && text.length > length ? text.slice(0, length - 1).trimEnd() + "…" : text;
  const TYPES = { person: "person", organization: "organisation", country: "country", region: "region", place: "place", group: "people or faith", other: "other" };

  // ---- elements ----
  function put(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "on") element.addEventListener("click", value);
      else if (name === "data") Object.assign(element.dataset, value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    for (const child of children.flat(9)) {
      if (child !== null && child !== undefined && child !== false) element.append(child);
    }
    return element;
  }
  const h = (tag, attributes, ...children) => put(document.createElement(tag), attributes, children);
  const s = (tag, attributes, ...children) => put(document.createElementNS(SVG, tag), attributes, children);

  /** Where a figure stands in the tables, so that it can be found again. */
  const from = (table, column, key) => ({ table, column, key: JSON.stringify(key || {}) });
  /** A figure that leads to its sentences. */
  const figure = (text, label, source, open) => open
    ? h("button", { type: "button", class: "n", "aria-label": text + " " + label, data: source, on: open }, text)
    : h("span", { data: source }, text);
  const table = (heads, rows) => h("div", { class: "scroll" }, h("table", null,
    h("thead", null, h("tr", null, heads.map(head => h("th", { scope: "col", class: head.num ? "num" : null }, head.text ?? head)))),
    h("tbody", null, rows)));
  const td = (...children) => h("td", null, ...children);
  const num = (...children) => h("td", { class: "num" }, ...children);

  // ---- the drawer: sentences and dossiers ----
  const drawer = document.getElementById("drawer");
  const drawerTitle = document.getElementById("drawer-title");
  const drawerBody = document.getElementById("drawer-body");
  const trail = [];
  function show(title, build) {
    drawerTitle.textContent = title;
    drawerBody.replaceChildren();
    if (trail.length > 1) {
      const back = trail[trail.length - 2];
      drawerBody.append(h("p", null, h("button", { type: "button", class: "plain", on: () => { trail.pop(); show(back.title, back.build); } }, "← Back to " + short(back.title, 40))));
    }
    drawerBody.append(...[build()].flat(9).filter(Boolean));
    if (!drawer.open) drawer.showModal();
    drawer.scrollTop = 0;
    drawerTitle.focus();
  }
  function open(title, build) {
    if (!drawer.open) trail.length = 0;
    trail.push({ title, build });
    show(title, build);
  }
  document.getElementById("drawer-close").addEventListener("click", () => drawer.close());
  drawer.addEventListener("click", event => { if (event.target === drawer) drawer.close(); });

  // ---- sentences ----
  function marked(text, ids) {
    const words = [...new Set((ids || []).flatMap(id => names[id] ? [names[id].label, ...(names[id].aliases || [])] : [id]))]
      .filter(word => word && word.length > 1).sort((a, b) => b.length - a.length)
      .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    if (!words.length) return [text];
    const parts = text.split(new RegExp("(?<![\\p{L}\\p{N}])(" + words.join("|") + ")(?![\\p{L}\\p{N}])", "giu"));
    return parts.map((part, i) => i % 2 ? h("mark", null, part) : part);
  }
  function origin(no) {
    const article = data.documents[no];
    if (!article) return "";
    const title = article.title || article.source || "(no headline)";
    const address = article.url || (/^https?:\/\//i.test(article.source || "") ? article.source : null);
    const parts = [article.outlet || "outlet not known", article.published_precision === "month" ? month(article.published_on)
      : article.published_precision === "year" ? article.published_on.slice(0, 4) : day(article.published_on)];
    return [parts.join(" · ") + " · ", address ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, title) : title];
  }
  const quoteOf = (no, ids) => {
    const sentence = data.sentences[no];
    return sentence ? h("blockquote", null, ...marked(sentence.text || "", ids), h("p", { class: "meta" }, origin(sentence.document))) : null;
  };
  function sentences(entries, ids) {
    return h("ul", { class: "sentences" }, entries.map(entry => {
      const no = typeof entry === "number" ? entry : entry.sentence;
      const sentence = data.sentences[no];
      return h("li", null,
        h("p", null, typeof entry === "object" && entry.score !== undefined
          ? h("span", { class: "tone " + toneOf(entry.score), title: "tone toward the name, −1 to 1" }, signed(entry.score)) : null,
        ...marked(entry.text ? "“" + entry.text + "”" : sentence.text || "", ids)),
        h("p", { class: "meta" }, origin(sentence.document)));
    }));
  }
  const articles = (entries, ids) => h("ul", { class: "sentences" }, entries.map(entry => h("li", null,
    entry.sentence !== undefined ? h("p", null, ...marked(data.sentences[entry.sentence].text || "", ids)) : null,
    h("p", { class: "meta" }, origin(entry.document)))));
  /** How to get at all of it, where a part is shown. */
  const rest = (shown, count, unit, sql) => shown >= count ? null : [
    h("p", { class: "small" }, "Shown are " + whole(shown) + " of " + whole(count) + " " + unit + "."),
    h("details", null, h("summary", null, "All of them, in DuckDB"), h("pre", null, sql))];
  const text = value => "'" + String(value).replace(/'/g, "''") + "'";

  // ---- names ----
  const nameButton = (id, label) => names[id]
    ? h("button", { type: "button", class: "n", "aria-label": (label || names[id].label) + ": open dossier", data: { name: id }, on: () => openName(id) }, label || names[id].label)
    : h("span", null, label || id);
  const listed = items => items.flatMap((item, i) => i ? [", ", item] : [item]);
  const openName = id => open(names[id].label, () => dossier(id));
  const mentionSql = id => "SELECT m.score, s.text, d.outlet, d.published_on, d.url\nFROM mentions m JOIN sentences s USING (doc_id, sentence_no) JOIN documents d USING (doc_id)\nWHERE m.entity_id = " + text(id) + " AND NOT d.is_copy ORDER BY abs(m.score) DESC;";
  function openMentions(id, title, keep) {
    const name = names[id];
    const chosen = name.mentions.filter(keep || (() => true));
    open(title, () => [sentences(chosen, [id]), rest(chosen.length, keep ? Infinity : name.mention_count, "mentions: those of the strongest tone come first", mentionSql(id))]);
  }
  const pairs = new Map(((data.network || {}).pairs || []).map(pair => [pair.entity_a + "\n" + pair.entity_b, pair]));
  const pairOf = (a, b) => pairs.get(a < b ? a + "\n" + b : b + "\n" + a);
  const labelOf = id => names[id] ? names[id].label : id.replace(/^[a-z]+:/, "").replace(/-/g, " ");
  const pairKey = pair => ({ scope: "sentence", granularity: "all", entity_a: pair.entity_a, entity_b: pair.entity_b });
  const toneKey = pair => ({ granularity: "all", entity_a: pair.entity_a, entity_b: pair.entity_b });
  function openPair(pair) {
    open(labelOf(pair.entity_a) + " and " + labelOf(pair.entity_b), () => [
      h("p", null, "One sentence names both ", figure(whole(pair.n_ab) + (pair.n_ab === 1 ? " time" : " times"), "", from("entity_cooccurrence", "n_ab", pairKey(pair))),
        ", in " + many(pair.story_count, "article", "articles") + "; by chance it would be " + (pair.expected < 10 ? pair.expected.toFixed(1) : whole(Math.round(pair.expected))) + ". ",
        pair.q_value <= 0.05 ? "That is more than chance brings about." : "So few could be chance."),
      pair.score === undefined ? null : h("p", null, "These sentences are in a tone of ", h("b", { class: "tone " + toneOf(pair.score), data: from("pair_tone", "score", toneKey(pair)) }, signed(pair.score)),
        " (−1 to 1)" + (pair.ci_low !== null && pair.ci_low !== undefined ? ", somewhere from " + signed(pair.ci_low) + " to " + signed(pair.ci_high) : "") + "; "
        + many(pair.negative_count, "is", "are") + " dark, " + many(pair.positive_count, "is", "are") + " bright. They hold " + many(pair.conflict_count, "word", "words") + " of conflict and " + whole(pair.cooperation_count) + " of cooperation."),
      h("p", { class: "names" }, "Dossiers: ", nameButton(pair.entity_a), ", ", nameButton(pair.entity_b)),
      sentences(pair.sentences, [pair.entity_a, pair.entity_b]),
      rest(pair.sentences.length, pair.n_ab, "sentences",
        "SELECT outlet, published_on, text FROM cooccurrence_evidence\nWHERE entity_a = " + text(pair.entity_a) + " AND entity_b = " + text(pair.entity_b) + ";")]);
  }

  function bars(series, width, height, label) {
    if (series.length < 2) return null;
    const all = monthsBetween(series[0].period_start, series[series.length - 1].period_start);
    const counts = new Map(series.map(point => [point.period_start, point.document_count]));
    const x = d3.scaleBand(all, [0, width]).padding(0.15);
    const y = d3.scaleLinear([0, d3.max(series, point => point.document_count)], [height - 18, 12]);
    const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label });
    all.forEach(at => {
      const count = counts.get(at) || 0;
      if (count) svg.append(s("rect", { x: x(at), width: x.bandwidth(), y: y(count), height: y(0) - y(count), fill: "var(--c0)" }, s("title", null, month(at) + ": " + count)));
    });
    svg.append(s("line", { class: "axis", x1: 0, x2: width, y1: height - 18, y2: height - 18 }),
      s("text", { class: "soft", x: 0, y: height - 4 }, month(all[0])),
      s("text", { class: "soft", x: width, y: height - 4, "text-anchor": "end" }, month(all[all.length - 1])),
      s("text", { class: "soft", x: width, y: 9, "text-anchor": "end" }, "at most " + d3.max(series, point => point.document_count) + " a month"));
    return svg;
  }
  function monthsBetween(first, last) {
    return d3.utcMonths(time(first), d3.utcMonth.offset(time(last), 1)).map(d3.utcFormat("%Y-%m-%d"));
  }

  const wholeTone = name => name.tones.find(tone => tone.granularity === "all" && tone.outlet === ALL);
  /** Means of few mentions say nothing over time. */
  const SPEAKS = 3;
  const toneSeries = name => name.tones.filter(tone => tone.granularity === "month" && tone.outlet === ALL && tone.mention_count >= SPEAKS);
  function toneChart(id, width, height) {
    const name = names[id];
    const points = toneSeries(name);
    if (points.length < 2) return null;
    const reach = Math.min(1, Math.max(0.4, d3.max(points, point => Math.max(Math.abs(point.ci_low ?? point.score), Math.abs(point.ci_high ?? point.score)))));
    const x = d3.scaleUtc([time(points[0].period_start), time(points[points.length - 1].period_start)], [34, width - 8]);
    const y = d3.scaleLinear([-reach, reach], [height - 22, 8]);
    const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": "Tone toward " + name.label + " by month, with 95 % intervals" });
    svg.append(s("line", { class: "zero", x1: 30, x2: width, y1: y(0), y2: y(0) }),
      s("text", { class: "soft", x: 26, y: y(0) + 4, "text-anchor": "end" }, "0"),
      s("text", { class: "soft", x: 26, y: y(reach) + 6, "text-anchor": "end" }, "+" + reach.toFixed(1)),
      s("text", { class: "soft", x: 26, y: y(-reach) + 3, "text-anchor": "end" }, "−" + reach.toFixed(1)),
      s("text", { class: "soft", x: 34, y: height - 4 }, month(points[0].period_start)),
      s("text", { class: "soft", x: width, y: height - 4, "text-anchor": "end" }, month(points[points.length - 1].period_start)));
    points.forEach(point => {
      const at = x(time(point.period_start));
      const ink = `var(--${toneOf(point.score)})`;
      const label = month(point.period_start) + ": tone " + signed(point.score) + " of " + many(point.mention_count, "mention", "mentions");
      const act = () => openMentions(id, name.label + ", " + month(point.period_start), mention => mention.month === point.period_start);
      const dot = s("g", { class: "dot", role: "button", tabindex: 0, "aria-label": label, on: act,
          data: { ...from("entity_tone", "score", { granularity: "month", period_start: point.period_start, entity_id: id, outlet: ALL }), value: signed(point.score) } },
        s("rect", { x: at - 6, y: 4, width: 12, height: height - 24, fill: "transparent" }),
        point.ci_low === null ? null : s("line", { x1: at, x2: at, y1: y(Math.max(-reach, point.ci_low)), y2: y(Math.min(reach, point.ci_high)), stroke: ink, "stroke-width": 2, "stroke-opacity": 0.45 }),
        s("circle", { cx: at, cy: y(point.score), r: Math.min(7, 2.5 + Math.sqrt(point.mention_count) / 2), fill: ink }),
        s("title", null, label));
      keys(dot, act);
      svg.append(dot);
    });
    return svg;
  }
  function keys(element, act) {
    element.addEventListener("keydown", event => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); }
    });
  }
  /** An interval on a line from -1 to 1. */
  function whisker(score, low, high, reach, width = 150) {
    const x = d3.scaleLinear([-reach, reach], [4, width - 4]).clamp(true);
    const ink = `var(--${toneOf(score)})`;
    return s("svg", { viewBox: `0 0 ${width} 18`, width, height: 18, role: "img", "aria-label": low === null || low === undefined ? "no interval" : "from " + signed(low) + " to " + signed(high) },
      s("line", { class: "axis", x1: 4, x2: width - 4, y1: 9, y2: 9 }), s("line", { class: "zero", x1: x(0), x2: x(0), y1: 1, y2: 17 }),
      low === null || low === undefined ? null : s("line", { x1: x(low), x2: x(high), y1: 9, y2: 9, stroke: ink, "stroke-width": 4, "stroke-opacity": 0.45 }),
      s("circle", { cx: x(score), cy: 9, r: 5, fill: ink }));
  }

  function toneLine(id) {
    const name = names[id];
    const tone = wholeTone(name);
    if (!tone) return null;
    const key = { granularity: "all", entity_id: id, outlet: ALL };
    const of = (column, label) => figure(whole(tone[column + "_count"]), label + " mentions of " + name.label, from("entity_tone", column + "_count", key),
      tone[column + "_count"] ? () => openMentions(id, name.label + ": " + label, mention => mention.label === column) : null);
    return h("p", null, "Tone ", h("b", { class: "tone " + toneOf(tone.score), data: from("entity_tone", "score", key) }, signed(tone.score)),
      tone.ci_low === null ? "" : " (from " + signed(tone.ci_low) + " to " + signed(tone.ci_high) + ")",
      ": ", of("negative", "dark"), " dark, ", of("neutral", "even"), " even, ", of("positive", "bright"), " bright mentions.");
  }

  /** All there is on a name: in the drawer of a report in short, on a page of its own at length. */
  function dossier(id, large) {
    const name = names[id];
    const H = large ? "h2" : "h3";
    const part = (title, ...children) => large ? h("section", null, h(H, null, title), ...children) : [h(H, null, title), ...children];
    const key = { entity_id: id };
    const width = large ? 900 : 560;
    const found = [
      h("p", { class: "lead" }, TYPES[name.type] + " · ",
        figure(many(name.mention_count, "mention", "mentions"), "of " + name.label, from("entities", "mention_count", key), () => openMentions(id, name.label + ": sentences")),
        " in ", h("span", { data: from("entities", "document_count", key) }, many(name.document_count, "article", "articles")),
        name.first_seen ? ", " + span(name.first_seen, name.last_seen) : ""),
      name.aliases && name.aliases.length > 1 ? h("p", { class: "small" }, "Named as: " + name.aliases.join(", ")) : null,
    ];
    const curve = bars(name.series, width, large ? 150 : 90, "Articles that name " + name.label + " by month");
    if (curve) found.push(part("Articles by month", curve));
    if (name.partners.length) {
      found.push(part("Named together with", table(["name", { text: "sentences", num: true }, { text: "by chance", num: true }],
        name.partners.map(partner => {
          const pair = pairOf(id, partner.entity_id);
          const source = from("entity_cooccurrence", "n_ab", { scope: "sentence", granularity: "all", entity_a: id < partner.entity_id ? id : partner.entity_id, entity_b: id < partner.entity_id ? partner.entity_id : id });
          return h("tr", null, td(nameButton(partner.entity_id, partner.label)),
            num(figure(whole(partner.n_ab), "sentences with " + partner.label, source, pair ? () => openPair(pair) : null)),
            num(partner.expected.toFixed(1)));
        })), newcomers(name)));
    }
    const chart = toneChart(id, width, large ? 220 : 150);
    const outlets = name.tones.filter(tone => tone.granularity === "all" && tone.outlet !== ALL);
    found.push(part("In what tone", toneLine(id), chart,
      chart ? h("p", { class: "small" }, "Each point is a month with " + SPEAKS + " mentions or more; months with fewer are left out. The bar is the 95 % interval. Choose a point for its sentences.") : null,
      outlets.length > 1 ? table(["outlet", { text: "mentions", num: true }, { text: "tone", num: true }, ""], outlets.map(tone => h("tr", null, td(tone.outlet),
        num(figure(whole(tone.mention_count), "mentions in " + tone.outlet, from("entity_tone", "mention_count", { granularity: "all", entity_id: id, outlet: tone.outlet }),
          name.mentions.some(mention => outletOf(mention) === tone.outlet) ? () => openMentions(id, name.label + " in " + tone.outlet, mention => outletOf(mention) === tone.outlet) : null)),
        num(signed(tone.score)), td(whisker(tone.score, tone.ci_low, tone.ci_high, reachOf(outlets)))))) : null));
    const strongest = name.mentions.slice(0, large ? 25 : 8);
    if (strongest.length) {
      found.push(part("Sentences that name " + (large ? "it" : name.label) + ", the strongest tone first", sentences(strongest, [id]),
        rest(strongest.length, name.mention_count, "mentions", mentionSql(id))));
    }
    if (name.quotes.length) {
      found.push(part("In direct speech", h("p", { class: "small" }, "Quoted ", figure(many(name.quote_count, "time", "times"), "", { count: "quotes", key: id }), "."),
        sentences(name.quotes.slice(0, large ? 40 : 6), [])));
      if (name.spoken_of.length) {
        found.push(h("p", null, "Speaks of: ", ...listed(name.spoken_of.map(other => h("span", null, nameButton(other.entity_id, other.label),
          " (" + whole(other.quote_count) + ", ", h("span", { class: "tone " + toneOf(other.score), title: "tone toward it" }, signed(other.score)), ")")))));
      }
    }
    return found.concat(large ? [] : [h("p", { class: "small" }, "At length: ", h("code", null, "newsweft dossier \"" + name.label + "\""))]);
  }
  const outletOf = mention => data.documents[data.sentences[mention.sentence].document].outlet || "(unknown)";
  function newcomers(name) {
    return (name.new_partners || []).length ? [h("h3", null, "New beside it"), table(["month", "name", { text: "articles", num: true }],
      name.new_partners.map(partner => h("tr", null, td(month(partner.period_start)), td(partner.label), num(whole(partner.story_count)))))] : null;
  }

  // ---- sections of the report ----
  const section = (id, title, lead, ...children) => h("section", { id, "aria-labelledby": id + "-title" }, h("h2", { id: id + "-title" }, title), lead ? h("p", { class: "lead" }, lead) : null, ...children);
  const tell = (events, id) => events.events[id];

  function openEvent(event) {
    open(event.title || "(no headline)", () => [
      h("p", { class: "lead" }, span(event.started_on, event.ended_on) + " · " + many(event.document_count, "article", "articles") + (event.outlet_count > 1 ? " in " + event.outlet_count + " outlets" : "")),
      event.actors.length ? h("p", { class: "names" }, "Who: ", ...listed(event.actors.map((id, i) => h("span", null, nameButton(id, event.actor_labels[i]), " (" + event.actor_documents[i] + ")")))) : null,
      event.terms.length ? h("p", { class: "small" }, "Words that mark it: " + event.terms.join(", ")) : null,
      articles(event.articles, event.actors),
      rest(event.articles.length, event.document_count, "articles",
        "SELECT d.published_on, d.outlet, d.title, d.url FROM event_documents e JOIN documents d USING (doc_id)\nWHERE e.event_id = " + text(event.event_id) + " ORDER BY d.published_on;")]);
  }
  function eventItem(event) {
    const first = event.articles[0];
    const key = { event_id: event.event_id };
    return h("li", { data: { event: event.event_id } },
      h("h3", null, h("button", { type: "button", class: "n", "aria-label": "Event: " + (event.title || "(no headline)"), on: () => openEvent(event) }, event.title || "(no headline)")),
      h("p", { class: "meta" }, span(event.started_on, event.ended_on) + " · ",
        figure(many(event.document_count, "article", "articles"), "on this event", from("events", "document_count", key), () => openEvent(event)),
        event.outlet_count > 1 ? [" in ", h("span", { data: from("events", "outlet_count", key) }, many(event.outlet_count, "outlet", "outlets"))] : "", event.is_going_on ? " · going on" : ""),
      event.actors.length ? h("p", { class: "meta names" }, ...listed(event.actors.slice(0, 5).map((id, i) => nameButton(id, event.actor_labels[i])))) : null,
      first && first.sentence !== undefined ? quoteOf(first.sentence, event.actors) : null);
  }

  function head() {
    const o = data.overview;
    const fact = (value, label, source) => h("li", null, h("b", { data: source }, value), h("span", null, label));
    const pair = (data.network.pairs || []).reduce((best, next) => !best || next.n_ab > best.n_ab ? next : best, null);
    const top = data.main.slice(0, 3).filter(id => names[id]);
    const event = data.events.events[data.events.largest[0]];
    return [
      h("header", null,
        h("h1", null, o.first_day ? "What " + many(o.documents, "article", "articles") + " say, " + (o.first_day.slice(0, 7) === o.last_day.slice(0, 7) ? month(o.first_day) : month(o.first_day) + " to " + month(o.last_day)) : "What " + many(o.documents, "article", "articles") + " say"),
        h("p", { class: "lead" }, "Who appears with whom, in what tone, and what is rising. Every underlined figure and name opens the sentences it is made of, each with its outlet, date and link."),
        h("ul", { class: "facts" },
          fact(whole(o.documents), "articles", { count: "documents" }), fact(whole(o.outlets), o.outlets === 1 ? "outlet" : "outlets", { count: "outlets" }),
          fact(whole(o.copies), "copies of others", { count: "copies" }), fact(whole(o.undated), "without a date", { count: "undated" }),
          fact(whole(data.events.several), "events told by several", { count: "events" })),
        o.is_small ? h("p", { class: "note" }, h("b", null, "This corpus is small. "), "From " + many(o.stories, "article", "articles") + " one can say who is named, with whom and in what words, and read every sentence. "
          + "One cannot say what rises, and a mean of few sentences is uncertain: the intervals are wide for that reason.") : null,
        h("nav", { "aria-label": "Sections" }, h("ul", null, [["new", "What is new"], ["events", "What happened"], ["network", "Who with whom"], ["sides", "Against and beside"], ["tone", "In what tone"], ["terms", "What rises"], ["quotes", "Who says what"], ["coverage", "What it stands on"]]
          .map(([id, title]) => h("li", null, h("a", { href: "#" + id }, title)))))),
      h("section", { "aria-labelledby": "short-title" }, h("h2", { id: "short-title" }, "In short"),
        h("ul", null,
          top.length ? h("li", null, "Most is written of ", ...listed(top.map(id => h("span", null, nameButton(id), " (", figure(many(names[id].mention_count, "mention", "mentions"), "of " + names[id].label, from("entities", "mention_count", { entity_id: id }), () => openMentions(id, names[id].label + ": sentences")), ")"))), ".") : null,
          event && event.document_count > 1 ? h("li", null, "The event with most articles: ", h("button", { type: "button", class: "n", "aria-label": "Event: " + event.title, on: () => openEvent(event) }, event.title), " (" + span(event.started_on, event.ended_on) + ").") : null,
          pair ? h("li", null, "Named together most: ", h("button", { type: "button", class: "n", "aria-label": labelOf(pair.entity_a) + " and " + labelOf(pair.entity_b) + ": sentences", on: () => openPair(pair) }, labelOf(pair.entity_a) + " and " + labelOf(pair.entity_b)), ", in " + many(pair.n_ab, "sentence", "sentences") + ".") : null)),
    ];
  }

  function whatIsNew() {
    const t = data.terms, o = data.overview, run = o.run;
    const rows = t.changes.map(change => {
      const term = t.terms[change.no];
      return h("tr", null, td(change.kind === "entity" ? nameButton(change.term, change.label) : change.label),
        num(figure(whole(change.document_count), "articles with " + change.label, from("term_changes", "document_count", { granularity: t.changes_granularity, period_start: t.changes_period, term: change.term, kind: change.kind }), () => openTerm(term))),
        num(whole(change.before_count)), num("× " + change.rate_ratio.toFixed(1)), td(change.is_new ? "new" : change.is_returning ? "back again" : ""));
    });
    const latest = data.events.latest.map(id => data.events.events[id]);
    const happenings = { more: "is written of more", reached: "reached its number", new_beside: "is new beside", tone_turned: "turned in tone" };
    return section("new", "What is new", null,
      run.run_id ? h("p", null, "The last run brought ", h("b", { data: from("runs", "documents_added", { run_id: run.run_id }) }, whole(run.documents_added)), " new articles" + (run.documents_changed ? ", " + whole(run.documents_changed) + " changed" : "")
        + (run.documents_removed ? ", " + whole(run.documents_removed) + " removed" : "") + " (" + String(run.finished_at).slice(0, 16) + " UTC)." + (o.runs === 1 ? " It is the first." : "")) : null,
      t.alerts.length ? [h("h3", null, "On your watch list"), table(["watched", "what happened", "period", { text: "now", num: true }, { text: "before", num: true }],
        t.alerts.map(alert => h("tr", null, td(alert.watched), td((happenings[alert.happened] || alert.happened) + (alert.other ? ": " + labelOf(alert.other) : "")), td(period(alert.granularity, alert.period_start)), num(whole(alert.count)), num(whole(alert.before_count)))))] : null,
      rows.length ? [h("h3", null, "Written of more than before, in " + period(t.changes_granularity, t.changes_period)),
        table(["what", { text: "articles", num: true }, { text: "before", num: true }, { text: "ratio", num: true }, ""], rows),
        h("p", { class: "small" }, "Before: the " + (t.changes_granularity === "week" ? "8 weeks" : "6 months") + " until then. Ratios of few articles are drawn toward 1; only what chance would hardly do is listed.")]
        : h("p", null, "Nothing is surely new or rising in the latest period: that takes a time before it to compare with, and several articles."),
      t.closer.length ? [h("h3", null, "Who moved closer in " + month(t.closer_period)), h("ul", null, t.closer.map(pair => {
        const known = pairOf(pair.entity_a, pair.entity_b);
        const label = pair.entity_a_label + " and " + pair.entity_b_label;
        return h("li", null, known ? h("button", { type: "button", class: "n", "aria-label": label + ": sentences", on: () => openPair(known) }, label) : listed([nameButton(pair.entity_a, pair.entity_a_label), nameButton(pair.entity_b, pair.entity_b_label)]),
          ": " + many(pair.story_count, "article", "articles") + ", " + (pair.is_new ? "never before" : whole(pair.before_story_count) + " in the year before"));
      }))] : null,
      latest.length ? [h("h3", null, "The latest events"), h("p", { class: "small" }, "Of the last " + data.events.days + " days of the corpus."),
        h("ul", null, latest.slice(0, 6).map(event => h("li", null, h("button", { type: "button", class: "n", "aria-label": "Event: " + (event.title || "(no headline)"), on: () => openEvent(event) }, event.title || "(no headline)"), h("span", { class: "small" }, " · " + span(event.started_on, event.ended_on) + " · " + many(event.document_count, "article", "articles")))))] : null);
  }

  function whatHappened() {
    const events = data.events;
    const largest = events.largest.map(id => tell(events, id));
    const list = h("ol", { class: "events" }, largest.slice(0, 10).map(eventItem));
    const more = largest.length > 10 ? h("button", { type: "button", class: "plain", on: event => { list.append(...largest.slice(10).map(eventItem)); event.currentTarget.remove(); } }, "Show " + (largest.length - 10) + " more") : null;
    return section("events", "What happened",
      largest.length ? "The events most articles are on, over the whole time. An event is what several articles tell of one happening; here are " + Math.min(10, largest.length) + " of " + many(events.count, "", "").trim() + ", counting those that one article alone tells of." : null,
      largest.length ? [list, h("div", { class: "row" }, more)] : h("p", null, "No article is dated to the day, so nothing can be put in time."));
  }

  // ---- the network ----
  const INKS = ["--c0", "--c1", "--c2", "--c3", "--c5", "--c6", "--c4"];
  function network() {
    const net = data.network;
    const place = h("div", null);
    const found = h("p", { class: "small", role: "status" });
    const search = h("input", { type: "search", id: "net-search", list: "net-names", autocomplete: "off", placeholder: "Find a name" });
    const toggle = (value, title) => h("button", { type: "button", class: "plain", "aria-pressed": String(value === "group"), data: { colour: value }, on: event => paint(event.currentTarget.dataset.colour) }, title);
    const toggles = [toggle("group", "Colour: who belongs together"), toggle("tone", "Colour: tone")];
    const key = h("ul", { class: "key" });
    let drawn = null;
    function paint(by) {
      toggles.forEach(button => button.setAttribute("aria-pressed", String(button.dataset.colour === by)));
      drawn.nodes.forEach(node => { node.circle.style.fill = by === "tone" ? `var(--${toneOf(node.tone)})` : node.ink; });
      drawn.links.forEach(link => { link.line.style.stroke = by === "tone" && link.pair.score !== undefined ? `var(--${toneOf(link.pair.score)})` : ""; });
      key.replaceChildren(...(by === "tone" ? [["--dark", "dark tone"], ["--even", "even"], ["--bright", "bright"]] : drawn.groups.map(group => [group.ink, group.label]))
        .map(([ink, label]) => { const dot = h("i"); dot.style.background = `var(${ink})`; return h("li", null, dot, label); }));
    }
    function draw() {
      const width = Math.max(300, Math.min(1016, place.clientWidth || 900));
      drawn = layout(width);
      place.replaceChildren(drawn.svg);
      paint(toggles[1].getAttribute("aria-pressed") === "true" ? "tone" : "group");
    }
    search.addEventListener("input", () => {
      const wanted = search.value.trim().toLowerCase();
      const hits = wanted ? drawn.nodes.filter(node => names[node.id].label.toLowerCase().includes(wanted) || (names[node.id].aliases || []).some(alias => alias.toLowerCase().includes(wanted))) : [];
      const near = new Set(hits.map(node => node.id));
      drawn.links.forEach(link => { if (hits.some(node => node === link.source || node === link.target)) { near.add(link.source.id); near.add(link.target.id); } });
      drawn.nodes.forEach(node => {
        node.element.classList.toggle("faint", hits.length > 0 && !near.has(node.id));
        node.element.classList.toggle("found", hits.includes(node));
        node.text.style.display = node.labelled || near.has(node.id) ? "" : "none";
      });
      drawn.links.forEach(link => link.element.classList.toggle("faint", hits.length > 0 && !hits.some(node => node === link.source || node === link.target)));
      found.textContent = wanted ? (hits.length ? many(hits.length, "name", "names") + " found: " + hits.slice(0, 5).map(node => names[node.id].label).join(", ") + ". Enter opens the first." : "No such name among those drawn.") : "";
    });
    search.addEventListener("keydown", event => {
      const hit = event.key === "Enter" && drawn.nodes.find(node => node.element.classList.contains("found"));
      if (hit) openName(hit.id);
    });
    const ties = net.ties.map(no => net.pairs[no]);
    if (!ties.length) return section("network", "Who with whom", null, h("p", null, "No two names stand in one sentence."));
    const listOf = h("details", null, h("summary", null, "The same as a list: the strongest ties"), table(["names", { text: "sentences", num: true }, { text: "by chance", num: true }], ties.slice(0, 40).map(pair => h("tr", null,
      td(nameButton(pair.entity_a), " – ", nameButton(pair.entity_b)),
      num(figure(whole(pair.n_ab), "sentences with " + labelOf(pair.entity_a) + " and " + labelOf(pair.entity_b), from("entity_cooccurrence", "n_ab", pairKey(pair)), () => openPair(pair))), num(pair.expected.toFixed(1))))));
    const out = section("network", "Who with whom",
      "Names that stand in one sentence more often than chance has it. Choose a name for its dossier, a line for its sentences. Larger circles are named more often; thicker lines hold more articles.",
      h("div", { class: "row" }, h("label", { for: "net-search" }, "Find "), search, h("datalist", { id: "net-names" }, net.names.filter(node => names[node.entity_id]).map(node => h("option", { value: names[node.entity_id].label }))), ...toggles), found,
      place, key,
      h("p", { class: "small" }, "Drawn are the names in the middle of it and their strongest ties, out of " + many(net.pair_count, "pair", "pairs") + (net.is_backbone ? "; ties that may be noise are left out." : ".")),
      listOf);
    out.draw = draw;
    return out;
  }

  function layout(width) {
    const net = data.network;
    const isNarrow = width < 560;
    const height = Math.round(isNarrow ? width * 1.3 : width * 0.66);
    const limit = isNarrow ? 20 : 46;
    const chosen = new Map(net.names.filter(node => names[node.entity_id]).slice(0, limit).map(node => [node.entity_id, node]));
    const inside = net.ties.map(no => net.pairs[no]).filter(pair => chosen.has(pair.entity_a) && chosen.has(pair.entity_b));
    // Each name keeps its strongest ties, so that the middle is no ball of wool.
    const degree = new Map();
    const kept = inside.filter(pair => {
      const a = degree.get(pair.entity_a) || 0, b = degree.get(pair.entity_b) || 0;
      const stays = Math.min(a, b) < 2 || Math.max(a, b) < 5;
      if (stays) { degree.set(pair.entity_a, a + 1); degree.set(pair.entity_b, b + 1); }
      return stays;
    });
    const radius = d3.scaleSqrt([1, d3.max([...chosen.keys()], id => names[id].mention_count)], isNarrow ? [4, 13] : [5, 20]);
    const sizes = d3.rollups([...chosen.values()].filter(node => degree.has(node.entity_id) && node.community), list => list, node => node.community)
      .sort((a, b) => b[1].length - a[1].length || d3.ascending(a[0], b[0]));
    const groups = sizes.filter(([, list]) => list.length > 1).slice(0, INKS.length).map(([id, list], i) => ({ id, ink: INKS[i], label: short(list[0].community_label || labelOf(id), 60) }));
    const inkOf = new Map(groups.map(group => [group.id, `var(${group.ink})`]));
    const font = isNarrow ? 11.5 : 13;
    const nodes = [...chosen.values()].filter(node => degree.has(node.entity_id)).map(node => {
      const name = names[node.entity_id], tone = wholeTone(name);
      const label = short(name.label, 26);
      return { id: node.entity_id, r: radius(name.mention_count), label, w: label.length * font * 0.54, ink: inkOf.get(node.community) || "var(--c7)", group: node.community, tone: tone ? tone.score : 0 };
    });
    const byId = new Map(nodes.map(node => [node.id, node]));
    const links = kept.map(pair => ({ pair, source: byId.get(pair.entity_a), target: byId.get(pair.entity_b) }));
    const simulation = d3.forceSimulation(nodes)
      .force("link", d3.forceLink(links).distance(link => (isNarrow ? 34 : 62) + link.source.r + link.target.r).strength(0.5))
      .force("charge", d3.forceManyBody().strength(isNarrow ? -120 : -330))
      .force("collide", d3.forceCollide(node => Math.max(node.r + 7, node.w * 0.34)).iterations(3))
      .force("x", d3.forceX(width / 2).strength(0.05)).force("y", d3.forceY(height / 2).strength(width / height * 0.08)).stop();
    for (let i = 0; i < 400; i++) simulation.tick();
    // Whatever the forces made of it, it fills its frame.
    const left = d3.min(nodes, n => n.x - n.r), right = d3.max(nodes, n => n.x + n.r), top = d3.min(nodes, n => n.y - n.r), bottom = d3.max(nodes, n => n.y + n.r);
    const side = isNarrow ? 42 : 74;
    const fitX = d3.scaleLinear([left, right], [side, width - side]), fitY = d3.scaleLinear([top, bottom], [26, height - 30]);
    nodes.forEach(node => { node.x = fitX(node.x); node.y = fitY(node.y); });

    const svg = s("svg", { class: "net", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": "Network of " + nodes.length + " names and " + links.length + " ties" });
    const thick = d3.scaleSqrt([1, d3.max(links, link => link.pair.story_count)], [1, 7]);
    links.forEach(link => {
      const ends = { x1: link.source.x, y1: link.source.y, x2: link.target.x, y2: link.target.y };
      const label = names[link.source.id].label + " and " + names[link.target.id].label + ": " + many(link.pair.n_ab, "sentence", "sentences");
      link.line = s("line", { class: "seen", ...ends, "stroke-width": thick(link.pair.story_count) });
      link.element = s("g", { class: "tie", role: "button", tabindex: 0, "aria-label": label, data: { tie: link.pair.entity_a + " " + link.pair.entity_b }, on: () => openPair(link.pair) }, link.line, s("line", { class: "hit", ...ends }), s("title", null, label));
      keys(link.element, () => openPair(link.pair));
      svg.append(link.element);
    });
    labels(nodes, width, height, font);
    nodes.forEach(node => {
      node.circle = s("circle", { cx: node.x, cy: node.y, r: node.r });
      node.text = s("text", { x: node.at.x, y: node.at.y, "text-anchor": node.at.anchor }, node.label);
      node.text.style.fontSize = font + "px";
      if (!node.labelled) node.text.style.display = "none";
      const label = names[node.id].label + ": " + many(names[node.id].mention_count, "mention", "mentions");
      node.element = s("g", { class: "node", role: "button", tabindex: 0, "aria-label": label, data: { node: node.id }, on: () => openName(node.id) }, node.circle, node.text, s("title", null, label));
      keys(node.element, () => openName(node.id));
      svg.append(node.element);
    });
    return { svg, nodes, links, groups };
  }
  /** A label stands beside, below or above its circle, where it covers no other; where there is no room it is left out. */
  function labels(nodes, width, height, font) {
    const taken = nodes.map(node => [node.x - node.r, node.y - node.r, node.x + node.r, node.y + node.r]);
    const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    [...nodes].sort((a, b) => b.r - a.r || d3.ascending(a.id, b.id)).forEach(node => {
      const own = nodes.indexOf(node), half = font / 2;
      const tries = [
        { x: node.x + node.r + 4, y: node.y + half - 2, anchor: "start" }, { x: node.x - node.r - 4, y: node.y + half - 2, anchor: "end" },
        { x: node.x, y: node.y + node.r + font, anchor: "middle" }, { x: node.x, y: node.y - node.r - 5, anchor: "middle" }];
      const boxes = tries.map(at => {
        const x = at.anchor === "start" ? at.x : at.anchor === "end" ? at.x - node.w : at.x - node.w / 2;
        return [x - 2, at.y - font + 2, x + node.w + 2, at.y + 3];
      });
      const free = boxes.findIndex(box => box[0] > 2 && box[2] < width - 2 && box[1] > 2 && box[3] < height - 2 && taken.every((other, i) => i === own || !meets(box, other)));
      node.labelled = free >= 0;
      node.at = tries[Math.max(0, free)];
      if (free >= 0) taken.push(boxes[free]);
    });
  }

  function sides() {
    const net = data.network;
    const block = (title, list, column, word) => h("div", null, h("h3", null, title), list.length ? table(["names", { text: "sentences", num: true }, { text: word, num: true }, { text: "tone", num: true }],
      list.map(no => net.pairs[no]).map(pair => h("tr", null, td(nameButton(pair.entity_a), " – ", nameButton(pair.entity_b)),
        num(figure(whole(pair.n_ab), "sentences with " + labelOf(pair.entity_a) + " and " + labelOf(pair.entity_b), from("entity_cooccurrence", "n_ab", pairKey(pair)), () => openPair(pair))),
        num(h("span", { data: from("pair_tone", column, toneKey(pair)) }, whole(pair[column]))),
        num(h("span", { class: "tone " + toneOf(pair.score), data: from("pair_tone", "score", toneKey(pair)) }, signed(pair.score)))))) : h("p", null, "None."));
    return section("sides", "Against and beside",
      "In what tone the sentences are that name both, and how many words of conflict or cooperation they hold. It is the tone of the sentences: read them before you say who stands against whom.",
      h("div", { class: "two" }, block("Against each other", net.clashes.against, "conflict_count", "conflict"), block("Beside each other", net.clashes.beside, "cooperation_count", "cooperation")));
  }

  /** How far a picture of intervals has to reach to both sides. */
  const reachOf = tones => Math.min(1, Math.max(0.2, Math.ceil(10 * d3.max(tones, tone => Math.max(Math.abs(tone.ci_low ?? tone.score), Math.abs(tone.ci_high ?? tone.score)))) / 10));
  function toneSection() {
    const main = data.main.filter(id => names[id] && wholeTone(names[id])).slice(0, 14);
    const reach = main.length ? reachOf(main.map(id => wholeTone(names[id]))) : 1;
    const rows = main.map(id => {
      const tone = wholeTone(names[id]), key = { granularity: "all", entity_id: id, outlet: ALL };
      const cell = (column, word) => num(figure(whole(tone[column]), word + " mentions of " + names[id].label, from("entity_tone", column, key),
        tone[column] && names[id].mentions.some(mention => mention.label + "_count" === column) ? () => openMentions(id, names[id].label + ": " + word, mention => mention.label + "_count" === column) : null));
      return h("tr", null, td(nameButton(id)), num(h("span", { class: "tone " + toneOf(tone.score), data: from("entity_tone", "score", key) }, signed(tone.score))), td(whisker(tone.score, tone.ci_low, tone.ci_high, reach)),
        cell("negative_count", "dark"), cell("neutral_count", "even"), cell("positive_count", "bright"));
    });
    const charts = main.filter(id => toneSeries(names[id]).length > 2).slice(0, 12);
    const compared = Object.entries(names).flatMap(([id, name]) => name.tones.filter(tone => tone.score_vs_others !== null && tone.granularity === "all").map(tone => ({ id, ...tone })));
    const sure = compared.filter(tone => tone.vs_others_low !== null && (tone.vs_others_low > 0 || tone.vs_others_high < 0) && tone.mention_count >= 5)
      .sort((a, b) => Math.abs(b.score_vs_others) - Math.abs(a.score_vs_others) || d3.ascending(a.id + a.outlet, b.id + b.outlet)).slice(0, 15);
    return section("tone", "In what tone",
      "Of the sentences that name each, from −1 (dark) to 1 (bright), with the 95 % interval. It is the tone of the news, not the author’s opinion: victims of bad news stand in bad news.",
      table(["toward", { text: "tone", num: true }, "from −" + reach.toFixed(1) + " to +" + reach.toFixed(1), { text: "dark", num: true }, { text: "even", num: true }, { text: "bright", num: true }], rows),
      charts.length ? [h("h3", null, "By month"), h("p", { class: "small" }, "Months with " + SPEAKS + " mentions or more; those with fewer are left out. Choose a point for its sentences."),
        h("div", { class: "grid" }, charts.map(id => h("div", null, h("h3", null, nameButton(id)), toneChart(id, 310, 130))))] : h("p", { class: "small" }, "Too few months hold enough mentions to show tone over time."),
      h("h3", null, "Outlets compared"),
      sure.length ? [h("p", { class: "small" }, "Each outlet against the others on the same name in the same month; only differences whose interval does not hold 0."),
        table(["toward", "outlet", { text: "mentions", num: true }, { text: "difference", num: true }, ""], sure.map(tone => h("tr", null, td(nameButton(tone.id)), td(tone.outlet),
          num(figure(whole(tone.mention_count), "mentions in " + tone.outlet, from("entity_tone", "mention_count", { granularity: "all", entity_id: tone.id, outlet: tone.outlet }), () => openMentions(tone.id, names[tone.id].label + " in " + tone.outlet, mention => outletOf(mention) === tone.outlet))),
          num(h("span", { class: "tone " + toneOf(tone.score_vs_others) }, signed(tone.score_vs_others))), td(whisker(tone.score_vs_others, tone.vs_others_low, tone.vs_others_high, 1)))))]
        : h("p", null, data.overview.outlets < 2 ? "All articles are of one outlet: there is nothing to compare." : compared.length ? "No outlet differs surely from the others on the same name." : "No two outlets write of the same name in the same month."));
  }

  // ---- terms ----
  function openTerm(term) {
    open(term.label, () => [term.kind === "entity" && names[term.term] ? h("p", null, "Dossier: ", nameButton(term.term)) : null,
      term.series.length > 1 && data.terms.series_granularity === "month" ? bars(term.series, 560, 90, "Articles with " + term.label + " by month") : null,
      h("p", { class: "small" }, "The latest articles that hold it:"), articles(term.articles, [term.kind === "entity" && names[term.term] ? term.term : term.label])]);
  }
  function spark(term) {
    const points = term.series;
    if (points.length < 2) return "";
    const x = d3.scaleUtc([time(points[0].period_start), time(points[points.length - 1].period_start)], [2, 118]);
    const y = d3.scaleLinear([0, d3.max(points, point => point.document_count)], [20, 3]);
    return s("svg", { viewBox: "0 0 120 22", width: 120, height: 22, role: "img", "aria-label": "from " + month(points[0].period_start) + " to " + month(points[points.length - 1].period_start) },
      points.map(point => s("line", { x1: x(time(point.period_start)), x2: x(time(point.period_start)), y1: 20, y2: y(point.document_count), stroke: "var(--c0)", "stroke-width": 2.5 })));
  }
  const termButton = term => h("button", { type: "button", class: "n", "aria-label": term.label + ": articles", data: { term: term.term }, on: () => openTerm(term) }, term.label);
  function termSection() {
    const t = data.terms;
    const moving = (title, list) => h("div", null, h("h3", null, title), list.length ? table(["what", "", { text: "share before", num: true }, { text: "after", num: true }], list.map(test => {
      const term = t.terms[test.no], key = { granularity: t.moving_granularity, horizon: "all", term: test.term, kind: test.kind };
      return h("tr", null, td(termButton(term)), td(spark(term)), num(h("span", { data: from("term_tests", "share_before", key) }, percent(test.share_before ?? 0))), num(h("span", { data: from("term_tests", "share_after", key) }, percent(test.share_after ?? 0))));
    })) : h("p", null, "Nothing, beyond chance."));
    return section("terms", "What rises, and what was suddenly everywhere", null,
      t.moving_granularity ? [h("p", { class: "lead" }, "Shares of all articles, by " + t.moving_granularity + ", before and after the point where they shifted most; tested against chance."), h("div", { class: "two" }, moving("Rising", t.rising), moving("Falling", t.falling))]
        : h("p", null, "Nothing rises or falls beyond chance: that takes at least eight periods that are not thin."),
      t.bursts.length ? [h("h3", null, "Suddenly everywhere"), h("p", { class: "small" }, "The " + t.bursts.length + " strongest of " + many(t.burst_count, "burst", "bursts") + ", by " + t.burst_granularity + ", in the order of time. Choose one for its articles."), burstLine()] : null,
      t.widespread.length ? [h("h3", null, "What most articles speak of"), table(["term", { text: "articles", num: true }, { text: "times", num: true }], t.widespread.map(row => h("tr", null, td(termButton(t.terms[row.no])), num(whole(row.document_count)), num(whole(row.term_count)))))] : null);
  }
  function burstLine() {
    const t = data.terms;
    const list = [...t.bursts].sort((a, b) => d3.ascending(a.started_on, b.started_on) || d3.ascending(a.term, b.term));
    const width = Math.max(300, Math.min(1016, document.getElementById("main").clientWidth - 40)), side = width < 560 ? 118 : 220, line = 26;
    const height = list.length * line + 26;
    const x = d3.scaleUtc([time(d3.min(list, b => b.started_on)), time(d3.max(list, b => b.ended_on))], [side, width - 12]);
    const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": "Bursts over time" });
    x.ticks(width < 560 ? 3 : 8).forEach(tick => svg.append(s("line", { class: "axis", x1: x(tick), x2: x(tick), y1: 0, y2: height - 20 }), s("text", { class: "soft", x: x(tick), y: height - 5, "text-anchor": "middle" }, d3.utcFormat(x.domain()[1] - x.domain()[0] > 200 * 864e5 ? "%b %Y" : "%e %b")(tick))));
    list.forEach((burst, i) => {
      const term = t.terms[burst.no], y = i * line;
      const label = term.label + ": " + span(burst.started_on, burst.ended_on) + ", " + many(burst.document_count, "article", "articles");
      const bar = s("g", { class: "dot", role: "button", tabindex: 0, "aria-label": label, on: () => openTerm(term),
          data: { ...from("term_bursts", "document_count", { granularity: t.burst_granularity, term: burst.term, kind: burst.kind, started_on: burst.started_on }), value: String(burst.document_count) } },
        s("rect", { x: 0, y, width, height: line, fill: "transparent" }),
        s("text", { x: side - 10, y: y + 17, "text-anchor": "end" }, short(term.label, side < 200 ? 16 : 30)),
        s("rect", { x: x(time(burst.started_on)), y: y + 6, width: Math.max(5, x(time(burst.ended_on)) - x(time(burst.started_on))), height: 14, rx: 3, fill: "var(--c0)", "fill-opacity": 0.45 + 0.18 * Math.min(3, burst.level) }),
        s("title", null, label));
      keys(bar, () => openTerm(term));
      svg.append(bar);
    });
    return svg;
  }

  function quoteSection() {
    const speakers = data.speakers.filter(id => names[id] && names[id].quotes.length);
    return section("quotes", "Who says what", speakers.length ? "Those who are quoted most, with what they say, and of whom they speak." : null,
      speakers.length ? h("div", { class: "grid" }, speakers.slice(0, 12).map(id => {
        const name = names[id];
        return h("div", null, h("h3", null, nameButton(id), h("span", { class: "small" }, " ", figure(many(name.quote_count, "quote", "quotes"), "of " + name.label, { count: "quotes", key: id }, () => open(name.label + " in direct speech", () => [sentences(name.quotes, []),
          rest(name.quotes.length, name.quote_count, "quotes", "SELECT q.text, d.published_on, d.outlet, d.url FROM quotes q JOIN documents d USING (doc_id)\nWHERE q.speaker_entity_id = " + text(id) + " AND NOT d.is_copy;")])))),
        h("blockquote", null, "“" + short(name.quotes[0].text, 220) + "”", h("p", { class: "meta" }, origin(data.sentences[name.quotes[0].sentence].document))),
        name.spoken_of.length ? h("p", { class: "small names" }, "Speaks of ", ...listed(name.spoken_of.slice(0, 4).map(other => nameButton(other.entity_id, other.label)))) : null);
      })) : h("p", null, "Nobody is quoted by name."));
  }

  function coverage() {
    const c = data.coverage, o = data.overview;
    return section("coverage", "What it stands on", "Which articles came from where and when, and what was left out.",
      new Set(c.periods.map(row => row.period_start)).size > 2 ? stack() : h("p", null, "Too few articles have a date for a picture over time."),
      h("h3", null, "Outlets"), table(["outlet", { text: "articles", num: true }, { text: "copies", num: true }, { text: "undated", num: true }, { text: "taken out", num: true }, "from", "to"], c.outlets.map(row => h("tr", null, td(row.outlet),
        num(h("span", { data: { count: "outlet", key: row.outlet } }, whole(row.documents))), num(whole(row.copies)), num(whole(row.undated)), num(percent(row.removed_share ?? 0)), td(row.first_day ? day(row.first_day) : "–"), td(row.last_day ? day(row.last_day) : "–")))),
      o.outlets > c.outlets.length ? h("p", { class: "small" }, "The " + c.outlets.length + " largest of " + whole(o.outlets) + ".") : null,
      h("div", { class: "two" },
        h("div", null, h("h3", null, "Taken out of the articles, as no news"), c.removed.length ? table(["what", { text: "blocks", num: true }, { text: "characters", num: true }, "such as"], c.removed.map(row => h("tr", null, td(row.label.replace(/_/g, " ")), num(whole(row.blocks)), num(whole(row.characters)), td(h("span", { class: "small" }, short(row.example || "", 70)))))) : h("p", null, "Nothing.")),
        h("div", null, h("h3", null, "Could not be read"), c.rejects.length ? table(["why", { text: "files or records", num: true }, "such as"], c.rejects.map(row => h("tr", null, td(row.reason.replace(/_/g, " ")), num(whole(row.records)), td(h("span", { class: "small" }, short(row.example || "", 60)))))) : h("p", null, "Everything was read."),
          h("h3", null, "Other languages"), c.languages.length ? table(["language", { text: "articles, not analysed", num: true }], c.languages.map(row => h("tr", null, td(row.language || "not known"), num(whole(row.documents))))) : h("p", null, "All articles are in English."),
          h("h3", null, "Checks before publishing"), h("p", null, c.checks.length ? (c.checks.every(check => check.passed) ? "All " + c.checks.length + " passed." : "Not passed: " + c.checks.filter(check => !check.passed).map(check => check.check.replace(/_/g, " ")).join(", ")) : "None."))));
  }
  function stack() {
    const c = data.coverage;
    const step = { day: d3.utcDay, week: d3.utcMonday, month: d3.utcMonth }[c.granularity];
    const starts = d3.extent(c.periods, row => row.period_start).map(time);
    const all = step.range(starts[0], step.offset(starts[1], 1)).map(d3.utcFormat("%Y-%m-%d"));
    const bands = [...c.bands, "(others)"].filter(band => c.periods.some(row => row.outlet === band));
    const width = Math.max(300, Math.min(1016, document.getElementById("main").clientWidth - 40)), height = 190;
    const totals = d3.rollup(c.periods, rows => d3.sum(rows, row => row.documents), row => row.period_start);
    const x = d3.scaleBand(all, [30, width]).padding(0.12), y = d3.scaleLinear([0, d3.max(totals.values())], [height - 20, 10]).nice();
    const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": "Articles by " + c.granularity + " and outlet" });
    y.ticks(4).filter(Number.isInteger).forEach(tick => svg.append(s("line", { class: "axis", x1: 30, x2: width, y1: y(tick), y2: y(tick) }), s("text", { class: "soft", x: 24, y: y(tick) + 4, "text-anchor": "end" }, whole(tick))));
    const below = new Map();
    bands.forEach((band, i) => c.periods.filter(row => row.outlet === band).forEach(row => {
      const start = below.get(row.period_start) || 0;
      below.set(row.period_start, start + row.documents);
      svg.append(s("rect", { x: x(row.period_start), width: x.bandwidth(), y: y(start + row.documents), height: y(start) - y(start + row.documents), fill: `var(${band === "(others)" ? "--c7" : INKS[i % INKS.length]})` }, s("title", null, band + ", " + period(c.granularity, row.period_start) + ": " + row.documents)));
    }));
    const every = Math.ceil(all.length / (width < 560 ? 3 : 8));
    all.filter((at, i) => i % every === 0).forEach(at => svg.append(s("text", { class: "soft", x: x(at), y: height - 4 }, c.granularity === "month" ? month(at) : day(at))));
    return [h("p", { class: "small" }, "Articles by " + c.granularity + "."), svg, bands.length > 1 ? h("ul", { class: "key" }, bands.map((band, i) => { const dot = h("i"); dot.style.background = `var(${band === "(others)" ? "--c7" : INKS[i % INKS.length]})`; return h("li", null, dot, band); })) : null];
  }

  const foot = () => h("footer", null, "Made by Newsweft" + (data.overview.run.version ? " " + data.overview.run.version : "") + (data.overview.run.run_id ? ", run " + data.overview.run.run_id : "")
    + ". This page loads nothing and sends nothing. It shows the first of each list; all rows are in the tables beside it.");

  // ---- the dossier of one name ----
  function page() {
    const id = data.name, name = names[id], d = data.dossier;
    return [h("header", null, h("h1", null, name.label)), ...dossier(id, true),
      d.said_of.length ? h("section", null, h("h2", null, "What others say of it"), sentences(d.said_of, [id])) : null,
      d.terms.length ? h("section", null, h("h2", null, "Words of its articles"), h("p", { class: "lead" }, "More frequent in the articles that name it than in the others."),
        table(["term", { text: "of its articles", num: true }, { text: "of all", num: true }], d.terms.map(row => h("tr", null, td(row.term), num(whole(row.here)), num(whole(row.document_count)))))) : null,
      d.events.length ? h("section", null, h("h2", null, "Events"), h("ol", { class: "events" }, d.events.map(eventItem))) : null,
      h("section", null, h("h2", null, "Why these names mean it"), table(["as written", "why", { text: "articles", num: true }, { text: "evidence for", num: true }, { text: "against", num: true }],
        d.reasons.map(row => h("tr", null, td(row.label), td(WHY[row.reason] || row.reason.replace(/_/g, " ")), num(whole(row.documents)), num(whole(row.support)), num(whole(row.rivals)))))),
      foot()];
  }
  const WHY = { own_name: "its own full name", spelling: "the same name, spelt otherwise", middle_name: "with or without middle names", nickname: "a short first name",
    dominant_bearer: "a single name that nearly always means it", title_bearer: "the bearer of that office", other_walk: "same name, another walk of life", acronym: "an acronym introduced for it",
    other_type: "most articles say that the name is of this kind", listed: "on Newsweft’s lists", local: "a single name, kept to its article", user_file: "your file says so" };

  const main = document.getElementById("main");
  if (data.kind === "dossier") {
    main.replaceChildren(...page().flat(9).filter(Boolean));
  } else {
    const net = network();
    main.replaceChildren(...[head(), whatIsNew(), whatHappened(), net, sides(), toneSection(), termSection(), quoteSection(), coverage(), foot()].flat(9).filter(Boolean));
    if (net.draw) {
      net.draw();
      let width = main.clientWidth;
      addEventListener("resize", () => { if (Math.abs(main.clientWidth - width) > 60) { width = main.clientWidth; net.draw(); } });
    }
  }
  document.documentElement.dataset.drawn = "true";
})();
