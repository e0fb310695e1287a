// Turns a message's html into nodes, keeping only the formatting that Telegram knows.

const ALLOWED = /^(B|STRONG|I|EM|U|INS|S|DEL|CODE|PRE|A|BLOCKQUOTE|TG-SPOILER|SPAN|BR)$/;
const DROPPED = /^(SCRIPT|STYLE|TEMPLATE|IFRAME|OBJECT|SVG|MATH|NOSCRIPT)$/i;
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

function link(node) {
  const href = node.getAttribute("href") ?? "";
  if (!SAFE_LINK.test(href)) return document.createElement("span");
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function spoiler() {
  const hidden = document.createElement("span");
  hidden.className = "spoiler";
  hidden.tabIndex = 0;
  hidden.setAttribute("role", "button");
  hidden.setAttribute("aria-label", "Hidden text, press to show");
  return hidden;
}

function command(node) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "command-link";
  button.dataset.command = node.textContent;
  return button;
}

function shell(node) {
  if (node.tagName === "A") return link(node);
  if (node.tagName === "TG-SPOILER" || node.matches(".tg-spoiler")) return spoiler();
  if (node.matches("span.command")) return command(node);
  return document.createElement(node.tagName);
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
