// The line over the chat: with whom one talks, what they are doing, and who one is.

import { setBlocked } from "./composer.js";
import { avatar, badge, botFace, el, fullName, icon, ui } from "./dom.js";
import { openMenu, under } from "./overlay.js";
import { editPerson } from "./people.js";
import { isPrivate, on, state, unreadOf } from "./state.js";

function subtitle() {
  if (!state.online) return el("span", { class: "offline" }, "connecting…");
  if (state.action) {
    const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    return el("span", { class: "doing", testid: "action" }, state.action, dots);
  }
  if (!isPrivate()) return state.chat ? "group" : "";
  if (state.person.blocked) return "blocked";
  return state.bot ? `bot · @${state.bot.username}` : "no bot is connected";
}

function unreadElsewhere() {
  const all = state.people.reduce((sum, person) => sum + unreadOf(person.id), 0);
  return all - unreadOf(state.person?.id, state.chat?.id);
}

function showMenu({ currentTarget }) {
  const { person } = state;
  const { blocked } = person;
  const label = blocked ? "Unblock the bot" : "Block the bot";
  openMenu(under(currentTarget), [
    { label: `Language: ${person.language_code ?? "none"}`, icon: "globe", run: () => editPerson(person) },
    { label, icon: "block", danger: !blocked, run: () => setBlocked(!blocked) },
  ]);
}

function showPerson(count) {
  const { person } = state;
  if (!person) return;
  const name = fullName(person);
  ui.drawer.setAttribute("aria-label", `You are ${name}. Switch person or chat${count ? `, ${count} unread` : ""}`);
  ui.drawer.replaceChildren(icon("menu"), avatar(person.id, name, "small"), badge(count) || "");
  ui.who.textContent = `as ${person.first_name}`;
}

function render() {
  const single = isPrivate() || !state.chat;
  const title = single ? (state.bot?.first_name ?? "The bot") : state.chat.title;
  const count = unreadElsewhere();
  showPerson(count);
  ui.face.replaceChildren(single ? botFace() : avatar(state.chat.id, title));
  ui.chatTitle.textContent = title;
  ui.topLine.replaceChildren(subtitle());
  ui.thread.classList.toggle("group", !single);
  ui.chatMenu.hidden = !state.person;
  document.title = `${count ? `(${count}) ` : ""}${title} · demo`;
}

ui.chatMenu.onclick = showMenu;
on("people chat link", render);
on("action", () => ui.topLine.replaceChildren(subtitle()));
