// One message (or one album) as a bubble that is mended in place when the message changes.

import { avatar, botFace, button, el, hue, icon, span, stamp, words, ui } from "./dom.js";
import { time } from "./format.js";
import { inlineKeyboard } from "./keyboard.js";
import { album, isVisual, media } from "./media.js";
import { nodesOf } from "./richtext.js";
import { isPrivate, state } from "./state.js";

const ONLY_EMOJI = /^\p{RGI_Emoji}{1,3}$/v;

// A part is built again only when what it shows has changed: a playing video survives an edited caption.
function mend(slot, facts, build) {
  const signature = JSON.stringify(facts ?? null);
  if (slot.signature === signature) return;
  slot.signature = signature;
  slot.replaceChildren(...(facts ? [build()] : []));
}

function quote([id, name, text]) {
  return button({ class: "quote", testid: "quote", data: { goto: id } }, span("quote-name", name), span("quote-text", text));
}

function quoted({ reply_to: id }) {
  if (!id) return null;
  const original = state.messages.get(id);
  if (!original) return [id, "Deleted message", "…"];
  return [id, original.outgoing ? "You" : original.from.first_name, original.summary];
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
  const block = words("div", "text", "", "message-text");
  block.append(...nodesOf(message.parts), spacer);
  return block;
}

// Whose message it is, in which topic, and through which bot, as far as that is not plain to see.
function headOf({ outgoing, from, thread, via }, first) {
  const other = !isPrivate() && !outgoing && from;
  const topic = state.chat?.topics?.find(({ id }) => id === thread);
  if (!first || !(other || topic || via)) return null;
  return { name: other && from.first_name, id: from?.id, topic: topic?.name, via };
}

function head({ name, id, topic, via }) {
  return el(
    "div",
    { class: "sender", style: { "--hue": hue(id ?? 0) } },
    name && span("", name),
    via && el("span", { class: "via", testid: "via" }, ` via @${via}`),
    topic && words("span", "topic", `# ${topic}`, "topic"),
  );
}

const face = ({ id, first_name: name, is_bot: isBot }) => (isBot ? botFace("small") : avatar(id, name, "small"));

export class Bubble {
  constructor(unit) {
    const { root, ...parts } = stamp(ui.messageShape);
    Object.assign(this, { root, parts });
    root.bubble = this;
    this.update(unit);
  }

  update(unit) {
    const { messages, first, last } = unit;
    const [message] = messages;
    const { parts } = this;
    this.messages = messages;
    this.label(unit);
    const worded = messages.find((one) => one.text) ?? message;
    const other = !isPrivate() && !message.outgoing && message.from;
    const [quote_, head_] = [quoted(message), headOf(message, first)];
    mend(parts.sender, head_, () => head(head_));
    mend(parts.face, last && other, () => face(other));
    mend(parts.quote, quote_, () => quote(quote_));
    mend(parts.media, message.kind !== "text" && messages.map((one) => [one.kind, one.file, one.paid]), () => (messages[1] ? album(messages) : media(message)));
    mend(parts.text, worded.text && [worded.parts, worded.edits], () => textBlock(worded));
    mend(parts.meta, [message.date, message.edits], () => metaLine(message));
    mend(parts.keys, message.keyboard?.length && [message.keyboard, message.paid], () => inlineKeyboard(message));
  }

  label({ messages, first, last, fresh }) {
    const [message] = messages;
    const flags = {
      out: message.outgoing,
      in: !message.outgoing,
      first,
      last,
      fresh,
      visual: messages.every(isVisual),
      jumbo: message.kind === "text" && ONLY_EMOJI.test(message.text.trim()),
    };
    this.root.className = `message ${Object.keys(flags).filter((name) => flags[name]).join(" ")}`;
    const from = message.outgoing ? "me" : message.from?.is_bot ? "bot" : "person";
    Object.assign(this.root.dataset, { messageId: message.message_id, kind: message.kind, from });
    this.root.ariaLabel = `${message.outgoing ? "You" : message.from?.first_name}, ${time(message.date)}`;
  }
}

export const serviceLine = (message) => words("div", "service", message.summary, "service");
