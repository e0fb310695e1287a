// Plays voice messages and music, one at a time.

import { fileUrl } from "./api.js";
import { button, el, icon, words } from "./dom.js";
import { seconds, size } from "./format.js";

let playing = null;

function wire(audio, { toggle, slider, clock, length }) {
  const total = () => (Number.isFinite(audio.duration) ? audio.duration : length);
  const show = () => {
    const done = total() ? (audio.currentTime / total()) * 100 : 0;
    slider.value = done * 10;
    slider.style.setProperty("--done", `${done}%`);
    clock.textContent = seconds(audio.currentTime || total());
    toggle.replaceChildren(icon(audio.paused ? "play" : "pause"));
    toggle.setAttribute("aria-label", audio.paused ? "Play" : "Pause");
  };
  for (const name of ["play", "pause", "timeupdate", "loadedmetadata"]) audio.addEventListener(name, show);
  audio.onplay = () => {
    if (playing !== audio) playing?.pause();
    playing = audio;
  };
  audio.onended = () => (audio.currentTime = 0);
  toggle.onclick = () => (audio.paused ? audio.play().catch(() => {}) : audio.pause());
  slider.oninput = () => (audio.currentTime = (slider.value / 1000) * total());
  show();
}

export function soundPlayer({ file, kind }) {
  const voice = kind === "voice";
  const audio = el("audio", { src: fileUrl(file.id), preload: "none", testid: "audio" });
  const toggle = button({ class: "round sound-button" });
  const slider = el("input", { type: "range", max: 1000, value: 0, "aria-label": "Position" });
  const clock = el("span", {});
  wire(audio, { toggle, slider, clock, length: file.duration ?? 0 });
  const title = !voice && words("span", "file-name", file.title ?? file.name ?? "Audio");
  const below = el("span", { class: "sound-below" }, clock, !voice && el("span", {}, size(file.size)));
  return el("div", { class: "sound", testid: voice ? "voice" : "sound" }, toggle, el("div", { class: "sound-words" }, title, slider, below), audio);
}
