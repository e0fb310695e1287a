// One message (or one album) as a bubble that is mended in place when the message changes.

import { avatar, botFace, button, el, hue, icon, iconButton, words } from "./dom.js";
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
  slot.replaceChildren(...(facts ? [build()] : []));
}

function quote([id, name, text]) {
  return button({ class: "quote", testid: "quote", data: { goto: id } }, words("span", "quote-name", name), words("span", "quote-text", text));
}

function quoted({ reply_to: id }) {
  if (!id) return null;
  const original = state.messages.get(id);
  if (!original) return [id, "Deleted message", "…"];
  return [id, original.outgoing ? "You" : original.from.first_name, summary(original)];
}

function metaLine(message) {
  const edited = message.edits > 0 && !message.from?.is_bot;
  return el(
    "span",
    { class: "meta" },
    edited && el("span", { testid: "edited" }, "edited "),
    el("time", {}, time(message.date)),
    message.outgoing && icon("check"),
  );
}

// The spacer at the end of the words keeps as much room free as the time takes.
function textBlock(message) {
  const spacer = el("span", { class: "spacer", data: { time: metaLine(message).textContent } });
  const block = words("div", "text", message.html ? safeNodes(message.html) : message.text, "message-text");
  block.append(spacer);
  return block;
}

function sender({ id, first_name: name }) {
  const line = words("div", "sender", name);
  line.style.setProperty("--hue", hue(id));
  return line;
}

const face = ({ id, first_name: name, is_bot: isBot }) => (isBot ? botFace("small") : avatar(id, name, "small"));

export class Bubble {
  constructor(unit, actions) {
    this.parts = {};
    for (const name of ["sender", "quote", "media", "text", "meta", "keys", "face"]) this.parts[name] = el("div", { class: `s-${name}` });
    const { keys, face: side, ...inside } = this.parts;
    const tools = [
      iconButton("reply", "Reply", () => actions.reply(this.messages[0]), { class: "round tool", testid: "reply" }),
      iconButton("more", "More", (event) => actions.more(this.messages[0], event.currentTarget), { class: "round tool", testid: "more" }),
    ];
    const stack = el("div", { class: "stack" }, el("div", { class: "bubble" }, Object.values(inside)), keys);
    this.root = el("div", { role: "article", testid: "message" }, side, stack, el("div", { class: "tools" }, tools));
    this.root.bubble = this;
    this.update(unit);
  }

  update(unit) {
    const { messages, first, last } = unit;
    const [message] = messages;
    const { parts } = this;
    this.messages = messages;
    this.label(unit);
    const worded = messages.find((one) => one.text) ?? message;
    const other = state.chat?.type !== "private" && !message.outgoing && message.from;
    const quote_ = quoted(message);
    mend(parts.sender, first && other, () => sender(other));
    mend(parts.face, last && other, () => face(other));
    mend(parts.quote, quote_, () => quote(quote_));
    mend(parts.media, message.kind !== "text" && messages.map((one) => [one.kind, one.file]), () => (messages[1] ? album(messages) : media(message)));
    mend(parts.text, worded.text && [worded.html, worded.text, worded.edits], () => textBlock(worded));
    mend(parts.meta, [message.date, message.edits], () => metaLine(message));
    mend(parts.keys, message.keyboard?.length && message.keyboard, () => inlineKeyboard(message));
  }

  label({ messages, first, last, fresh }) {
    const [message] = messages;
    const visual = messages.every(isVisual);
    const flags = {
      out: message.outgoing,
      in: !message.outgoing,
      first,
      last,
      fresh,
      visual,
      bare: visual && !messages.some((one) => one.text),
      jumbo: message.kind === "text" && ONLY_EMOJI.test(message.text.trim()),
      loose: message.kind === "sticker" && message.file,
      keyed: message.keyboard?.length,
    };
    this.root.className = `message ${Object.keys(flags).filter((name) => flags[name]).join(" ")}`;
    const from = message.outgoing ? "me" : message.from?.is_bot ? "bot" : "person";
    Object.assign(this.root.dataset, { messageId: message.message_id, kind: message.kind, from });
    this.root.setAttribute("aria-label", `${message.outgoing ? "You" : message.from?.first_name}, ${time(message.date)}`);
  }
}

export const serviceLine = (message) => words("div", "service", summary(message), "service");
