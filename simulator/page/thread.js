// The conversation: bubbles in order, days between them, and a view that follows the newest words.

import { Bubble, serviceLine } from "./bubble.js";
import { byId, el } from "./dom.js";
import { day, dayKey, moment } from "./format.js";
import { attachGestures, messageActions } from "./gestures.js";
import { send } from "./session.js";
import { isPrivate, on, sortedMessages, state } from "./state.js";

const NEAR = 80;
const RUN_MS = 10 * 60_000;

const scroll = byId("scroll");
const thread = byId("thread");
const jump = byId("jump");

const rows = new Map();
let pinned = true;
let settled = false;
let missed = 0;

function unitsOf(messages) {
  const units = [];
  for (const message of messages) {
    const before = units.at(-1);
    const joins = message.album && before?.messages[0].album === message.album;
    if (joins) before.messages.push(message);
    else units.push({ key: `m${message.message_id}`, messages: [message] });
  }
  return units;
}

function sameRun(a, b) {
  if (!a || !b) return false;
  const [one, two] = [a.messages[0], b.messages[0]];
  if (one.kind === "service" || two.kind === "service") return false;
  if (dayKey(one.date) !== dayKey(two.date)) return false;
  return one.from?.id === two.from?.id && moment(two.date) - moment(one.date) < RUN_MS;
}

function place(units) {
  for (const [index, unit] of units.entries()) {
    unit.first = !sameRun(units[index - 1], unit);
    unit.last = !sameRun(unit, units[index + 1]);
  }
  return units;
}

function rowOf(unit) {
  const known = rows.get(unit.key);
  if (unit.messages[0].kind === "service") return known ?? serviceLine(unit.messages[0]);
  if (!known) {
    const made = new Bubble({ ...unit, fresh: settled }, messageActions).root;
    if (settled && !unit.messages[0].outgoing && !pinned) missed += 1;
    return made;
  }
  known.bubble.update(unit);
  return known;
}

function wanted(units) {
  const nodes = [];
  let lastDay = null;
  for (const unit of units) {
    const today = dayKey(unit.messages[0].date);
    if (today !== lastDay) nodes.push([`d${today}`, () => el("div", { class: "day", testid: "day" }, day(unit.messages[0].date))]);
    lastDay = today;
    nodes.push([unit.key, () => rowOf(unit)]);
  }
  return nodes;
}

function arrange(nodes) {
  const keep = new Set(nodes.map(([key]) => key));
  for (const [key, node] of rows) {
    if (keep.has(key)) continue;
    node.remove();
    rows.delete(key);
  }
  let previous = null;
  for (const [key, build] of nodes) {
    const node = key.startsWith("d") ? (rows.get(key) ?? build()) : build();
    rows.set(key, node);
    const slot = previous ? previous.nextSibling : thread.firstChild;
    if (node !== slot) thread.insertBefore(node, slot);
    previous = node;
  }
}

function showHint() {
  const bot = state.bot?.first_name;
  const empty = state.loaded && !state.messages.size;
  byId("hint").hidden = !empty;
  byId("start").hidden = !bot || !isPrivate();
  if (!empty) return;
  byId("hint-title").textContent = isPrivate() ? (bot ?? "Nobody is here yet") : state.chat.title;
  byId("hint-words").textContent = !bot
    ? "No bot is connected. As soon as one is, it will answer here."
    : isPrivate()
      ? `This is your chat with ${bot}. Say hello, or send a picture or a few words.`
      : "Nothing has been said in this group yet.";
}

function render() {
  thread.setAttribute("aria-busy", String(!state.loaded));
  showHint();
  if (!state.loaded) return;
  arrange(wanted(place(unitsOf(sortedMessages()))));
  settled = true;
  follow();
}

function follow() {
  if (pinned) {
    scroll.scrollTop = scroll.scrollHeight;
    missed = 0;
  }
  showJump();
}

function showJump() {
  jump.hidden = pinned;
  byId("missed").hidden = !missed;
  byId("missed").textContent = missed;
}

function reset() {
  for (const node of rows.values()) node.remove();
  rows.clear();
  pinned = true;
  settled = false;
  missed = 0;
  render();
  showJump();
}

function goTo(id) {
  const target = [...rows.values()].find((node) => node.bubble?.messages.some((message) => message.message_id === Number(id)));
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.classList.remove("flash");
  requestAnimationFrame(() => target.classList.add("flash"));
}

function onClick(event) {
  const quote = event.target.closest(".quote");
  const command = event.target.closest(".command-link");
  const spoiler = event.target.closest(".spoiler");
  if (quote) goTo(quote.dataset.goto);
  else if (command) send({ text: command.dataset.command });
  else if (spoiler) spoiler.classList.add("shown");
}

export function startThread() {
  const sized = new ResizeObserver(follow);
  sized.observe(thread);
  sized.observe(scroll);
  scroll.addEventListener("scroll", () => {
    pinned = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
    if (pinned) missed = 0;
    showJump();
  });
  jump.addEventListener("click", () => {
    pinned = true;
    follow();
  });
  byId("start").addEventListener("click", () => send({ text: "/start" }));
  thread.addEventListener("click", onClick);
  thread.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".spoiler")) event.target.classList.add("shown");
  });
  attachGestures(thread);
  on("chat", reset);
  on("messages people", render);
  on("sent", () => {
    pinned = true;
    follow();
  });
}
