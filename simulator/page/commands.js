// The bot's commands: the list behind the Menu button, and the suggestions while a command is typed.

import { byId, el } from "./dom.js";
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
    on("commands chat", () => {
      button.hidden = !state.commands.length;
      this.hide();
    });
  }

  get open() {
    return !this.node.hidden;
  }

  showAll() {
    this.typed = false;
    this.show(state.commands, 0);
    this.input.focus();
  }

  suggest() {
    const match = /^\/([a-z0-9_]*)$/i.exec(this.input.value);
    if (!match) return this.hide();
    this.typed = true;
    const start = match[1].toLowerCase();
    return this.show(state.commands.filter(({ command }) => command.startsWith(start)), 0);
  }

  show(commands, chosen) {
    this.shown = commands;
    if (!commands.length) return this.hide();
    this.node.replaceChildren(...commands.map((command, index) => this.option(command, index)));
    this.node.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.input.setAttribute("aria-expanded", "true");
    return this.choose(chosen);
  }

  option({ command, description }, index) {
    return el(
      "div",
      { role: "option", id: `command-${index}`, class: "command", testid: "command", onclick: () => this.run(index) },
      el("b", {}, `/${command}`),
      el("span", { dir: "auto" }, description),
    );
  }

  choose(index) {
    this.chosen = (index + this.shown.length) % this.shown.length;
    for (const [at, node] of [...this.node.children].entries()) node.setAttribute("aria-selected", String(at === this.chosen));
    this.node.children[this.chosen].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `command-${this.chosen}`);
  }

  hide() {
    this.node.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  async run(index) {
    const { command } = this.shown[index];
    const typed = this.typed;
    this.hide();
    if ((await send({ text: `/${command}` })) && typed) {
      this.input.value = "";
      this.input.dispatchEvent(new Event("input"));
    }
  }

  complete() {
    this.input.value = `/${this.shown[this.chosen].command} `;
    this.input.dispatchEvent(new Event("input"));
  }

  // True when the key was meant for the list.
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.choose(this.chosen + step);
    else if (event.key === "Escape") this.hide();
    else if (event.key === "Tab") this.complete();
    else if (event.key === "Enter" && !event.shiftKey) this.run(this.chosen);
    else return false;
    event.preventDefault();
    return true;
  }
}
