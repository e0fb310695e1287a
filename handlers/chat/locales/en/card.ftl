### The draft card. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

card-title-text = 🎬 <b>{ mode-text }</b>
card-title-image = 🎬 <b>{ mode-image }</b>
card-title-frames = 🎬 <b>{ mode-frames }</b>
card-title-transition = 🎬 <b>{ mode-transition }</b>
card-title-fusion = 🎬 <b>{ mode-fusion }</b>
card-title-still = 🖼 <b>{ mode-still }</b>
card-title-extend = 🎬 <b>{ mode-extend }</b>
card-title-modify = 🎬 <b>{ mode-modify }</b>
card-title-lipsync = 🎬 <b>{ mode-lipsync }</b>
card-title-upscale = 🎬 <b>{ mode-upscale }</b>
card-title-motion = 🎬 <b>{ mode-motion }</b>
card-title-restyle = 🎬 <b>{ mode-restyle }</b>
card-title-sound = 🎬 <b>{ mode-sound }</b>
card-title-swap = 🎬 <b>{ mode-swap }</b>
card-title-follow_up = 🎬 <b>{ mode-follow_up }</b>
card-title-parts = 🎬 <b>{ mode-swap }</b>
card-title-effect = ✨ <b>{ $effect }</b>
card-prompt = <blockquote expandable>{ $prompt }</blockquote>
card-pictures = 🖼 { $n ->
    [one] 1 picture
   *[other] { $n } pictures
}
card-pictures-frames = 🖼 2 pictures: from the first to the last
card-pictures-effect = 🖼 { $have } of { $need ->
    [one] 1 photo
   *[other] { $need } photos
}
card-pictures-named = 🖼 { $n ->
    [one] 1 picture: { $names }
   *[other] { $n } pictures: { $names }
}
card-heard = 🎧 { $words }
card-said = 🗣 { $name }: “{ $words }”
card-left-out = 🚫 { $words }
card-hint = 💡 { $hint }
card-price = 💎 <b>{ $price }</b> · you have { $left }
card-price-about = 💎 <b>about { $price }</b> · you have { $left }
card-short = ⚠️ That's more than you have left. /quota shows when you get more.
card-ask-prompt = ✍️ <b>What should happen in it?</b> Just write it, or send a photo.
card-ask-first-picture = 🖼 <b>Send me the photo</b> for this effect.
card-ask-dancer = 🖼 <b>Send me the photo</b> of whoever should move like that. One with the whole body works best.
card-ask-newcomer = 🖼 <b>Send me the photo</b> of who or what should be there instead.
card-ask-picture-first = 🖼 <b>Send me the first photo.</b> This effect plays with { $need }.
card-ask-picture = 🖼 <b>Now photo { $number } of { $need }.</b>
card-welcome-picture = 🖼 Photo { $number } of { $need } is welcome, or start with those that are here.
card-ask-scene = ✍️ <b>What happens in the scene?</b> Write it, and name your pictures in it: { $n ->
    [one] <i>@pic1 rides a bicycle</i>
   *[other] <i>@pic1 rides a bicycle with @pic2</i>
}.
card-ask-named = ⚠️ Your words name { $named }, but { $n ->
    [one] there is one picture, @pic1.
   *[other] there are { $n } pictures, @pic1 to @pic{ $n }.
} Send one more, or write it differently.
card-ask-more-words = ✍️ “{ $words }” <b>How does it go on?</b> What you write next is added.
card-ask-still = ✍️ <b>What should the picture show?</b> Just write it. Photos that you send are what it goes by.
card-ask-still-by = ✍️ <b>What should the new picture show?</b> Write it; it goes by the photos that are here.
card-not-in-plan = 🚫 This way of making a video is not for you at the moment.
card-words-welcome = ✍️ Words are welcome too: just write what should happen.
card-in-group = ↩️ Reply to this message, so that I know it's for me.
card-options = ⚙️ { $options }
card-preview = a quick preview
card-off_peak = off-peak
card-names-unheard = ℹ️ Your words name pictures: that only works in “{ $way }”, with { $most } at most.
card-comes-later = 🌙 It comes within a day.
card-multi_shot = several shots
card-keep_sound = its own sound too
card-sound-on = with sound
card-sound-off = no sound
card-sound-auto = the effect's own sound
card-choose-several = How many at once? Four stand side by side, and you choose.
card-choose-model = Which model? Newer ones look better.
card-choose-quality = Which quality? More pixels cost more.
card-choose-duration = How long?
card-choose-ratio = Which shape? 9:16 fills a phone.
card-choose-style = Which style?
card-choose-camera = How should the camera move?
card-choose-motion = How lively?
card-prices = 💎 The number beside each is its price.
card-choose-way = What should I make of these?
card-choose-sound = 🔊 <b>What about sound?</b> PixVerse finds one that fits, or you describe it.
card-choose-sound-own = 🔊 <b>What about sound?</b> Keep what the effect brings, have PixVerse find one that fits, or describe it.
card-dropped = 🗑 Dropped. Send me something new whenever you like.
card-replaced = This one was replaced by a newer draft.
key-several = 🎞 { $value }
key-field = { $field }: { $value }
key-each-part = Each part: { $length }
key-sound-on = 🔊 Sound: on
key-sound-off = 🔇 Sound: off
key-sound-auto = 🎵 Sound: its own
key-preview-on = ⚡ Preview: on
key-preview-off = ⚡ Preview: off
key-off-peak-on = 🌙 Off-peak: on
key-off-peak-off = 🌙 Off-peak: off
key-keep-sound-on = 🎙 Own sound: kept
key-keep-sound-off = 🎙 Own sound: off
key-multi-shot-on = 🎥 Several shots: on
key-multi-shot-off = 🎥 Several shots: off
key-effect = ✨ Add an effect
key-effect-change = ✨ Another effect
key-effect-drop = ✖️ No effect
key-still = 🖼 As a picture
key-video-instead = 🎬 As a video
key-swap = 🔁 Swap
toast-swapped = Swapped: the other picture comes first now.
key-drop-picture = 🗑 Remove picture
key-generate = 🎬 Generate · { $credits }
key-generate-about = 🎬 Generate · about { $credits }
key-cancel = ✖️ Cancel
key-more = ⚙️ More
key-off-peak-saves = 🌙 Off-peak: saves 💎 { $credits }
key-leave-out = 🚫 Leave something out
key-leave-nothing-out = ✖️ Leave nothing out
more-preview = ⚡ <b>Preview</b>: a quick, rough version first. If you like it, get it in full quality.
more-off_peak = 🌙 <b>Off-peak</b>: cheaper, made when PixVerse has time; it comes within a day.
more-multi_shot = 🎥 <b>Several shots</b>: the camera changes its view, as in a film.
more-takes = ✌️ <b>Takes</b>: several videos of the same at once, each a little different.
key-back = ⬅️ Back
key-chosen = ✅ { $value }
card-seed = 🎲 Seed { $seed }: the same number gives much the same video
key-seed = 🎲 Choose the seed
key-seed-other = 🎲 Another seed
key-seed-drop = 🎲 Let chance decide
key-takes = ✌️ { $n } takes · 💎 { $credits }
key-takes-about = ✌️ { $n } takes · 💎 about { $credits }
