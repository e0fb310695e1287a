// Records a voice message; without a microphone it offers to send a sound file instead.

import { ui } from "./dom.js";
import { seconds } from "./format.js";
import { toast } from "./overlay.js";
import { send } from "./session.js";

let media = null;
let chunks = [];
let began = 0;
let ticking = 0;

function refuse({ name }) {
  ui.noMicrophoneReason.textContent =
    name === "NotAllowedError" ? "The browser was not allowed to use the microphone." : "No microphone could be opened.";
  ui.noMicrophone.showModal();
}

const tick = () => (ui.recordTime.textContent = seconds((Date.now() - began) / 1000));

function show(recording) {
  ui.bar.classList.toggle("recording", recording);
  ui.record.hidden = !recording;
  clearInterval(ticking);
  if (recording) ticking = setInterval(tick, 250);
}

function record(stream) {
  chunks = [];
  began = Date.now();
  media = new MediaRecorder(stream);
  media.ondataavailable = (event) => chunks.push(event.data);
  media.start(1000);
  tick();
  show(true);
}

async function start() {
  if (!media) await navigator.mediaDevices.getUserMedia({ audio: true }).then(record, refuse);
}

async function stop() {
  const stopped = new Promise((resolve) => media.addEventListener("stop", resolve, { once: true }));
  media.stop();
  await stopped;
  for (const track of media.stream.getTracks()) track.stop();
  const [type] = media.mimeType.split(";");
  media = null;
  show(false);
  return new File(chunks, "voice", { type });
}

async function finish() {
  const length = Date.now() - began;
  const file = await stop();
  if (length < 500 || !file.size) toast("Too short: nothing was recorded");
  else await send({ kind: "voice" }, [file]);
}

export function cancelRecording() {
  if (media) stop();
}

ui.mic.onclick = start;
ui.recordCancel.onclick = cancelRecording;
ui.recordSend.onclick = finish;
ui.soundFile.onclick = () => ui.picker.click();
