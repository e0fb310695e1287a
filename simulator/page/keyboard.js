// The buttons under a message, and what pressing one does.

import { act } from "./api.js";
import { button, el, icon, link, span } from "./dom.js";
import { followLink, writeSomewhere } from "./links.js";
import { openInvoice } from "./invoice.js";
import { alertDialog, copyText, toast } from "./overlay.js";
import { attempt } from "./session.js";
import { here, state } from "./state.js";

async function press({ message_id }, data, pressed) {
  if (pressed.ariaBusy === "true") return;
  pressed.ariaBusy = "true";
  const answer = await attempt(() => act("press", { ...here(), message_id, data }), "The button did not work");
  pressed.ariaBusy = "false";
  if (!answer) return;
  const { answered, text, show_alert: alert, url } = answer;
  if (url && !followLink(url)) window.open(url, "_blank", "noopener,noreferrer");
  if (text && alert) alertDialog(state.bot.first_name, text);
  else if (text) toast(text);
  else if (!answered) toast("The bot did not answer the button");
}

// What a key does when it is no link, and the sign in its corner.
function actionOf(message, key) {
  if (key.copy_text) return ["copy", () => copyText(key.copy_text)];
  if (key.pay) return [null, () => openInvoice({ message_id: message.message_id })];
  if (key.switch_inline_query != null) {
    return ["share", (event) => writeSomewhere(`@${message.via ?? state.bot.username} ${key.switch_inline_query}`, key.here ? null : event.currentTarget)];
  }
  if (key.data) return [null, (event) => press(message, key.data, event.currentTarget)];
  return [null, () => toast("This kind of button is not part of the demo")];
}

function keyButton(message, key) {
  const props = { class: `key ${key.style ?? ""}`, testid: "keyboard-button" };
  const paid = key.pay && message.paid;
  const text = span("", paid ? "Paid" : key.text);
  if (key.url) return link(key.url, { ...props, title: key.url }, text, icon("link"));
  const [sign, onclick] = actionOf(message, key);
  return button({ ...props, disabled: paid, data: { callback: key.data ?? "" }, onclick }, text, sign && icon(sign));
}

export function inlineKeyboard(message) {
  const rows = message.keyboard.map((row) => el("div", { class: "keys-row" }, row.map((key) => keyButton(message, key))));
  return el("div", { class: "keys", role: "group", "aria-label": "Buttons of this message" }, rows);
}
