// What the page knows, and who wants to hear that it changed.

export const state = {
  people: [],
  bot: null,
  person: null,
  chats: [],
  chat: null,
  topic: null,
  messages: new Map(),
  loaded: false,
  commands: [],
  keyboard: null,
  action: null,
  reply: null,
  editing: null,
  online: true,
};

const listeners = new Map();

export function on(topics, listener) {
  for (const topic of topics.split(" ")) listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

export function emit(...topics) {
  for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener();
}

// Who acts, and where.
export const here = () => ({ person: state.person.id, chat: state.chat.id, thread: state.topic?.id });

export const isPrivate = () => Boolean(state.chat) && state.chat.id === state.person?.id;

const inTopic = ({ thread }) => !state.topic || thread === state.topic.id;

export const sortedMessages = () => [...state.messages.values()].filter(inTopic).sort((a, b) => a.message_id - b.message_id);

// Unread messages are counted per chat of each person: "person/chat".
const unread = new Map();

export function countUnread(person, chat) {
  const key = `${person}/${chat}`;
  unread.set(key, (unread.get(key) ?? 0) + 1);
  emit("people");
}

export const clearUnread = (person, chat) => unread.delete(`${person}/${chat}`);

export function unreadOf(person, chat = "") {
  let total = 0;
  for (const [key, count] of unread) if (key.startsWith(`${person}/${chat}`)) total += count;
  return total;
}
