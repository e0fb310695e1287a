### Things I can't use. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

file-too-big = That file is too big for me: { $size } MB, and Telegram lets me fetch { $limit } MB at most. Please send it as a photo, or smaller.
file-no-picture = I can't use that kind of file. Send me a picture, a video or a sound.
unsupported-animation = GIFs already move! Send me a still picture and I'll bring it to life.
unsupported-sticker = Nice sticker! I can't film it though. Send me a photo or describe a scene in words.
unsupported-place = I can't travel there, but describe the place and I'll film it.
unsupported-poll = I don't vote, but I make videos! Send me words or a photo.
unsupported-contact = I keep no address book. Send me words or a photo.
unsupported-other = I don't know what to do with that. Send me words, a photo or a video.
unknown-command = I don't know that command. /help tells you what I can do.
