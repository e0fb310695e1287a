// The list of people one can be, and of the chats each of them is in.

import { world } from "./api.js";
import { avatar, badge, button, el, fullName, icon, words, ui } from "./dom.js";
import { attempt, openChat, openPerson, refreshPeople } from "./session.js";
import { on, state, unreadOf } from "./state.js";

const side = ui.side;
const narrow = matchMedia("(max-width: 820px)");

function row(kind, id, chosen, onclick, ...children) {
  const props = { class: `${kind} ${chosen ? "chosen" : ""}`, testid: kind, onclick, data: { key: `${kind}${id}`, id } };
  return button({ ...props, "aria-current": chosen && "true" }, ...children);
}

function personRow(person) {
  const chosen = person.id === state.person?.id;
  const line = person.blocked ? "has blocked the bot" : person.username ? `@${person.username}` : (person.language_code ?? "");
  const name = words("span", "person-name", fullName(person));
  return row(
    "person",
    person.id,
    chosen,
    () => choose(person),
    avatar(person.id, fullName(person)),
    el("span", { class: "person-words" }, name, el("span", { class: "person-line" }, line)),
    person.note && words("span", "note", person.note, "note"),
    !chosen && badge(unreadOf(person.id), "unread"),
  );
}

function chatRow(chat) {
  const chosen = chat.id === state.chat?.id;
  return row(
    "chat",
    chat.id,
    chosen,
    () => pickChat(chat),
    icon(chat.type === "private" ? "chat" : "group"),
    words("span", "chat-title", chat.title),
    !chosen && badge(unreadOf(state.person.id, chat.id), "unread"),
  );
}

function render() {
  const focused = document.activeElement?.dataset.key;
  const rows = state.people.flatMap((person) => {
    const own = person.id === state.person?.id;
    const chats = own && el("div", { class: "chat-list", role: "group", "aria-label": "Chats" }, state.chats.map(chatRow));
    return [personRow(person), chats || ""];
  });
  ui.peopleList.replaceChildren(...rows);
  if (focused) side.querySelector(`[data-key="${focused}"]`)?.focus();
}

function choose(person) {
  if (person.id !== state.person?.id) openPerson(person);
  setDrawer(false);
}

function pickChat(chat) {
  attempt(() => openChat(chat), "The chat could not be opened");
  setDrawer(false);
}

export function setDrawer(open) {
  side.classList.toggle("open", open);
  ui.backdrop.classList.toggle("open", open);
  side.inert = narrow.matches && !open;
  if (open) side.querySelector(".person.chosen, .person")?.focus();
}

async function addPerson(event) {
  event.preventDefault();
  const given = [...new FormData(event.target)].map(([name, value]) => [name, value.trim()]);
  const id = 700_000_000 + Math.floor(Math.random() * 99_999_999);
  const person = { id, ...Object.fromEntries(given.filter(([, value]) => value)) };
  const saved = await attempt(() => world.savePerson(person), "Not added");
  if (!saved) return;
  ui.personDialog.close();
  event.target.reset();
  await refreshPeople();
  choose(state.people.find((one) => one.id === saved.id) ?? saved);
}

export function startPeople() {
  ui.backdrop.onclick = ui.drawerClose.onclick = () => setDrawer(false);
  ui.drawer.onclick = () => setDrawer(true);
  ui.addPerson.onclick = () => ui.personDialog.showModal();
  ui.personForm.onsubmit = addPerson;
  side.onkeydown = ({ key }) => key === "Escape" && setDrawer(false);
  narrow.onchange = () => setDrawer(false);
  setDrawer(false);
  on("people", render);
}
