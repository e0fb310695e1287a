// What lies over the chat for a moment: toasts, dialogs, menus, an enlarged picture.

import { button, el, icon, words, ui } from "./dom.js";

export function toast(text) {
  const node = words("div", "toast", text, "toast");
  ui.toasts.append(node);
  setTimeout(() => node.remove(), 6000);
}

export function alertDialog(title, text) {
  ui.alertTitle.textContent = title;
  ui.alertText.textContent = text;
  ui.alert.showModal();
}

export function lightbox(url, caption) {
  Object.assign(ui.lightboxPicture, { src: url, alt: caption || "Picture" });
  ui.lightbox.showModal();
}

function position(menu, at) {
  const { width, height } = menu.getBoundingClientRect();
  const below = at.y + height + 8 <= innerHeight;
  menu.style.left = `${Math.min(Math.max(8, at.x), innerWidth - width - 8)}px`;
  menu.style.top = `${Math.max(8, below ? at.y : at.y - height - (at.height ?? 0) - 8)}px`;
}

// items: {label, icon, run, danger?}; at: {x, y, height?} in the window. A press beside it or Escape closes it.
export function openMenu(at, items) {
  const choice = ({ label, icon: name, run, danger }) =>
    button({ role: "menuitem", class: danger ? "danger" : "", onclick: () => [menu.hidePopover(), run()] }, icon(name), label);
  const menu = el("div", { class: "menu", role: "menu", popover: "auto" }, items.map(choice));
  menu.ontoggle = ({ newState }) => newState === "closed" && menu.remove();
  document.body.append(menu);
  menu.showPopover();
  position(menu, at);
  menu.firstChild.focus({ preventScroll: true });
}

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied");
  } catch {
    alertDialog("Copy this", text);
  }
}

export function under(anchor) {
  const box = anchor.getBoundingClientRect();
  return { x: box.right - 200, y: box.bottom + 6, height: box.height };
}

// A dialog closes by its own buttons and by Escape; only a picture also by a press beside it.
addEventListener("click", ({ target }) => {
  if (target.closest("[data-close]") || target === ui.lightbox) target.closest("dialog").close();
});
