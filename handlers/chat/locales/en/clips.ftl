### Videos and voices. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

failure-no_masks = PixVerse found nothing in that video that it could change like this. Name something that can be seen in it clearly, like a person's clothes or the background.
error-speaker-gone = That voice isn't there any more. Tap Voices to see who can read it out.
error-no-speakers = I'm still fetching the voices. Please try again in a minute, or send me a voice note.
