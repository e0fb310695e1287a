// The bot's commands: the list behind the Menu button, and the suggestions while a command is typed.

import { byId, el, words } from "./dom.js";
import { send } from "./session.js";
import { on, state } from "./state.js";

export class CommandList {
  constructor(input, button) {
    this.input = input;
    this.button = button;
    this.node = byId("commands");
    this.node.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => (this.open && !this.typed ? this.hide() : this.showAll()));
    document.addEventListener("pointerdown", (event) => {
      if (!this.node.contains(event.target) && !button.contains(event.target)) this.hide();
    });
    on("chat", () => this.hide());
    on("commands", () => {
      button.hidden = !state.commands.length;
      if (this.open) this.typed ? this.suggest() : this.show(state.commands);
    });
  }

  get open() {
    return !this.node.hidden;
  }

  showAll() {
    this.typed = false;
    this.show(state.commands);
    this.input.focus();
  }

  suggest() {
    const match = /^\/([a-z0-9_]*)$/i.exec(this.input.value);
    if (!match) return this.hide();
    this.typed = true;
    const start = match[1].toLowerCase();
    return this.show(state.commands.filter(({ command }) => command.startsWith(start)));
  }

  show(commands) {
    this.shown = commands;
    if (!commands.length) return this.hide();
    this.node.replaceChildren(...commands.map((command, index) => this.option(command, index)));
    this.expand(true);
    return this.choose(0);
  }

  option({ command, description }, index) {
    const props = { role: "option", id: `command-${index}`, class: "command", testid: "command", onclick: () => this.run(index) };
    return el("div", props, el("b", {}, `/${command}`), words("span", "", description));
  }

  choose(index) {
    this.chosen = (index + this.shown.length) % this.shown.length;
    for (const [at, node] of [...this.node.children].entries()) node.setAttribute("aria-selected", at === this.chosen);
    this.node.children[this.chosen].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `command-${this.chosen}`);
  }

  expand(open) {
    this.node.hidden = !open;
    this.button.setAttribute("aria-expanded", open);
    if (!open) this.input.removeAttribute("aria-activedescendant");
  }

  hide() {
    this.expand(false);
  }

  run(index) {
    const { command } = this.shown[index];
    if (this.typed) this.fill("");
    this.hide();
    send({ text: `/${command}` });
  }

  fill(text) {
    this.input.value = text;
    this.input.dispatchEvent(new Event("input"));
  }

  // True when the key was meant for the list.
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.choose(this.chosen + step);
    else if (event.key === "Escape") this.hide();
    else if (event.key === "Tab") this.fill(`/${this.shown[this.chosen].command} `);
    else if (event.key === "Enter" && !event.shiftKey) this.run(this.chosen);
    else return false;
    event.preventDefault();
    return true;
  }
}
