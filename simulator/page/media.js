// Shows the files of a message: pictures, albums, videos, looping animations, documents.

import { fileUrl } from "./api.js";
import { el, icon, iconButton } from "./dom.js";
import { kindName, seconds, size } from "./format.js";
import { lightbox } from "./overlay.js";
import { soundPlayer } from "./player.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

const poster = (file) => (file.cover ?? file.thumbnail ? fileUrl(file.cover ?? file.thumbnail) : undefined);

// The box has its final shape before the bytes arrive, so that nothing jumps while reading.
function shape(file) {
  if (!file.width || !file.height) return {};
  const ratio = Math.min(Math.max(file.width / file.height, 0.56), 2.4);
  return { "--ratio": ratio.toFixed(4), "--natural": `${Math.max(file.width, 160)}px` };
}

function picture(message) {
  const url = fileUrl(message.file.id);
  const image = el("img", { src: url, alt: message.text || "Photo", loading: "lazy", decoding: "async", draggable: false });
  return el(
    "button",
    { type: "button", class: "frame", style: shape(message.file), "aria-label": "Enlarge the picture", testid: "photo", onclick: () => lightbox(url, message.text) },
    image,
  );
}

function video(message) {
  const { file } = message;
  const cover = poster(file);
  const player = el("video", {
    controls: true,
    playsInline: true,
    preload: cover ? "none" : "metadata",
    poster: cover,
    src: fileUrl(file.id),
    testid: "video",
    "aria-label": message.text || "Video",
  });
  const badge = file.duration ? el("span", { class: "duration" }, seconds(file.duration)) : null;
  const start = iconButton("play", "Play", () => player.play(), { class: "round start-video", testid: "play" });
  const begin = () => {
    player.classList.add("begun");
    start.remove();
    badge?.remove();
  };
  player.addEventListener("play", begin, { once: true });
  return el("div", { class: "frame", style: shape(file) }, player, badge, start);
}

// Loops run only while they can be seen.
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) target.play().catch(() => {});
    else target.pause();
  }
});

function animation(message) {
  const { file } = message;
  if (file.mime?.startsWith("image/")) return picture(message);
  const loop = el("video", {
    muted: true,
    loop: true,
    playsInline: true,
    controls: calm.matches,
    preload: "metadata",
    poster: poster(file),
    src: fileUrl(file.id),
    testid: "animation",
    "aria-label": message.text || "Animation",
  });
  if (!calm.matches) watcher.observe(loop);
  return el("div", { class: "frame", style: shape(file) }, loop, el("span", { class: "duration" }, "GIF"));
}

function fileDocument(message) {
  const { file } = message;
  const preview = file.thumbnail
    ? el("img", { src: fileUrl(file.thumbnail), alt: "", class: "file-icon" })
    : el("span", { class: "file-icon" }, icon("file"));
  const name = file.name ?? kindName(message.kind);
  return el(
    "a",
    { class: "file", href: fileUrl(file.id), download: name, testid: "document" },
    preview,
    el("span", { class: "file-words" }, el("span", { class: "file-name", dir: "auto" }, name), el("span", { class: "file-size" }, size(file.size))),
  );
}

function sticker(message) {
  const { file } = message;
  if (!file) return plain(message);
  if (file.mime?.startsWith("video/")) return animation(message);
  return el("img", { class: "sticker", src: fileUrl(file.id), alt: message.text || "Sticker" });
}

function plain(message) {
  const name = { location: "pin", contact: "group", poll: "poll" }[message.kind] ?? "file";
  return el("div", { class: "file" }, el("span", { class: "file-icon" }, icon(name)), el("span", { class: "file-name" }, kindName(message.kind)));
}

const sound = (message) => soundPlayer(message.file, { voice: message.kind === "voice" });

const BUILDERS = { photo: picture, video, animation, document: fileDocument, voice: sound, audio: sound, sticker };

export const isVisual = (message) => ["photo", "video", "animation"].includes(message.kind) && Boolean(message.file);

export function media(message) {
  if (message.kind === "text") return null;
  if (!message.file) return plain(message);
  return (BUILDERS[message.kind] ?? fileDocument)(message);
}

export function album(messages) {
  if (!messages.every(isVisual)) return el("div", { class: "files", testid: "album" }, messages.map(media));
  const items = messages.map((message) => {
    const item = media(message);
    item.dataset.messageId = message.message_id;
    item.classList.add("album-item");
    return item;
  });
  return el("div", { class: `album album-${Math.min(items.length, 10)}`, testid: "album" }, items);
}
