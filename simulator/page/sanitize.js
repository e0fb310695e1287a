// Turns a message's html into nodes, keeping only the formatting that Telegram knows.

import { button, el } from "./dom.js";

const ALLOWED = /^(B|STRONG|I|EM|U|INS|S|DEL|CODE|PRE|A|BLOCKQUOTE|TG-SPOILER|SPAN|BR)$/;
const DROPPED = /^(SCRIPT|STYLE|TEMPLATE|IFRAME|OBJECT|SVG|MATH|NOSCRIPT)$/i;
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

function link(node) {
  const href = node.getAttribute("href") ?? "";
  return SAFE_LINK.test(href) ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }) : el("span");
}

function shell(node) {
  if (node.tagName === "A") return link(node);
  if (node.tagName === "TG-SPOILER") return el("span", { class: "spoiler", tabIndex: 0, role: "button", "aria-label": "Hidden text, press to show" });
  if (node.matches("span.command")) return button({ class: "command-link", data: { command: node.textContent } });
  return el(node.tagName);
}

// A block ends its line by itself: the line break after it would show as an empty line.
const isBlock = (node) => /^(PRE|BLOCKQUOTE)$/.test(node?.nodeName);

function copy(source, target) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.append(isBlock(node.previousSibling) ? node.data.replace(/^\n/, "") : node.data);
    else if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.test(node.tagName)) continue;
    else if (!ALLOWED.test(node.tagName)) copy(node, target);
    else {
      const kept = shell(node);
      copy(node, kept);
      target.append(kept);
    }
  }
}

export function safeNodes(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  copy(parsed.body, fragment);
  return fragment;
}
