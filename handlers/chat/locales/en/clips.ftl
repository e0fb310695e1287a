### Videos and voices. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

failure-no_masks = PixVerse found nothing in that video that it could change like this. Name something that can be seen in it clearly, like a person's clothes or the background.
failure-clip_gone = PixVerse no longer has the video that this one starts from.
failure-longer_than_said = That video is longer than Telegram told me, so the price was wrong. Please send it once more as a video, not as a file.
failure-account_gone = The PixVerse account that made the first video isn't there any more, and no other one can work on it.
error-speaker-gone = That voice isn't there any more. Tap Voices to see who can read it out.
error-no-speakers = I'm still fetching the voices. Please try again in a minute, or send me a voice note.
error-too-long = That lasts { $seconds } s, and { $limit } s is the most PixVerse takes here. Could you send a shorter one?
error-not-for-clip = PixVerse can't do that with this video.
error-not-for-clip-lipsync = This video can't be made to speak: PixVerse does that with effects, with videos by v5 and with your own ones. Newer models bring their own sound.
error-not-for-clip-upscale = This video can't get any sharper: it has all its pixels already.
error-missing-clip = First the video: send me one, or tap one of yours. /cancel drops the voice.
error-missing-clip-mode = First tap what I should do with the video.
error-missing-voice = First send me a voice note, or write what should be said.
