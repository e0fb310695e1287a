// The list of people one can be, and of the chats each of them is in.

import { act } from "./api.js";
import { avatar, badge, button, el, fullName, icon, span, words, ui } from "./dom.js";
import { attempt, openChat, openPerson } from "./session.js";
import { on, state, unreadOf } from "./state.js";

const { side, personForm: form } = ui;
const narrow = matchMedia("(max-width: 820px)");
let edited = null;

function row(kind, id, chosen, unread, onclick, ...children) {
  const props = { class: `${kind} ${chosen ? "chosen" : ""}`, testid: kind, onclick, data: { key: `${kind}${id}`, id } };
  return button({ ...props, "aria-current": chosen && "true" }, ...children, !chosen && badge(unread, "unread"));
}

function personRow(person) {
  const { id, username, language_code: language, note } = person;
  const line = person.blocked ? "has blocked the bot" : username ? `@${username}` : (language ?? "");
  const name = fullName(person);
  const about = el("span", { class: "person-words" }, span("person-name", name), span("person-line", line));
  const badgeOf = note && words("span", "note", note, "note");
  return row("person", id, id === state.person?.id, unreadOf(id), () => choose(person), avatar(id, name), about, badgeOf);
}

// A chat, or a topic of it.
function chatRow(chat, topic) {
  const { id, type, title } = chat;
  const open = () => [openChat(chat, topic), setDrawer(false)];
  const chosen = id === state.chat?.id && topic === state.topic;
  const sign = !topic && icon(type === "private" ? "chat" : "group");
  return row("chat", topic?.id ?? id, chosen, topic ? 0 : unreadOf(state.person.id, id), open, sign, span("chat-title", topic ? `# ${topic.name}` : title));
}

const chatRows = (chat) => [null, ...(chat.topics ?? [])].map((topic) => chatRow(chat, topic));

function render() {
  const focused = document.activeElement?.dataset.key;
  const rows = state.people.flatMap((person) => {
    const own = person.id === state.person?.id;
    const chats = own && el("div", { class: "chat-list", role: "group", "aria-label": "Chats" }, state.chats.flatMap(chatRows));
    return [personRow(person), chats || ""];
  });
  ui.peopleList.replaceChildren(...rows);
  if (focused) side.querySelector(`[data-key="${focused}"]`)?.focus();
}

function choose(person) {
  if (person.id !== state.person?.id) openPerson(person);
  setDrawer(false);
}

function setDrawer(open) {
  side.classList.toggle("open", open);
  ui.backdrop.classList.toggle("open", open);
  side.inert = narrow.matches && !open;
  if (open) side.querySelector(".person.chosen, .person")?.focus();
}

// The same form for somebody new and for who one is.
export function editPerson(person) {
  edited = person;
  form.reset();
  ui.personDialogTitle.textContent = person ? `About ${person.first_name}` : "A new person";
  for (const field of form.querySelectorAll("[name]")) if (person) field.value = person[field.name] ?? "";
  ui.personDialog.showModal();
}

async function savePerson(event) {
  event.preventDefault();
  const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim() || null]));
  const id = edited?.id ?? 700_000_000 + Math.floor(Math.random() * 99_999_999);
  const saved = await attempt(() => act("people", { note: edited?.note, ...given, id }), "Not saved");
  if (!saved) return;
  ui.personDialog.close();
  if (!edited) choose(saved);
}

ui.backdrop.onclick = ui.drawerClose.onclick = () => setDrawer(false);
ui.drawer.onclick = () => setDrawer(true);
ui.addPerson.onclick = () => editPerson(null);
form.onsubmit = savePerson;
side.onkeydown = ({ key }) => key === "Escape" && setDrawer(false);
narrow.onchange = () => setDrawer(false);
setDrawer(false);
on("people", render);
