// The line over the chat: with whom one talks, what they are doing, and who one is.

import { setBlocked } from "./composer.js";
import { avatar, badge, botFace, el, fullName, icon, span, ui } from "./dom.js";
import { openMenu, under } from "./overlay.js";
import { editPerson } from "./people.js";
import { isPrivate, on, state, unreadOf } from "./state.js";

function subtitle() {
  if (!state.online) return span("offline", "connecting…");
  if (state.action) return el("span", { class: "doing", testid: "action" }, state.action);
  if (!isPrivate()) return state.topic ? `# ${state.topic.name}` : state.chat ? "group" : "";
  if (state.person.blocked) return "blocked";
  return state.bot ? `bot · @${state.bot.username}` : "no bot is connected";
}

function showMenu({ currentTarget }) {
  const { person } = state;
  const { blocked } = person;
  openMenu(under(currentTarget), [
    { label: `Language: ${person.language_code ?? "none"}`, icon: "globe", run: () => editPerson(person) },
    { label: `${blocked ? "Unblock" : "Block"} the bot`, icon: "block", danger: !blocked, run: () => setBlocked(!blocked) },
  ]);
}

function showPerson(count) {
  const { person } = state;
  if (!person) return;
  const name = fullName(person);
  ui.drawer.ariaLabel = `You are ${name}. Switch person or chat${count ? `, ${count} unread` : ""}`;
  ui.drawer.replaceChildren(icon("menu"), avatar(person.id, name, "small"), badge(count) || "");
  ui.who.textContent = `as ${person.first_name}`;
}

function render() {
  const single = isPrivate() || !state.chat;
  const title = single ? (state.bot?.first_name ?? "The bot") : state.chat.title;
  const here = unreadOf(state.person?.id, state.chat?.id);
  const elsewhere = state.people.reduce((sum, { id }) => sum + unreadOf(id), -here);
  showPerson(elsewhere);
  ui.face.replaceChildren(single ? botFace() : avatar(state.chat.id, title));
  ui.chatTitle.textContent = title;
  ui.topLine.replaceChildren(subtitle());
  ui.thread.classList.toggle("group", !single);
  ui.chatMenu.hidden = !state.person;
  document.title = `${elsewhere ? `(${elsewhere}) ` : ""}${title} · demo`;
}

ui.chatMenu.onclick = showMenu;
on("people chat link", render);
on("action", () => ui.topLine.replaceChildren(subtitle()));
