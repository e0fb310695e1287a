// What the page knows, and who wants to hear that it changed.

export const state = {
  people: [],
  bot: null,
  person: null,
  chats: [],
  chat: null,
  messages: new Map(),
  loaded: false,
  commands: [],
  action: null,
  reply: null,
  editing: null,
  unread: new Map(),
  online: true,
};

const listeners = new Map();

export function on(topics, listener) {
  for (const topic of topics.split(" ")) {
    if (!listeners.has(topic)) listeners.set(topic, []);
    listeners.get(topic).push(listener);
  }
}

export function emit(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

export const isPrivate = () => Boolean(state.chat) && state.chat.id === state.person?.id;

export const sortedMessages = () => [...state.messages.values()].sort((a, b) => a.message_id - b.message_id);

// Unread messages are counted per chat of each person: "person/chat".
const unreadKey = (person, chat) => `${person}/${chat}`;

export function countUnread(person, chat) {
  const key = unreadKey(person, chat);
  state.unread.set(key, (state.unread.get(key) ?? 0) + 1);
  emit("people");
}

export function clearUnread(person, chat) {
  state.unread.delete(unreadKey(person, chat));
}

export function unreadOf(person, chat) {
  if (chat !== undefined) return state.unread.get(unreadKey(person, chat)) ?? 0;
  let total = 0;
  for (const [key, count] of state.unread) if (key.startsWith(`${person}/`)) total += count;
  return total;
}

const read = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const write = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that refuses storage only forgets who was chosen last.
  }
};

export const remembered = { person: () => Number(read("person")) || null, setPerson: (id) => write("person", String(id)) };

export const isBlocked = (person) => person?.blocked ?? read(`blocked/${person?.id}`) === "1";
export function rememberBlocked(person, blocked) {
  write(`blocked/${person.id}`, blocked ? "1" : "0");
  if ("blocked" in person) person.blocked = blocked;
}
