// Turns formatted words, as a tree from the server, into nodes; only the formatting that Telegram knows is built.

import { button, el, link } from "./dom.js";

const PLAIN = new Set(["b", "i", "u", "s", "code", "pre", "blockquote", "span"]);

const SPECIAL = {
  a: ({ href }) => link(href),
  spoiler: () => el("span", { class: "spoiler", tabIndex: 0, role: "button", "aria-label": "Hidden text, press to show" }),
  command: () => button({ class: "command-link" }),
};

// A block ends its line by itself: the line break after it would show as an empty line.
const isBlock = (part) => /^(pre|blockquote)$/.test(part?.tag);

function nodeOf(part, before) {
  if (typeof part === "string") return isBlock(before) ? part.replace(/^\n/, "") : part;
  const node = SPECIAL[part.tag]?.(part) ?? el(PLAIN.has(part.tag) ? part.tag : "span");
  node.append(...nodesOf(part.parts));
  return node;
}

export const nodesOf = (parts) => parts.map((part, index) => nodeOf(part, parts[index - 1]));
