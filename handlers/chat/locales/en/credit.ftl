### Credits: what is left, what it was spent on, plans, payments. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

error-plan-budget = Everybody in your plan together has used up today's credits. Please try again tomorrow.
error-not-in-plan-mode = Your plan doesn't include this way of making a video. Words or a single photo may work.
error-not-in-plan-quality = Your plan doesn't include { $value }. Tap Quality on the card to pick another one.
error-not-in-plan-model = Your plan doesn't include the model { $value }. Tap Model on the card to pick another one.
