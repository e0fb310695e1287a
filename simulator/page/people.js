// The list of people one can be, and of the chats each of them is in.

import { world } from "./api.js";
import { avatar, badge, button, byId, el, fullName, icon, words } from "./dom.js";
import { attempt, openChat, openPerson, refreshPeople } from "./session.js";
import { on, state, unreadOf } from "./state.js";

const side = byId("side");
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
  byId("people-list").replaceChildren(...rows);
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
  byId("backdrop").classList.toggle("open", open);
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
  byId("person-dialog").close();
  event.target.reset();
  await refreshPeople();
  choose(state.people.find((one) => one.id === saved.id) ?? saved);
}

export function startPeople() {
  byId("backdrop").addEventListener("click", () => setDrawer(false));
  byId("drawer-close").addEventListener("click", () => setDrawer(false));
  byId("drawer").addEventListener("click", () => setDrawer(true));
  byId("add-person").addEventListener("click", () => byId("person-dialog").showModal());
  byId("person-form").addEventListener("submit", addPerson);
  side.addEventListener("keydown", (event) => event.key === "Escape" && setDrawer(false));
  narrow.addEventListener("change", () => setDrawer(false));
  setDrawer(false);
  on("people", render);
}
