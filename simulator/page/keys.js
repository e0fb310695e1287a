// The bot's own keyboard below the line; some of its keys ask for people.

import { act } from "./api.js";
import { avatar, button, el, fullName, span, ui } from "./dom.js";
import { pass } from "./session.js";
import { on, state } from "./state.js";

let shown = "null";

const { keys, keysToggle: toggle, peopleForm: form } = ui;

function open(wanted) {
  keys.hidden = !wanted;
  toggle.ariaExpanded = wanted;
}

async function press(fields) {
  const sent = await pass((where) => act("key", { ...where, ...fields }));
  if (sent && state.keyboard?.one_time) open(false);
}

function row(person, type) {
  const name = fullName(person);
  return el("label", { class: "pick", testid: "pick" }, el("input", { type, name: "user", value: person.id }), avatar(person.id, name, "small"), span("", name));
}

function pickPeople({ text, request_users: { max_quantity: most = 1 } }) {
  ui.peopleFormTitle.textContent = most > 1 ? `Choose up to ${most} people` : "Choose somebody";
  ui.peopleFormList.replaceChildren(...state.people.map((person) => row(person, most > 1 ? "checkbox" : "radio")));
  form.onsubmit = (event) => {
    event.preventDefault();
    const users = new FormData(form).getAll("user").map(Number);
    ui.peoplePicker.close();
    if (users.length) press({ text, users });
  };
  ui.peoplePicker.showModal();
}

function keyButton(key) {
  const onclick = () => (key.request_users ? pickPeople(key) : press({ text: key.text }));
  return button({ class: `key ${key.style ?? ""}`, testid: "reply-key", onclick }, span("", key.text));
}

function show() {
  const { keyboard } = state;
  if (JSON.stringify(keyboard) === shown) return;
  shown = JSON.stringify(keyboard);
  toggle.hidden = !keyboard;
  open(Boolean(keyboard));
  keys.replaceChildren(...(keyboard?.rows ?? []).map((line) => el("div", { class: "keys-row" }, line.map(keyButton))));
  ui.input.placeholder = keyboard?.placeholder ?? "Message";
}

toggle.onclick = () => open(keys.hidden);
on("keyboard", show);
