// The buttons under a bot's message, and what pressing one does.

import { world } from "./api.js";
import { el, icon } from "./dom.js";
import { alertDialog, copyText, toast } from "./overlay.js";
import { emit, state } from "./state.js";

function openLink(url) {
  if (/^(https?|tg):/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}

async function press(message, key, button) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    const answer = await world.press(state.person.id, message.chat, message.message_id, key.data);
    if (answer.url) openLink(answer.url);
    if (answer.text && answer.show_alert) alertDialog(state.bot?.first_name ?? "The bot", answer.text);
    else if (answer.text) toast(answer.text);
    else if (!answer.answered) toast("The bot did not answer the button");
  } catch (error) {
    toast(`The button did not work: ${error.message}`);
  }
  button.removeAttribute("aria-busy");
}

const copied = (key) => key.copy_text.text ?? key.copy_text;

const inlineQuery = (key) => key.switch_inline_query ?? key.switch_inline_query_current_chat;

function keyButton(message, key) {
  const props = { class: `key ${key.style ?? ""}`, testid: "keyboard-button", dir: "auto" };
  const words = el("span", {}, key.text);
  if (key.url && /^(https?|tg):/i.test(key.url)) {
    return el("a", { ...props, href: key.url, target: "_blank", rel: "noopener noreferrer", title: key.url }, words, icon("link"));
  }
  if (key.copy_text) {
    return el("button", { ...props, type: "button", onclick: () => copyText(copied(key)) }, words, icon("copy"));
  }
  const button = el("button", { ...props, type: "button", data: { callback: key.data ?? "" } }, words);
  button.addEventListener("click", () => {
    if (key.data !== undefined && key.data !== null) press(message, key, button);
    else if (inlineQuery(key) !== undefined) emit("insert", `@${state.bot?.username ?? "bot"} ${inlineQuery(key)}`);
    else toast("This kind of button is not part of the demo");
  });
  return button;
}

export function inlineKeyboard(message) {
  const rows = message.keyboard.map((row) => el("div", { class: "keys-row" }, row.map((key) => keyButton(message, key))));
  return el("div", { class: "keys", role: "group", "aria-label": "Buttons of this message" }, rows);
}
