### Credits: what is left, what it was spent on, plans, payments. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

error-plan-budget = Everybody in your plan together has used up today's credits. Please try again tomorrow.
error-not-in-plan-mode = Your plan doesn't include this way of making a video. Words or a single photo may work.
error-not-in-plan-quality = Your plan doesn't include { $value }. Tap Quality on the card to pick another one.
error-not-in-plan-model = Your plan doesn't include the model { $value }. Tap Model on the card to pick another one.
error-shop-closed = Nothing is for sale here right now.
error-pack-gone = That isn't sold any more, or not for that price. /buy shows what there is.
error-invoice-old = This invoice has been lying about for too long. /buy makes a fresh one.
error-already-subscribed = You have this subscription already. /buy shows until when.
error-still-running = Some of your videos are still being made. Please wait until they're done, or cancel them, and try again.
admin-no-payment = I don't know that payment. The receipt has its code.
admin-no-pack = Nothing of that name is for sale. /packs shows what is.
admin-no-plan = There's no plan of that name. /plans lists them.
admin-already-refunded = That payment is given back already, or on its way.

paid = ⭐ <b>Thank you!</b> { $credits } are yours.
    { $stars } Stars · receipt <code>{ $charge }</code>
    /paysupport if anything is wrong.
paid-monthly = ⭐ <b>Thank you!</b> { $credits } are yours, and again every month. Paid until { $until }.
    { $stars } Stars · receipt <code>{ $charge }</code>
    /buy shows your subscription and stops it, /paysupport if anything is wrong.
paid-back = ⭐ { $stars } Stars came back to you, and { $credits } went with them. /history shows the details.
refund-failed = ⚠️ <b>Telegram doesn't give the Stars of <code>{ $charge }</code> back:</b> { $why }
    The payment stands, and its credits too.
