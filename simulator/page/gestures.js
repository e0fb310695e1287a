// What one can do with a message: by its buttons, a right click, a long press or a swipe.

import { copyText, openMenu, under } from "./overlay.js";
import { removeMessage, setEditing, setReply } from "./session.js";

const LONG_PRESS_MS = 480;
const SWIPE = 56;

function itemsFor(message) {
  const items = [{ label: "Reply", icon: "reply", run: () => setReply(message) }];
  if (message.text) items.push({ label: "Copy text", icon: "copy", run: () => copyText(message.text) });
  if (message.outgoing && message.text) items.push({ label: "Edit", icon: "edit", run: () => setEditing(message) });
  items.push({ label: "Delete", icon: "trash", danger: true, run: () => removeMessage(message) });
  return items;
}

export const messageActions = {
  reply: setReply,
  more: (message, anchor) => openMenu(under(anchor), itemsFor(message)),
};

const bubbleAt = (event) => event.target.closest?.(".message")?.bubble;

function contextMenu(event) {
  const bubble = bubbleAt(event);
  if (!bubble || event.target.closest("a, video") || String(getSelection())) return;
  event.preventDefault();
  openMenu({ x: event.clientX, y: event.clientY }, itemsFor(bubble.messages[0]));
}

function watchTouch(bubble, start) {
  const { clientX: x, clientY: y } = start.touches[0];
  const over = new AbortController();
  const watch = (name, act) => addEventListener(name, act, { passive: true, signal: over.signal });
  let moved = 0;
  const finish = () => {
    over.abort();
    clearTimeout(held);
    bubble.root.style.transform = "";
  };
  const held = setTimeout(() => {
    openMenu({ x, y }, itemsFor(bubble.messages[0]));
    finish();
  }, LONG_PRESS_MS);
  watch("touchmove", ({ touches: [touch] }) => {
    const [dx, dy] = [touch.clientX - x, touch.clientY - y];
    if (Math.hypot(dx, dy) > 10) clearTimeout(held);
    moved = Math.abs(dy) > 40 ? 0 : Math.max(Math.min(dx, 0), -SWIPE - 16);
    bubble.root.style.transform = moved < -12 ? `translateX(${moved}px)` : "";
  });
  watch("touchend", () => {
    finish();
    if (moved <= -SWIPE) setReply(bubble.messages[0]);
  });
  watch("touchcancel", finish);
}

export function attachGestures(thread) {
  const touch = (event) => {
    const bubble = bubbleAt(event);
    if (bubble && event.touches.length === 1 && !event.target.closest("video, input, .key")) watchTouch(bubble, event);
  };
  thread.oncontextmenu = contextMenu;
  thread.addEventListener("touchstart", touch, { passive: true });
}
