// Inline mode: the bot's name and some words in the line show its results; a tap sends one.

import { act } from "./api.js";
import { button, el, fill, span, words, ui } from "./dom.js";
import { startBot } from "./links.js";
import { attempt, pass } from "./session.js";
import { here, on, state } from "./state.js";

const PAUSE_MS = 300;

const { results: panel, input } = ui;
let round = 0;
let timer = 0;
let more = null;

const wanted = () => {
  const [, name, query] = /^@(\w+)\s([^]*)$/.exec(input.value) ?? [];
  return name?.toLowerCase() === state.bot?.username.toLowerCase() ? query.trim() : null;
};

function hide() {
  round += 1;
  panel.hidden = true;
}

function preview({ title, picture, film }) {
  if (film) return el("video", { src: film, poster: picture, muted: true, loop: true, autoplay: true, playsInline: true });
  if (picture) return el("img", { src: picture, alt: title ?? "", loading: "lazy" });
  return span("letter", [...(title ?? "?")][0]);
}

async function choose(query_id, result_id) {
  if (await pass((where) => act("inline/choose", { ...where, query_id, result_id }))) fill("");
}

function tile(result, query_id) {
  const { id, title, description, text } = result;
  const about = title && el("span", { class: "result-words" }, words("b", "", title), span("", description ?? text ?? ""));
  return button({ class: "result", testid: "result", title, onclick: () => choose(query_id, id) }, preview(result), about);
}

function above({ text, start_parameter: payload }) {
  const onclick = () => {
    fill("");
    startBot(payload);
  };
  return button({ class: "result-button", testid: "result-button", dir: "auto", onclick }, text);
}

function show({ query_id, results, gallery, button: key, next_offset: next }, query, offset) {
  const tiles = results.map((result) => tile(result, query_id));
  if (!offset) {
    const nothing = !tiles.length && !key && el("p", { class: "nothing" }, "Nothing was found");
    panel.replaceChildren(...[key && above(key), nothing].filter(Boolean));
    panel.classList.toggle("gallery", gallery);
  }
  panel.append(...tiles);
  panel.hidden = false;
  more = next ? () => look(query, next) : null;
}

async function look(query, offset = "") {
  more = null;
  round += 1;
  const mine = round;
  const answer = await attempt(() => act("inline", { ...here(), query, offset }), "No results");
  if (!answer || mine !== round) return;
  if (answer.answered) show(answer, query, offset);
  else hide();
}

function typed() {
  clearTimeout(timer);
  const query = wanted();
  if (query === null) hide();
  else timer = setTimeout(look, PAUSE_MS, query);
}

input.addEventListener("input", typed);
input.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
panel.onscroll = () => panel.scrollTop + panel.clientHeight > panel.scrollHeight - 120 && more?.();
on("chat", hide);
