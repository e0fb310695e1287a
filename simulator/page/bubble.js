// One message (or one album) as a bubble that is mended in place when the message changes.

import { avatar, el, icon, iconButton } from "./dom.js";
import { summary, time } from "./format.js";
import { inlineKeyboard } from "./keyboard.js";
import { album, isVisual, media } from "./media.js";
import { safeNodes } from "./sanitize.js";
import { state } from "./state.js";

const ONLY_EMOJI = /^\p{RGI_Emoji}{1,3}$/v;

// A part is built again only when what it shows has changed: a playing video survives an edited caption.
function mend(slot, facts, build) {
  const signature = JSON.stringify(facts ?? null);
  if (slot.signature === signature) return;
  slot.signature = signature;
  const built = build();
  slot.replaceChildren(...(built ? [built] : []));
}

function quote(original) {
  const name = original ? (original.outgoing ? "You" : original.from.first_name) : "Deleted message";
  return el(
    "button",
    { type: "button", class: "quote", testid: "quote", data: { goto: original?.message_id ?? "" } },
    el("span", { class: "quote-name", dir: "auto" }, name),
    el("span", { class: "quote-text", dir: "auto" }, original ? summary(original) : "…"),
  );
}

function textBlock(message) {
  const body = message.html ? safeNodes(message.html) : (message.text ?? "");
  return el("div", { class: "text", dir: "auto", testid: "message-text" }, body, el("span", { class: "spacer", data: { time: metaLine(message).textContent } }));
}

function metaLine(message) {
  const edited = message.edits > 0 && !message.from?.is_bot;
  return el(
    "span",
    { class: "meta" },
    edited ? el("span", { class: "edited", testid: "edited" }, "edited ") : null,
    el("time", {}, time(message.date)),
    message.outgoing ? icon("check") : null,
  );
}

const slotted = (name) => el("div", { class: name });

export class Bubble {
  constructor(unit, actions) {
    this.parts = { sender: slotted("s-sender"), quote: slotted("s-quote"), media: slotted("s-media"), text: slotted("s-text"), meta: slotted("s-meta"), keys: slotted("s-keys") };
    const { sender, quote: quoted, media: shown, text, meta, keys } = this.parts;
    this.bubble = el("div", { class: "bubble" }, sender, quoted, shown, text, meta);
    this.face = el("div", { class: "face" });
    const tools = el(
      "div",
      { class: "tools" },
      iconButton("reply", "Reply", () => actions.reply(this.message), { class: "tool", testid: "reply" }),
      iconButton("more", "More", (event) => actions.more(this.message, event.currentTarget), { class: "tool", testid: "more" }),
    );
    this.root = el("div", { role: "article", testid: "message" }, this.face, el("div", { class: "stack" }, this.bubble, keys), tools);
    this.root.bubble = this;
    this.update(unit);
  }

  get message() {
    return this.messages[0];
  }

  update({ messages, first, last, fresh }) {
    this.messages = messages;
    const [message] = messages;
    this.label(messages, { first, last, fresh });
    const group = state.chat?.type !== "private";
    const named = group && first && !message.outgoing;
    mend(this.parts.sender, named && message.from, () => this.sender(named, message));
    mend(this.face, group && last && !message.outgoing && message.from, () => group && last && !message.outgoing && avatar(message.from.id, message.from.first_name, "small"));
    this.fill(messages);
  }

  sender(named, message) {
    if (!named) return null;
    return el("div", { class: "sender", dir: "auto", style: { "--hue": (Math.abs(message.from.id) * 47) % 360 } }, message.from.first_name);
  }

  fill(messages) {
    const [message] = messages;
    const worded = messages.find((one) => one.text) ?? message;
    const original = message.reply_to && state.messages.get(message.reply_to);
    mend(this.parts.quote, message.reply_to && [original?.text, original?.kind, message.reply_to], () => message.reply_to && quote(original));
    mend(this.parts.media, messages.map((one) => [one.kind, one.file]), () => (messages.length > 1 ? album(messages) : media(message)));
    mend(this.parts.text, [worded.html, worded.text, worded.edits], () => worded.text && textBlock(worded));
    mend(this.parts.meta, [message.date, message.edits, message.from?.is_bot], () => metaLine(message));
    mend(this.parts.keys, message.keyboard, () => message.keyboard?.length && inlineKeyboard(message));
  }

  label(messages, { first, last, fresh }) {
    const [message] = messages;
    const visual = messages.every(isVisual);
    const words = messages.some((one) => one.text);
    const flags = {
      out: message.outgoing,
      in: !message.outgoing,
      first,
      last,
      fresh,
      visual,
      bare: visual && !words,
      jumbo: message.kind === "text" && ONLY_EMOJI.test((message.text ?? "").trim()),
      loose: message.kind === "sticker" && message.file,
      keyed: message.keyboard?.length,
    };
    const kept = this.root.classList.contains("flash") ? " flash" : "";
    this.root.className = `message ${Object.keys(flags).filter((name) => flags[name]).join(" ")}${kept}`;
    Object.assign(this.root.dataset, { messageId: message.message_id, kind: message.kind, from: message.outgoing ? "me" : message.from?.is_bot ? "bot" : "person" });
    this.root.setAttribute("aria-label", `${message.outgoing ? "You" : (message.from?.first_name ?? "")}, ${time(message.date)}`);
  }
}

export const serviceLine = (message) => el("div", { class: "service", testid: "service", dir: "auto" }, message.text || summary(message));
