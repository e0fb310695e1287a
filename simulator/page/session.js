// Who is chatting where: opens people and chats, and takes in what happens to them.

import { world } from "./api.js";
import { follow } from "./feed.js";
import { toast } from "./overlay.js";
import { clearUnread, countUnread, emit, state } from "./state.js";

const ACTION_MS = 6000;
const OTHERS_MS = 3000;
// Asked for what comes after this, the server only says where its events end now.
const END = Number.MAX_SAFE_INTEGER;

let stopFollowing = () => {};
let actionTimer = 0;
// How far each person's events were seen, so that unread badges count only what came since.
const cursors = new Map();

// What fails becomes a sentence.
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
  Object.assign(state, { people, bot });
  const stays = people.find((person) => person.id === state.person?.id);
  if (state.person && !stays) leave();
  state.person = stays ?? null;
  emit("people");
}

// The world was erased under an open page: it waits for somebody to be.
function leave() {
  stopFollowing();
  Object.assign(state, { chats: [], chat: null, messages: new Map() });
  emit("messages");
}

const ownChat = () => ({ id: state.person.id, type: "private", title: state.bot?.first_name ?? "The bot" });

async function refreshChats() {
  const { person } = state;
  const { chats } = await world.chats(person.id);
  if (state.person?.id !== person.id) return;
  state.chats = [ownChat(), ...chats.filter((chat) => chat.id !== person.id)];
  state.chat = state.chats.find((chat) => chat.id === state.chat?.id) ?? state.chats[0];
  emit("people");
}

async function refreshCommands() {
  const { person, chat } = state;
  const { commands } = await world.commands(person.id, chat.id);
  if (state.chat?.id !== chat.id) return;
  state.commands = commands;
  emit("commands");
}

async function loadMessages() {
  const { person, chat } = state;
  const { messages } = await world.messages(person.id, chat.id);
  if (state.person?.id !== person.id || state.chat?.id !== chat.id) return;
  state.messages = new Map(messages.map((message) => [message.message_id, message]));
  state.loaded = true;
  emit("messages");
}

const loadChat = () => Promise.all([loadMessages(), refreshCommands()]);

// Events may come late or twice: an older version never replaces a newer one.
function store(messages) {
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

function setAction(action) {
  clearTimeout(actionTimer);
  state.action = action;
  if (action) actionTimer = setTimeout(setAction, ACTION_MS, null);
  emit("action");
}

const isNews = ({ type, message }) => type === "message" && message && !message.outgoing;

const inChat = {
  message(event) {
    if (isNews(event)) setAction(null);
    store([event.message]);
  },
  edit: (event) => store([event.message]),
  delete: (event) => forget(event.message_id ?? event.message.message_id),
  action: (event) => setAction(event.action ?? "typing"),
};

// New people, new groups, or a world that was erased: all of it is read again.
const beyond = { people: () => resync(state.person), commands: refreshCommands };

function take(event, number) {
  cursors.set(state.person.id, number);
  if (beyond[event.type]) beyond[event.type]().catch(() => {});
  else if (event.chat === state.chat?.id) inChat[event.type]?.(event);
  else if (isNews(event)) countUnread(state.person.id, event.chat);
}

async function resync(person) {
  const { next } = await world.changes(person.id, END, 0);
  cursors.set(person.id, next);
  await refreshPeople();
  await refreshChats();
  await loadChat();
  return next;
}

function setLink(online) {
  state.online = online;
  emit("link");
}

export async function openChat(chat) {
  Object.assign(state, { chat, messages: new Map(), loaded: false, commands: [], reply: null, editing: null });
  clearUnread(state.person.id, chat.id);
  setAction(null);
  emit("chat");
  emit("people");
  await loadChat();
}

export function openPerson(person) {
  stopFollowing();
  state.person = person;
  // The address names the person, so that a reload comes back to them.
  history.replaceState(null, "", `#${person.id}`);
  state.chats = [ownChat()];
  attempt(() => openChat(state.chats[0]), "The chat could not be opened");
  stopFollowing = follow(person.id, { resync: () => resync(person), onEvent: take, onLink: setLink });
}

function openFirst() {
  const person = state.people.find((one) => `#${one.id}` === location.hash) ?? state.people[0];
  if (person) openPerson(person);
}

async function lookAfter(person) {
  const since = cursors.get(person.id);
  const { events, next } = await world.changes(person.id, since ?? END, 0);
  if (person.id === state.person?.id) return;
  cursors.set(person.id, next);
  for (const event of events.filter(isNews)) countUnread(person.id, event.chat);
}

async function lookAround() {
  const others = state.people.filter((person) => person.id !== state.person?.id);
  await Promise.all(others.map(lookAfter));
  if (state.person) return;
  await refreshPeople();
  openFirst();
}

// One live connection is for the person on screen; the others are looked at now and then, for their badges.
export async function watchOthers() {
  if (!state.person || (!document.hidden && state.online)) await lookAround().catch(() => setLink(Boolean(state.person)));
  setTimeout(watchOthers, OTHERS_MS);
}

export function setReply(reply) {
  Object.assign(state, { reply, editing: null });
  emit("context");
}

export function setEditing(editing) {
  Object.assign(state, { reply: null, editing });
  emit("context");
}

let line = Promise.resolve();

// True when the world took it. What is sent fast stands in line, so that it arrives in the order it was written.
export async function send(fields, files = []) {
  const { reply } = state;
  const where = { person: state.person.id, chat: state.chat.id, reply_to: reply?.message_id, thread: reply?.thread };
  line = line.then(() => attempt(() => world.send({ ...where, ...fields }, files), "Not sent"));
  const answer = await line;
  if (!answer) return false;
  emit("sent");
  if (reply && state.reply === reply) setReply(null);
  store(answer.messages);
  return true;
}

export async function saveEdit({ chat, message_id }, text) {
  const edited = await attempt(() => world.edit(state.person.id, chat, message_id, text), "Not changed");
  if (!edited) return false;
  setEditing(null);
  store([edited]);
  return true;
}

export async function removeMessage({ chat, message_id }) {
  if (await attempt(() => world.remove(state.person.id, chat, message_id), "Not deleted")) forget(message_id);
}
