### Things I can't use. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

file-too-big = That file is too big for me: { $size } MB, and Telegram lets me fetch { $limit } MB at most. Please send it as a photo, or smaller.
file-no-picture = I can't use that kind of file. Send me a photo, or an image file like JPEG or PNG.
unsupported-animation = GIFs already move! Send me a still picture and I'll bring it to life.
unsupported-sticker = Nice sticker! I can't film it though. Send me a photo or describe a scene in words.
unsupported-voice = I can't listen yet. Please write what you'd like to see, or send a photo.
unsupported-video = I can't work with videos yet. Send me a photo or describe a scene in words.
unsupported-audio = I can't use sound files yet. Send me words or a photo.
unsupported-place = I can't travel there, but describe the place and I'll film it.
unsupported-poll = I don't vote, but I make videos! Send me words or a photo.
unsupported-contact = I keep no address book. Send me words or a photo.
unsupported-other = I don't know what to do with that. Send me words or a photo and I'll make a video.
