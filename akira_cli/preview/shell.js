// The page around the previewed page: what is shown, how wide, what is to be said of it.

const PAGE_READY_EVERY = 25; // ms between two looks whether a page has its text
const JUST_NOW = 5000; // ms
const byId = (id) => document.getElementById(id);

let state = { version: null, targets: [], checks: [], language: "en" };
let chosen = sessionStorage.getItem("target");
let frame = null; // the page that is seen
let coming = null; // the one that will take its place once its text is there
const scrolled = new Map(); // target's name -> pixels from the top

// ---- elements

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const currentTarget = () => state.targets.find((target) => target.name === chosen);

// ---- status

let calmDown;

function say(liveness, kind) {
  clearTimeout(calmDown);
  byId("liveness").textContent = liveness;
  byId("liveness").className = kind;
}

function sayCurrent() {
  if (state.error) say("not up to date", "stopped");
  else say("up to date", "live");
}

function sayChanged() {
  say("changed just now", "live");
  calmDown = setTimeout(sayCurrent, JUST_NOW);
}

// ---- tabs

function drawTabs() {
  const tabs = byId("tabs");
  const wanted = JSON.stringify(state.targets.map(({ name, label }) => [name, label]));
  if (tabs.dataset.drawn !== wanted) {
    tabs.dataset.drawn = wanted;
    tabs.replaceChildren(...state.targets.map(tabOf));
  }
  for (const tab of tabs.children) {
    const isChosen = tab.dataset.name === chosen;
    tab.ariaSelected = String(isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
  }
  byId("stage").setAttribute("aria-labelledby", `tab-${chosen}`);
}

function tabOf({ name, label }) {
  const tab = element("button", { type: "button", role: "tab", id: `tab-${name}` }, label);
  tab.dataset.name = name;
  tab.setAttribute("aria-controls", "stage");
  tab.addEventListener("click", () => choose(name));
  return tab;
}

// https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
byId("tabs").addEventListener("keydown", (event) => {
  const last = state.targets.length - 1;
  const now = state.targets.findIndex(({ name }) => name === chosen);
  const next = {
    ArrowRight: now === last ? 0 : now + 1,
    ArrowLeft: now === 0 ? last : now - 1,
    Home: 0,
    End: last,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  choose(state.targets[next].name);
  byId("tabs").children[next].focus();
});

function choose(name) {
  if (name === chosen) return;
  chosen = name;
  sessionStorage.setItem("target", name);
  drawTabs();
  drawLosses();
  showPage();
}

// ---- the page

// None when the page could not be had: what the browser shows instead is closed to us.
const viewOf = (page) => (page?.contentDocument ? page.contentWindow : null);

// A second frame loads unseen behind the first, so that a change neither flashes nor jumps.
function showPage() {
  const target = currentTarget();
  byId("empty").hidden = Boolean(target);
  byId("sheet").hidden = !target;
  coming?.remove();
  coming = null;
  if (!target) {
    frame?.remove();
    frame = null;
    return;
  }
  const next = element("iframe", { className: "coming", title: `${target.label}: the page` });
  next.sandbox = "allow-same-origin";
  next.dataset.target = target.name;
  next.src = target.address;
  coming = next;
  byId("sheet").append(next);
  fit();
  whenReadable(next, () => takePlace(next));
}

function whenReadable(page, act) {
  if (page !== coming) return;
  const text = page.contentDocument;
  if (!text || (text.URL !== "about:blank" && text.readyState !== "loading")) act();
  else setTimeout(whenReadable, PAGE_READY_EVERY, page, act);
}

function takePlace(page) {
  const before = viewOf(frame);
  if (before) scrolled.set(frame.dataset.target, before.scrollY);
  const hadFocus = frame !== null && document.activeElement === frame;
  const view = viewOf(page);
  if (view) {
    const wanted = scrolled.get(page.dataset.target) ?? 0;
    view.scrollTo(0, wanted);
    const reached = view.scrollY;
    // pictures may still make the page long enough to get there
    page.addEventListener("load", () => view.scrollY === reached && view.scrollTo(0, wanted));
    view.document.addEventListener("click", openOutside);
  }
  page.className = "";
  frame?.remove();
  frame = page;
  coming = null;
  if (hadFocus) frame.focus();
}

// A link followed inside the frame would put another site in the place of the page.
function openOutside(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  if (/^https?:$/.test(link.protocol)) window.open(link.href, "_blank", "noopener,noreferrer");
}

// ---- width

const chosenWidth = () => Number(document.querySelector("[name=width]:checked").value);

// A page wider than there is room for is shown smaller, as it would be laid out at its width.
function fit() {
  const stage = byId("stage");
  const width = chosenWidth();
  const scale = Math.min(1, stage.clientWidth / width);
  const left = Math.max(0, (stage.clientWidth - width * scale) / 2);
  Object.assign(byId("sheet").style, {
    width: `${width}px`,
    height: `${stage.clientHeight / scale}px`,
    left: `${Math.round(left)}px`,
    transform: scale < 1 ? `scale(${scale})` : "none",
  });
}

byId("widths").addEventListener("change", () => {
  sessionStorage.setItem("width", chosenWidth());
  fit();
});
new ResizeObserver(fit).observe(byId("stage"));

// ---- checks and losses

function drawChecks() {
  const byEntry = new Map();
  for (const check of state.checks) {
    byEntry.set(check.entry, [...(byEntry.get(check.entry) ?? []), check]);
  }
  fill("checks", [...byEntry.values()].map(checksOfEntry), state.checks.length, "Nothing to look at.");
}

function checksOfEntry(checks) {
  const [{ entry, headline }] = checks;
  const about = entry
    ? [element("span", { className: "entry" }, entry), element("strong", { lang: state.language }, headline)]
    : [element("strong", {}, headline || "The whole issue")];
  return element("li", {}, element("p", {}, ...about), ...checks.map((c) => element("p", {}, c.text)));
}

function drawLosses() {
  const target = currentTarget();
  const losses = target?.losses ?? [];
  byId("losses-target").textContent = target && losses.length ? `What ${target.label} does not keep` : "";
  fill("losses", losses.map(lossItem), losses.length, "Nothing is lost.");
}

function lossItem({ where, what, done }) {
  const parts = [element("p", {}, element("strong", {}, where)), element("p", {}, what)];
  if (done) parts.push(element("p", { className: "done" }, done));
  return element("li", {}, ...parts);
}

function fill(id, items, count, none) {
  byId(`${id}-count`).textContent = count || "";
  byId(id).replaceChildren(...(items.length ? items : [element("li", { className: "quiet" }, none)]));
}

// ---- live

async function refresh() {
  const answer = await fetch("state");
  if (!answer.ok) return;
  const isFirst = state.version === null;
  state = await answer.json();
  if (!currentTarget()) chosen = state.targets[0]?.name;
  draw();
  if (isFirst || state.error) sayCurrent();
  else sayChanged();
}

function draw() {
  document.title = state.title ? `${state.title} · akira preview` : "akira preview";
  byId("title").textContent = state.title || "akira preview";
  byId("title").title = state.title;
  byId("title").lang = state.title ? state.language : "en";
  byId("file").textContent = state.file;
  byId("error").hidden = !state.error;
  byId("error-text").textContent = state.error;
  byId("error-note").hidden = !state.targets.length;
  byId("copy").disabled = !mediumAddress();
  drawTabs();
  drawChecks();
  drawLosses();
  showPage();
}

let queue = Promise.resolve();
const events = new EventSource("events");
events.addEventListener("message", ({ data }) => {
  if (data === state.version) sayCurrent();
  else queue = queue.then(refresh).catch(() => say("server stopped", "stopped"));
});
events.addEventListener("error", () => say("server stopped", "stopped"));

// ---- copy for Medium

const mediumAddress = () => state.targets.find(({ name }) => name === "medium")?.address;
const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, pre, table, tr, figcaption, blockquote, div";

byId("copy").addEventListener("click", async () => {
  const copy = prepareCopy(mediumAddress());
  const part = (name, type) => copy.then((made) => new Blob([made[name]], { type }));
  try {
    if (!navigator.clipboard?.write) throw new Error("this browser lets no page write to the clipboard");
    // promises, since a browser may forget the click while the page is on its way
    const item = { "text/html": part("html", "text/html"), "text/plain": part("text", "text/plain") };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    byId("message").textContent = copied((await copy).missing);
  } catch (refusal) {
    const reason = await copy.then(() => refusal, (failure) => failure);
    byId("message").textContent = `Not copied: ${reason.message}`;
  }
});

async function prepareCopy(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error("the page could not be read; try again");
  // without the head: the shell's policy holds in here too, and forbids the page's style
  const page = (await answer.text()).replace(/^.*?(?=<body)/is, "");
  const { body } = new DOMParser().parseFromString(page, "text/html");
  const ours = [...body.querySelectorAll("img")].filter((image) => !/^https:/i.test(image.getAttribute("src") ?? ""));
  for (const image of ours) {
    const figure = image.closest("figure");
    image.remove();
    if (figure && !figure.children.length && !figure.textContent.trim()) figure.remove();
  }
  const html = body.innerHTML.trim();
  return { html, text: plainText(body), missing: ours.length };
}

// Changes the body: its own line breaks go, and each block gets an empty line around it.
function plainText(body) {
  const texts = document.createNodeIterator(body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    text.data = text.data.replace(/\s+/g, " ");
  }
  for (const line of body.querySelectorAll("br")) line.replaceWith("\n");
  for (const block of body.querySelectorAll(BLOCKS)) {
    block.before("\n\n");
    block.after("\n\n");
  }
  return body.textContent.replace(/ *\n */g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

function copied(missing) {
  if (!missing) return "Copied for Medium.";
  const pictures = missing === 1 ? "1 picture is" : `${missing} pictures are`;
  return `Copied for Medium; ${pictures} to be added by hand, in the order of the checklist.`;
}

// ---- begin

const width = sessionStorage.getItem("width");
if (width) document.querySelector(`[name=width][value="${CSS.escape(width)}"]`)?.click();
