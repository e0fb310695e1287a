// Builds the page's elements from values; no string is ever parsed as markup here.

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

// A copy of one of the page's templates, with those of its elements that have a data-part.
export function stamp(template) {
  const root = template.content.firstElementChild.cloneNode(true);
  const parts = [...root.querySelectorAll("[data-part]")].map((node) => [node.dataset.part, node]);
  return { root, ...Object.fromEntries(parts) };
}

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) assign(node, name, value);
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

// Pictures are symbols of icons.svg.
export function icon(name) {
  const { root } = stamp(ui.iconShape);
  root.classList.add(`icon-${name}`);
  root.firstElementChild.setAttribute("href", `icons.svg#${name}`);
  return root;
}

// Words of people and bots may run from the right to the left.
export const words = (tag, name, text, testid) => el(tag, { class: name, dir: "auto", testid }, text);

export const span = (name, text) => words("span", name, text);

export const button = (props, ...children) => el("button", { type: "button", ...props }, ...children);

export const iconButton = (name, label, onclick, props = {}) =>
  button({ class: "round", "aria-label": label, title: label, onclick, ...props }, icon(name));

export const badge = (count, testid) => Boolean(count) && el("span", { class: "badge", testid, "aria-label": `${count} unread` }, count);

// Elsewhere than here, and never to a script.
export const link = (href, props = {}, ...children) =>
  /^(https?|tg|mailto|tel):/i.test(href)
    ? el("a", { href, target: "_blank", rel: "noopener noreferrer", ...props }, ...children)
    : el("span", props, ...children);

// Each person has a colour, the same on every visit.
export const hue = (id) => 180 + ((Math.abs(id) * 47) % 180);

export function avatar(id, name, extra = "") {
  const letters = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]).join("");
  return el("span", { class: `avatar ${extra}`, style: { "--hue": hue(id) }, "aria-hidden": "true" }, letters || "?");
}

export const botFace = (extra = "") => el("img", { class: `avatar bot-face ${extra}`, src: "favicon.svg", alt: "" });

export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

// Puts words into the line, as if they were typed.
export function fill(text) {
  ui.input.value = text;
  ui.input.dispatchEvent(new Event("input"));
}
