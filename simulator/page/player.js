// Plays voice messages and music, one at a time.

import { fileUrl } from "./api.js";
import { el, icon } from "./dom.js";
import { seconds, size } from "./format.js";

let playing = null;

function wire(audio, { button, slider, clock, length }) {
  const total = () => (Number.isFinite(audio.duration) && audio.duration > 0 ? audio.duration : length);
  const show = () => {
    slider.value = total() ? String((audio.currentTime / total()) * 1000) : "0";
    slider.style.setProperty("--done", `${slider.value / 10}%`);
    clock.textContent = audio.paused && !audio.currentTime ? seconds(total()) : seconds(audio.currentTime);
  };
  const toggle = (isPlaying) => {
    button.replaceChildren(icon(isPlaying ? "pause" : "play"));
    button.setAttribute("aria-label", isPlaying ? "Pause" : "Play");
    show();
  };
  audio.addEventListener("play", () => {
    if (playing && playing !== audio) playing.pause();
    playing = audio;
    toggle(true);
  });
  audio.addEventListener("pause", () => toggle(false));
  audio.addEventListener("ended", () => {
    audio.currentTime = 0;
    toggle(false);
  });
  for (const name of ["timeupdate", "loadedmetadata"]) audio.addEventListener(name, show);
  button.addEventListener("click", () => (audio.paused ? audio.play().catch(() => {}) : audio.pause()));
  slider.addEventListener("input", () => {
    if (total()) audio.currentTime = (slider.value / 1000) * total();
  });
  toggle(false);
}

export function soundPlayer(file, { voice }) {
  const audio = el("audio", { src: fileUrl(file.id), preload: "none", testid: "audio" });
  const button = el("button", { type: "button", class: "round sound-button" });
  const slider = el("input", { type: "range", min: "0", max: "1000", value: "0", "aria-label": "Position" });
  const clock = el("span", { class: "sound-time" });
  wire(audio, { button, slider, clock, length: file.duration ?? 0 });
  const title = voice ? null : el("span", { class: "file-name", dir: "auto" }, file.name ?? "Audio");
  const below = el("span", { class: "sound-below" }, clock, voice ? null : el("span", {}, size(file.size)));
  return el("div", { class: "sound", testid: voice ? "voice" : "sound" }, button, el("div", { class: "sound-words" }, title, slider, below), audio);
}
