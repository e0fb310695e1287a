// Words for times and sizes.

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const calendar = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });

const moment = (date) => new Date(date * 1000);

export const time = (date) => clock.format(moment(date));

export const dayKey = (date) => moment(date).toDateString();

export function day(date) {
  const [now, before] = [new Date(), new Date()];
  before.setDate(now.getDate() - 1);
  if (dayKey(date) === now.toDateString()) return "Today";
  return dayKey(date) === before.toDateString() ? "Yesterday" : calendar.format(moment(date));
}

export function size(bytes) {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), 3);
  const value = bytes / 1000 ** power;
  return `${power && value < 10 ? value.toFixed(1) : Math.round(value)} ${["B", "kB", "MB", "GB"][power]}`;
}

export function seconds(total) {
  const whole = Math.round(total);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
