// Links that stay inside: to the bot, to an invoice, and words that are carried into a chat.

import { act } from "./api.js";
import { fill, ui } from "./dom.js";
import { openInvoice } from "./invoice.js";
import { openMenu, under } from "./overlay.js";
import { attempt, openChat, openOwnChat, store } from "./session.js";
import { state } from "./state.js";

const BOT = /^(?:https?:\/\/(?:t|telegram)\.me\/|tg:\/\/resolve\?domain=)(\w+)(?:[?&]start=([\w-]*))?$/i;
const SHARE = /^https?:\/\/(?:t|telegram)\.me\/share\/url\?/i;

export async function startBot(payload) {
  await openOwnChat();
  const answer = await attempt(() => act("start", { person: state.person.id, payload }), "The bot was not started");
  if (answer) store(answer.messages);
}

// With an anchor the person chooses first where to write.
export function writeSomewhere(text, anchor) {
  const write = async (chat) => {
    if (chat !== state.chat) await openChat(chat);
    fill(text);
    ui.input.focus();
  };
  if (!anchor || state.chats.length < 2) return write(state.chat);
  const items = state.chats.map((chat) => ({ label: chat.title, icon: chat.type === "private" ? "chat" : "group", run: () => write(chat) }));
  return openMenu(under(anchor), items);
}

// True where the page itself follows the link.
export function followLink(url, anchor) {
  const [, name, payload] = BOT.exec(url) ?? [];
  if (url.includes("://t.me/$")) openInvoice({ link: url });
  else if (SHARE.test(url)) {
    const shared = new URL(url).searchParams;
    writeSomewhere([shared.get("text"), shared.get("url")].filter(Boolean).join("\n"), anchor);
  } else if (!name || name.toLowerCase() !== state.bot?.username.toLowerCase()) return false;
  else if (payload == null) openOwnChat();
  else startBot(payload);
  return true;
}

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (link && followLink(link.getAttribute("href"), link)) event.preventDefault();
});
