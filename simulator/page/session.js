// Who is chatting where: opens people and chats, and takes in what happens to them.

import { world } from "./api.js";
import { follow } from "./feed.js";
import { toast } from "./overlay.js";
import { clearUnread, countUnread, emit, remembered, sortedMessages, state } from "./state.js";

const ACTION_MS = 6000;
const OTHERS_MS = 3000;

let stopFollowing = () => {};
let actionTimer = 0;
// How far each person's events were seen, so that unread badges count only what came since.
const cursors = new Map();

// A failed action of the person becomes a sentence, never a silent nothing.
export async function attempt(action, sentence) {
  try {
    return await action();
  } catch (error) {
    toast(`${sentence}: ${error.message}`);
    return null;
  }
}

export async function refreshPeople() {
  const { people, bot } = await world.people();
  state.people = people;
  state.bot = bot;
  if (state.person) state.person = people.find((person) => person.id === state.person.id) ?? null;
  emit("people");
}

async function refreshChats() {
  const { chats } = await world.chats(state.person.id);
  const own = { id: state.person.id, type: "private", title: state.bot?.first_name ?? "The bot" };
  state.chats = [own, ...chats.filter((chat) => chat.id !== own.id)];
  state.chat = state.chats.find((chat) => chat.id === state.chat?.id) ?? own;
  emit("people");
}

export async function refreshCommands() {
  const { person, chat } = state;
  if (!person || !chat) return;
  const { commands } = await world.commands(person.id, chat.id);
  if (state.person !== person || state.chat !== chat) return;
  state.commands = commands;
  emit("commands");
}

export function store(messages) {
  let changed = false;
  for (const message of messages) {
    if (message.chat !== state.chat?.id) continue;
    const known = state.messages.get(message.message_id);
    if (known && (known.edits ?? 0) > (message.edits ?? 0)) continue;
    if (message.deleted) changed = state.messages.delete(message.message_id) || changed;
    else {
      state.messages.set(message.message_id, message);
      changed = true;
    }
  }
  if (changed) emit("messages");
}

async function loadMessages() {
  const { person, chat } = state;
  const { messages } = await world.messages(person.id, chat.id);
  if (state.person !== person || state.chat?.id !== chat.id) return;
  state.messages = new Map(messages.filter((item) => !item.deleted).map((item) => [item.message_id, item]));
  state.loaded = true;
  emit("messages");
}

function setAction(action) {
  clearTimeout(actionTimer);
  state.action = action;
  if (action) actionTimer = setTimeout(setAction, ACTION_MS, null);
  emit("action");
}

function forget(event) {
  const id = event.message_id ?? event.message?.message_id;
  if (state.messages.delete(id)) emit("messages");
  if (state.reply?.message_id === id) setReply(null);
  if (state.editing?.message_id === id) setEditing(null);
}

function take(event, number) {
  if (state.person && number) cursors.set(state.person.id, number);
  const here = event.chat === state.chat?.id;
  if (event.type === "people") refreshAll();
  else if (event.type === "commands") refreshCommands().catch(() => {});
  else if (!here) {
    if (event.type === "message" && !event.message.outgoing) countUnread(state.person.id, event.chat);
    if (!state.chats.some((chat) => chat.id === event.chat)) refreshAll();
  } else if (event.type === "message" || event.type === "edit") {
    if (event.type === "message" && event.message.from?.is_bot) setAction(null);
    store([event.message]);
    if (document.hidden && event.type === "message" && !event.message.outgoing) emit("unseen");
  } else if (event.type === "delete") forget(event);
  else if (event.type === "action") setAction(event.action ?? "typing");
}

function refreshAll() {
  refreshPeople()
    .then(() => (state.person ? refreshChats() : null))
    .catch(() => {});
}

async function resync(person) {
  const { next } = await world.changes(person.id, 0, 0);
  cursors.set(person.id, next);
  await refreshPeople();
  if (!state.person) return openFirst();
  await refreshChats();
  await Promise.all([loadMessages(), refreshCommands()]);
  return next;
}

function setLink(online) {
  if (state.online === online) return;
  state.online = online;
  emit("link");
}

export async function openChat(chat) {
  state.chat = chat;
  state.messages = new Map();
  state.loaded = false;
  state.commands = [];
  state.reply = state.editing = null;
  clearUnread(state.person.id, chat.id);
  setAction(null);
  emit("chat");
  emit("people");
  await Promise.all([loadMessages(), refreshCommands()]);
}

export function openPerson(person) {
  stopFollowing();
  state.person = person;
  remembered.setPerson(person.id);
  state.chats = [{ id: person.id, type: "private", title: state.bot?.first_name ?? "The bot" }];
  const opening = attempt(() => openChat(state.chats[0]), "The chat could not be opened");
  stopFollowing = follow(person.id, { resync: () => resync(person), onEvent: take, onLink: setLink });
  return opening;
}

export function openFirst() {
  const person = state.people.find((one) => one.id === remembered.person()) ?? state.people[0];
  if (person) openPerson(person);
}

async function lookAfter(person) {
  const since = cursors.get(person.id);
  const { events, next } = await world.changes(person.id, since ?? 0, 0);
  if (person.id === state.person?.id) return;
  cursors.set(person.id, next);
  if (since === undefined) return;
  for (const event of events) {
    if (event.type === "message" && !event.message.outgoing) countUnread(person.id, event.chat);
  }
}

// One live connection is for the person on screen; the others are looked at now and then, for their badges.
export async function watchOthers() {
  if (!document.hidden && state.online) {
    const others = state.people.filter((person) => person.id !== state.person?.id);
    await Promise.all(others.map((person) => lookAfter(person).catch(() => {})));
    if (!state.person) await refreshPeople().then(openFirst).catch(() => {});
  }
  setTimeout(watchOthers, OTHERS_MS);
}

export function setReply(message) {
  state.reply = message;
  state.editing = null;
  emit("context");
}

export function setEditing(message) {
  state.editing = message;
  state.reply = null;
  emit("context");
}

export const lastOwnText = () =>
  sortedMessages().findLast((message) => message.outgoing && message.text && message.kind !== "service");

function place() {
  const fields = { person: state.person.id, chat: state.chat.id };
  if (state.reply) {
    fields.reply_to = state.reply.message_id;
    fields.thread = state.reply.thread;
  }
  return fields;
}

// Says true when the world took it, so that the composer knows whether to clear the words.
export async function send(fields, files = []) {
  const target = place();
  const answer = await attempt(() => world.send({ ...target, ...fields }, files), "Not sent");
  if (!answer) return false;
  emit("sent");
  if (state.reply?.message_id === target.reply_to) setReply(null);
  store(answer.messages ?? []);
  return true;
}

export async function saveEdit(message, text) {
  const edited = await attempt(
    () => world.edit(state.person.id, message.chat, message.message_id, text),
    "Not changed",
  );
  if (!edited) return false;
  setEditing(null);
  store([edited]);
  return true;
}

export async function removeMessage(message) {
  const done = await attempt(() => world.remove(state.person.id, message.chat, message.message_id), "Not deleted");
  if (done) forget(message);
}
