// The conversation: bubbles in order, days between them, and a view that follows the newest words.

import { Bubble, serviceLine } from "./bubble.js";
import { words, ui } from "./dom.js";
import { day, dayKey } from "./format.js";
import { actOn } from "./gestures.js";
import { startBot } from "./links.js";
import { send } from "./session.js";
import { isPrivate, on, sortedMessages, state } from "./state.js";

const NEAR = 80;
const RUN_SECONDS = 600;

const { scroll, thread } = ui;

const rows = new Map();
let pinned = true;
let height = 0;
let settled = false;
let missed = 0;

function unitsOf(messages) {
  const units = [];
  for (const message of messages) {
    const before = units.at(-1);
    if (message.album && before?.messages[0].album === message.album) before.messages.push(message);
    else units.push({ key: `m${message.message_id}`, messages: [message] });
  }
  return units;
}

function sameRun(a, b) {
  if (!a || !b) return false;
  const [one, two] = [a.messages[0], b.messages[0]];
  if (one.kind === "service" || two.kind === "service" || dayKey(one.date) !== dayKey(two.date)) return false;
  return one.from?.id === two.from?.id && one.thread === two.thread && one.via === two.via && two.date - one.date < RUN_SECONDS;
}

function rowOf(unit) {
  const [message] = unit.messages;
  const known = rows.get(unit.key);
  if (message.kind === "service") return known ?? serviceLine(message);
  if (!known) {
    if (settled && !message.outgoing && !pinned) missed += 1;
    return new Bubble({ ...unit, fresh: settled }).root;
  }
  known.bubble.update(unit);
  return known;
}

// Bubbles and the days before them, as pairs of a key and a node.
function wanted(units) {
  const nodes = [];
  for (const [index, unit] of units.entries()) {
    unit.first = !sameRun(units[index - 1], unit);
    unit.last = !sameRun(unit, units[index + 1]);
    const { date } = unit.messages[0];
    const key = `d${dayKey(date)}`;
    if (nodes.every(([known]) => known !== key)) nodes.push([key, rows.get(key) ?? words("div", "day", day(date), "day")]);
    nodes.push([unit.key, rowOf(unit)]);
  }
  return nodes;
}

function arrange(nodes) {
  const keep = new Map(nodes);
  for (const [key, node] of rows) if (!keep.has(key)) node.remove();
  rows.clear();
  let slot = thread.firstChild;
  for (const [key, node] of keep) {
    rows.set(key, node);
    if (node === slot) slot = slot.nextSibling;
    else thread.insertBefore(node, slot);
  }
}

function showHint() {
  const bot = state.bot?.first_name;
  const own = isPrivate();
  ui.hint.hidden = !state.loaded || state.messages.size > 0;
  ui.start.hidden = !bot || !own;
  ui.hintTitle.textContent = own ? (bot ?? "Nobody is here yet") : state.chat?.title;
  const hello = state.bot?.description || "Say hello, or send a picture.";
  ui.hintWords.textContent = !bot ? "No bot is connected yet." : own ? hello : "Nothing has been said here yet.";
}

function render() {
  thread.ariaBusy = !state.loaded;
  showHint();
  if (!state.loaded) return;
  arrange(wanted(unitsOf(sortedMessages())));
  settled = true;
  follow();
}

function follow() {
  if (pinned) scroll.scrollTop = scroll.scrollHeight;
  showJump();
}

function showJump() {
  if (pinned) missed = 0;
  ui.jump.hidden = pinned;
  ui.missed.hidden = !missed;
  ui.missed.textContent = missed;
}

function toNewest() {
  pinned = true;
  follow();
}

function reset() {
  arrange([]);
  settled = false;
  toNewest();
  render();
}

function goTo(id) {
  const target = [...rows.values()].find((node) => node.bubble?.messages.some((message) => message.message_id === Number(id)));
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.classList.remove("flash");
  requestAnimationFrame(() => target.classList.add("flash"));
}

function onClick({ target }) {
  const at = (selector) => target.closest(selector);
  if (at("[data-tool]")) actOn(at(".message").bubble.messages[0], at("[data-tool]"));
  else if (at(".quote")) goTo(at(".quote").dataset.goto);
  else if (at(".command-link")) send({ text: at(".command-link").textContent });
  else at(".spoiler")?.classList.add("shown");
}

const sized = new ResizeObserver(follow);
sized.observe(thread);
sized.observe(scroll);
scroll.onscroll = () => {
  const near = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
  if (near || scroll.scrollHeight === height) pinned = near; // else news moved it, not the person
  height = scroll.scrollHeight;
  showJump();
};
ui.jump.onclick = toNewest;
ui.start.onclick = () => startBot("");
thread.onclick = onClick;
thread.onkeydown = (event) => event.key === "Enter" && event.target.matches(".spoiler") && onClick(event);
on("chat", reset);
on("messages people", render);
on("sent", toNewest);
