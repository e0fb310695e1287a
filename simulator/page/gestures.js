// What one can do with a message: by its buttons, a right click, a tap on a phone, or a swipe.

import { ui } from "./dom.js";
import { copyText, openMenu, under } from "./overlay.js";
import { removeMessage, setReply } from "./session.js";

const SWIPE = 56;
const OWN_TOUCH = "a, button, video, audio, input, .spoiler";

function itemsFor(message) {
  const items = [{ label: "Reply", icon: "reply", run: () => setReply(message) }];
  if (message.text) items.push({ label: "Copy text", icon: "copy", run: () => copyText(message.text) });
  if (message.outgoing && message.text && !message.via) items.push({ label: "Edit", icon: "edit", run: () => setReply(null, message) });
  items.push({ label: "Delete", icon: "trash", danger: true, run: () => removeMessage(message) });
  return items;
}

export function actOn(message, tool) {
  if (tool.dataset.tool === "reply") setReply(message);
  else openMenu(under(tool), itemsFor(message));
}

function showMenu(event) {
  const message = event.target.closest(".message")?.bubble.messages[0];
  if (!message || event.target.closest("a, video") || String(getSelection())) return;
  event.preventDefault();
  openMenu({ x: event.clientX, y: event.clientY }, itemsFor(message));
}

const still = { x: 0, y: 0, moved: 0, node: null };
let swipe = still;

function begin({ target, touches }) {
  const node = target.closest("video, input, .key") ? null : target.closest(".message");
  swipe = node && touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY, moved: 0, node } : still;
}

function move({ touches: [touch] }) {
  if (!swipe.node) return;
  swipe.moved = Math.abs(touch.clientY - swipe.y) > 40 ? 0 : Math.max(Math.min(touch.clientX - swipe.x, 0), -SWIPE - 16);
  swipe.node.style.transform = swipe.moved < -12 ? `translateX(${swipe.moved}px)` : "";
}

function end({ type }) {
  const { node, moved } = swipe;
  swipe = still;
  if (node) node.style.transform = "";
  if (type === "touchend" && moved <= -SWIPE) setReply(node.bubble.messages[0]);
}

const { thread } = ui;
const watch = (name, act) => thread.addEventListener(name, act, { passive: true });
thread.oncontextmenu = showMenu;
thread.addEventListener("click", (event) => {
  if (event.pointerType === "touch" && !event.target.closest(OWN_TOUCH)) showMenu(event);
});
watch("touchstart", begin);
watch("touchmove", move);
watch("touchend", end);
watch("touchcancel", end);
