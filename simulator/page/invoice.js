// Paying: an invoice is looked at once more, then the stars go.

import { act, ask } from "./api.js";
import { ui } from "./dom.js";
import { alertDialog, toast } from "./overlay.js";
import { attempt } from "./session.js";
import { here, state } from "./state.js";

const { invoice: dialog, invoicePay: payButton } = ui;

const stars = (amount) => `⭐️ ${amount.toLocaleString()}`;

async function pay(order) {
  payButton.disabled = true;
  const answer = await attempt(() => act("pay", { ...here(), ...order }), "Not paid");
  payButton.disabled = false;
  dialog.close();
  if (!answer) return;
  if (!answer.paid) return alertDialog("Not paid", answer.error);
  state.person.stars = answer.stars;
  return toast(`Paid. You have ${stars(answer.stars)} left.`);
}

// order: {message_id} or {link}.
export async function openInvoice(order) {
  const invoice = await attempt(() => ask("invoice", { ...here(), ...order }), "There is nothing to pay");
  if (!invoice) return;
  const { title, description, amount, period } = invoice;
  ui.invoiceTitle.textContent = title;
  ui.invoiceText.textContent = description;
  ui.invoiceStars.textContent = `You have ${stars(state.person.stars)}`;
  payButton.textContent = `Pay ${stars(amount)}${period ? " a month" : ""}`;
  payButton.onclick = () => pay(order);
  dialog.showModal();
}
