// The buttons under a bot's message, and what pressing one does.

import { world } from "./api.js";
import { button, el, icon, words } from "./dom.js";
import { alertDialog, copyText, toast } from "./overlay.js";
import { attempt } from "./session.js";
import { state } from "./state.js";

const isLink = (url) => /^(https?|tg):/i.test(url ?? "");

async function press(message, data, pressed) {
  if (pressed.ariaBusy === "true") return;
  pressed.ariaBusy = "true";
  const answer = await attempt(() => world.press(state.person.id, message.chat, message.message_id, data), "The button did not work");
  pressed.ariaBusy = "false";
  if (!answer) return;
  const { answered, text, show_alert: alert, url } = answer;
  if (isLink(url)) window.open(url, "_blank", "noopener,noreferrer");
  if (text && alert) alertDialog(state.bot.first_name, text);
  else if (text) toast(text);
  else if (!answered) toast("The bot did not answer the button");
}

function keyButton(message, key) {
  const props = { class: `key ${key.style ?? ""}`, testid: "keyboard-button" };
  const text = words("span", "", key.text);
  if (isLink(key.url)) {
    return el("a", { ...props, href: key.url, target: "_blank", rel: "noopener noreferrer", title: key.url }, text, icon("link"));
  }
  if (key.copy_text) return button({ ...props, onclick: () => copyText(key.copy_text) }, text, icon("copy"));
  const onclick = ({ currentTarget }) => {
    if (key.data) press(message, key.data, currentTarget);
    else toast("This kind of button is not part of the demo");
  };
  return button({ ...props, data: { callback: key.data ?? "" }, onclick }, text);
}

export function inlineKeyboard(message) {
  const rows = message.keyboard.map((row) => el("div", { class: "keys-row" }, row.map((key) => keyButton(message, key))));
  return el("div", { class: "keys", role: "group", "aria-label": "Buttons of this message" }, rows);
}
