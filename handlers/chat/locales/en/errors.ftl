### When something is in the way. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

error-draft-gone = That draft is gone. Send me words or a photo and we'll start a new one.
error-not-yours = This one belongs to somebody else. Send me your own words or photo!
error-stale = That button is from an older version of me. /start gets you going again.
error-not-a-choice = That choice isn't there any more. Tap Back to see what is.
error-prompt-too-long = That's a little too long: { $length } characters, and PixVerse takes { $limit } at most. Could you shorten it?
error-not-a-seed = That can't be a seed: I need a whole number from { $first } to { $last }, in digits only. Nothing has changed; which number should it be?
error-prompt-empty = I couldn't find any words in that. What should happen in the video?
error-too-many-pictures = { $limit ->
    [one] One picture is all this effect takes, so I kept the first one.
    [2] Two pictures are all this effect takes, so I kept the first two.
   *[other] { $limit } pictures are the most that fit in, so I kept the first { $limit }.
}
error-not-offered = “{ $what }” isn't offered at the moment. Something else?
error-effect-gone = That effect isn't offered any more. /effects shows what's there.
error-not-enough = This costs { $price }, and you have { $left } left. You get more in { $when }. Fewer seconds or a lower quality cost less.
error-maintenance = I'm being looked after right now. Your draft is safe: please try again a little later.
error-bot-budget = The bot has used up its credits for today. Please try again tomorrow.
error-too-late = Too late for that: it has already moved on.
error-no-job = I can't find that one any more.
error-missing-prompt = First tell me what should happen.
error-missing-named = Your words name a picture that isn't there. Send it, or write them differently.
error-missing-picture = First send me the photo for it.
admin-only = That's for the admins of this bot.
admin-not-your-role = Your role doesn't go that far. An owner of the bot can change it.
admin-not-here = Let's do that in our private chat, where nobody reads along.
error-bug = Something went wrong on my side (number { $id }). The admins have been told; nothing was charged. Please try again.
edit-too-late = I've already used those words. Send new ones to change the draft.
nothing-to-cancel = There's nothing to cancel. Videos that are already being made have their own Cancel button.

password-removed = I've deleted your message, in case there was a password in it, and kept nothing of it.
password-stays = ⚠️ There may be a password in your message, and I couldn't delete it. Please delete it yourself. I've kept nothing of it.
