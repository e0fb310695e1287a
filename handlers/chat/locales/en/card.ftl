### The draft card. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

card-title-text = 🎬 <b>{ mode-text }</b>
card-title-image = 🎬 <b>{ mode-image }</b>
card-title-frames = 🎬 <b>{ mode-frames }</b>
card-title-transition = 🎬 <b>{ mode-transition }</b>
card-title-fusion = 🎬 <b>{ mode-fusion }</b>
card-title-extend = 🎬 <b>{ mode-extend }</b>
card-title-modify = 🎬 <b>{ mode-modify }</b>
card-title-lipsync = 🎬 <b>{ mode-lipsync }</b>
card-title-upscale = 🎬 <b>{ mode-upscale }</b>
card-title-motion = 🎬 <b>{ mode-motion }</b>
card-title-restyle = 🎬 <b>{ mode-restyle }</b>
card-title-sound = 🎬 <b>{ mode-sound }</b>
card-title-swap = 🎬 <b>{ mode-swap }</b>
card-title-effect = ✨ <b>{ $effect }</b>
card-prompt = <blockquote expandable>{ $prompt }</blockquote>
card-pictures = 🖼 { $n ->
    [one] 1 picture
   *[other] { $n } pictures
}
card-pictures-frames = 🖼 2 pictures: from the first to the last
card-pictures-effect = 🖼 { $have } of { $need ->
    [one] 1 picture
   *[other] { $need } pictures
}
card-hint = 💡 { $hint }
card-price = 💎 <b>{ $price }</b> · you have { $left } left
card-price-about = 💎 <b>about { $price }</b> · you have { $left } left
card-short = ⚠️ That's more than you have left. /quota shows when you get more.
card-ask-prompt = ✍️ <b>What should happen in it?</b> Just write it, or send a photo.
card-ask-first-picture = 🖼 <b>Send me the photo</b> for this effect.
card-ask-first-of-two = 🖼 <b>Send me the first photo.</b> This effect plays with two.
card-ask-second-picture = 🖼 <b>Now the second photo.</b>
card-words-welcome = ✍️ Words are welcome too: just write what should happen.
card-options = ⚙️ { $options }
card-preview = a quick preview
card-off-peak = off-peak (cheaper, takes up to a day)
card-sound-on = with sound
card-sound-off = no sound
card-sound-auto = the effect's own sound
card-choose-model = Which model? Newer ones look better, v5-fast is quickest.
card-choose-quality = Which quality? More pixels cost more.
card-choose-duration = How long?
card-choose-ratio = Which shape? 9:16 fills a phone.
card-choose-style = Which style?
card-choose-camera = How should the camera move?
card-choose-motion = How lively?
card-choose-way = What should I make of these?
card-choose-sound = What about sound?
card-dropped = 🗑 Dropped. Send me something new whenever you like.
card-replaced = This one was replaced by a newer draft.
key-field = { $field }: { $value }
key-sound-on = 🔊 Sound: on
key-sound-off = 🔇 Sound: off
key-sound-auto = 🎵 Sound: its own
key-preview-on = ⚡ Preview: on
key-preview-off = ⚡ Preview: off
key-off-peak-on = 🌙 Off-peak: on
key-off-peak-off = 🌙 Off-peak: off
key-keep-sound-on = 🎙 Its own sound: kept
key-keep-sound-off = 🎙 Its own sound: off
key-multi-shot-on = 🎥 Several shots: on
key-multi-shot-off = 🎥 Several shots: off
key-way = { $way }
key-effect = ✨ Add an effect
key-effect-change = ✨ Another effect
key-effect-drop = ✖️ No effect
key-swap = 🔁 Swap the pictures
key-drop-pictures = 🗑 Remove { $n ->
    [one] the picture
   *[other] the pictures
}
key-generate = 🎬 Generate · { $credits }
key-generate-about = 🎬 Generate · about { $credits }
key-cancel = ✖️ Cancel
key-back = ⬅️ Back
key-chosen = ✅ { $value }
card-seed = 🎲 As last time: chance falls the same way
key-seed-drop = 🎲 Let chance decide
key-takes = ✌️ { $n } takes · { $credits }
key-takes-about = ✌️ { $n } takes · about { $credits }
