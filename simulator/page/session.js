// Who is chatting where: opens people and chats, follows what happens, and sends what people say.

import { act, ask, upload } from "./api.js";
import { toast } from "./overlay.js";
import { clearUnread, countUnread, emit, here, state } from "./state.js";

const ACTION_MS = 6000;

let following = new AbortController();
let actionTimer = 0;
let round = 0;

// What fails becomes a sentence.
export async function attempt(action, sentence) {
  try {
    return await action();
  } catch (error) {
    toast(`${sentence}: ${error.message}`);
    return null;
  }
}

// All that is on screen, as it is now. People and chats may be gone: then others are shown, or nobody.
async function load() {
  round += 1;
  const mine = round;
  const { person, chat } = state;
  const room = await ask("room", { person: person?.id ?? (Number(location.hash.slice(1)) || 0), chat: chat?.id ?? 0 });
  if (mine === round) take(room);
  return room.next;
}

function take({ people, bot, person, chats = [], chat, messages = [], commands = [], keyboard = null }) {
  const moved = state.chat?.id !== chat || state.person?.id !== person;
  Object.assign(state, { people, bot, chats, commands, keyboard, loaded: Boolean(person) });
  state.person = people.find(({ id }) => id === person) ?? null;
  state.chat = chats.find(({ id }) => id === chat) ?? null;
  state.messages = new Map(messages.map((message) => [message.message_id, message]));
  state.topic = state.chat?.topics?.find(({ id }) => id === state.topic?.id) ?? null;
  if (moved) emit("chat");
  emit("people", "commands", "keyboard", "messages");
}

const reload = () => load().catch(() => {});

// Events may come late or twice: an older version never replaces a newer one.
export function store(messages) {
  for (const message of messages) {
    const known = state.messages.get(message.message_id);
    if (message.deleted || message.chat !== state.chat?.id || known?.edits > message.edits) continue;
    state.messages.set(message.message_id, message);
  }
  emit("messages");
}

function forget(id) {
  state.messages.delete(id);
  emit("messages");
  if ((state.reply ?? state.editing)?.message_id === id) setReply(null);
}

function setAction(doing) {
  clearTimeout(actionTimer);
  state.action = doing;
  if (doing) actionTimer = setTimeout(setAction, ACTION_MS, null);
  emit("action");
}

function hear(message) {
  store([message]);
  if (message.outgoing) return;
  setAction(null);
  if (message.force_reply) setReply(message);
  if (message.reply_keyboard) reload();
}

const inChat = {
  message: ({ message }) => hear(message),
  edit: ({ message }) => store([message]),
  delete: ({ message_id: id }) => forget(id),
  action: ({ doing }) => setAction(doing),
};

// New people, new groups, another menu, or a world that was erased: all of it is read again.
const beyond = {
  people: reload,
  commands: reload,
  elsewhere: ({ chat, people }) => people.forEach((person) => countUnread(person, chat)),
};

function notice(event) {
  const { type, chat, message } = event;
  if (beyond[type]) beyond[type](event);
  else if (chat === state.chat?.id) inChat[type]?.(event);
  else if (type === "message" && !message?.outgoing) countUnread(state.person.id, chat);
}

function setLink(online) {
  if (state.online === online) return;
  state.online = online;
  emit("link");
}

async function listen(signal, onAnswer) {
  let since = await load();
  while (!signal.aborted) {
    onAnswer();
    const where = { person: state.person?.id ?? 0, since, wait: 25, elsewhere: true };
    const { events, next } = await ask("changes", where, signal);
    since = next;
    events.forEach(notice);
  }
}

// Everything is read again after a lost connection, so that a restarted server is noticed as well.
export async function follow() {
  following.abort();
  following = new AbortController();
  const { signal } = following;
  let failures = 0;
  const onAnswer = () => {
    failures = 0;
    setLink(true);
  };
  while (!signal.aborted) {
    await listen(signal, onAnswer).catch(() => failures && !signal.aborted && setLink(false));
    failures += 1;
    await new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** failures, 5000)));
  }
}

function show(chat, topic = null) {
  Object.assign(state, { chat, topic, messages: new Map(), loaded: false, commands: [], keyboard: null, reply: null, editing: null });
  clearUnread(state.person.id, chat.id);
  setAction(null);
  emit("chat", "keyboard", "people");
}

export function openChat(chat, topic) {
  show(chat, topic);
  return attempt(load, "The chat could not be opened");
}

export const openOwnChat = () => state.chat?.id === state.person.id || openChat(state.chats[0]);

export function openPerson(person) {
  state.person = person;
  // The address names the person, so that a reload comes back to them.
  history.replaceState(null, "", `#${person.id}`);
  state.chats = [{ id: person.id, type: "private", title: state.bot?.first_name ?? "The bot" }];
  show(state.chats[0]);
  follow();
}

export function setReply(reply, editing = null) {
  Object.assign(state, { reply, editing });
  emit("context");
}

let line = Promise.resolve();

// True when the world took it. What is sent fast stands in line, so that it arrives in the order it was written.
export async function pass(call) {
  const { reply } = state;
  const where = { ...here(), reply_to: reply?.message_id };
  line = line.then(() => attempt(() => call(where), "Not sent"));
  const answer = await line;
  if (!answer) return false;
  emit("sent");
  if (reply && state.reply === reply) setReply(null);
  store(answer.messages);
  return true;
}

export const send = (fields, files = []) => pass((where) => upload({ ...where, ...fields }, files));

export async function saveEdit({ message_id }, text) {
  const edited = await attempt(() => act("edit", { ...here(), message_id, text }), "Not changed");
  if (!edited) return false;
  setReply(null);
  store([edited]);
  return true;
}

export async function removeMessage({ message_id }) {
  if (await attempt(() => act("delete", { ...here(), message_id }), "Not deleted")) forget(message_id);
}
