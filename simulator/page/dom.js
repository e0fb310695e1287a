// Builds the page's elements from values; no string is ever parsed as markup here.

const SVG = "http://www.w3.org/2000/svg";

function assign(node, name, value) {
  if (value == null || value === false) return;
  if (name === "class") node.className = value;
  else if (name === "testid") node.dataset.testid = value;
  else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "style") for (const [key, text] of Object.entries(value)) node.style.setProperty(key, text);
  else if (name in node && !name.includes("-")) node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

// The page's own elements by their id: ui.chatTitle is #chat-title.
export const ui = new Proxy({}, {
  get: (_, name) => document.getElementById(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
});

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) assign(node, name, value);
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

// Pictures are symbols of icons.svg.
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `icons.svg#${name}`);
  svg.append(use);
  return svg;
}

// Words of people and bots may run from the right to the left.
export const words = (tag, name, text, testid) => el(tag, { class: name, dir: "auto", testid }, text);

export const button = (props, ...children) => el("button", { type: "button", ...props }, ...children);

export const iconButton = (name, label, onclick, props = {}) =>
  button({ class: "round", "aria-label": label, title: label, onclick, ...props }, icon(name));

export const badge = (count, testid) => Boolean(count) && el("span", { class: "badge", testid, "aria-label": `${count} unread` }, count);

// Each person has a colour, the same on every visit.
export const hue = (id) => 180 + ((Math.abs(id) * 47) % 180);

export function avatar(id, name, extra = "") {
  const letters = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]).join("");
  return el("span", { class: `avatar ${extra}`, style: { "--hue": hue(id) }, "aria-hidden": "true" }, letters || "?");
}

export const botFace = (extra = "") => el("img", { class: `avatar bot-face ${extra}`, src: "favicon.svg", alt: "" });

export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");
