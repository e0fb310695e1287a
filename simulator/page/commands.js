// The bot's commands: the list behind the Menu button, and the suggestions while a command is typed.

import { el, fill, span, ui } from "./dom.js";
import { send } from "./session.js";
import { on, state } from "./state.js";

const { input, menu, commands: list } = ui;
let shown = [];
let chosen = 0;
let typed = false;

function choose(index) {
  chosen = (index + shown.length) % shown.length;
  for (const [at, node] of [...list.children].entries()) node.ariaSelected = at === chosen;
  list.children[chosen].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", `command-${chosen}`);
}

function option({ command, description }, index) {
  const props = { role: "option", id: `command-${index}`, class: "command", testid: "command", onclick: () => run(index) };
  return el("div", props, el("b", {}, `/${command}`), span("", description));
}

const names = (commands) => commands.map((one) => one.command).join();

function show(commands) {
  const kept = names(commands) === names(shown) ? chosen : 0;
  const open = commands.length > 0;
  shown = commands;
  list.replaceChildren(...commands.map(option));
  list.hidden = !open;
  menu.ariaExpanded = open;
  if (open) choose(kept);
  else input.removeAttribute("aria-activedescendant");
}

function showAll() {
  const close = !list.hidden && !typed;
  typed = false;
  show(close ? [] : state.commands);
  input.focus();
}

export function suggest() {
  const match = /^\/(\w*)$/.exec(input.value);
  typed = Boolean(match);
  show(match ? state.commands.filter(({ command }) => command.startsWith(match[1].toLowerCase())) : []);
}

function run(index) {
  const { command } = shown[index];
  if (typed) fill("");
  show([]);
  send({ text: `/${command}` });
}

// True when the key was meant for the list.
export function takesKey(event) {
  if (list.hidden) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) choose(chosen + step);
  else if (event.key === "Escape") show([]);
  else if (event.key === "Tab") fill(`/${shown[chosen].command} `);
  else if (event.key === "Enter" && !event.shiftKey) run(chosen);
  else return false;
  event.preventDefault();
  return true;
}

menu.onclick = showAll;
list.onpointerdown = (event) => event.preventDefault();
addEventListener("pointerdown", ({ target }) => list.contains(target) || menu.contains(target) || show([]));
on("commands chat", () => {
  menu.hidden = !state.commands.length;
  if (typed) suggest();
  else if (!list.hidden) show(state.commands);
});
