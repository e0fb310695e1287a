### What the card's pictures and words are arranged with. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

key-last-frame = ➕ Add last frame
ask-last-frame = 🖼 <b>Send me the photo that it should end with.</b>
key-pictures = 🖼 Arrange
key-name = ➕ { $name }

pictures = 🖼 <b>Your pictures, in their order.</b> Tap one to move, replace or remove it, or send more.
pictures-transition = 🖼 <b>Your film, from left to right.</b> Tap a picture to move, replace or remove it, a length to change what happens there, or send more pictures.
pictures-segment = { $number } → { $next }: { $words }
key-drop-all = 🗑 Remove all
pictures-one = 🖼 <b>Picture { $number } of { $n }</b>
pictures-lost = Telegram doesn't have all of these pictures any more. Replace what you can't see.
picture-number = Picture { $number }
key-picture = 🖼 { $number }
key-segment = → { $seconds } s →
key-show-pictures = 👀 Which is which?
key-done = ✅ Done
key-earlier = ⬅️ Move left
key-later = Move right ➡️
key-replace = 🔄 Replace
key-remove = 🗑 Remove
ask-replace = 🔄 <b>Send me the photo that takes the place of picture { $number }.</b>

segment = ⏱ <b>From picture { $number } to picture { $next }</b>: how long, and what happens?
segment-words = ✍️ { $words }
key-segment-words = ✍️ Words for this part
key-segment-hush = ✖️ No words of its own
ask-segment = ✍️ <b>What happens between picture { $number } and picture { $next }?</b> Just write it.

key-describe = 🎧 Describe the sound
key-describe-again = 🎧 Describe it differently
key-undescribe = ✖️ No description
ask-sound = 🎧 <b>What should be heard?</b> Write it in up to { $limit } characters, like <i>rain on leaves, distant thunder</i>.
ask-negative = 🚫 <b>What should not be seen?</b> Write it, like <i>text, people in the background</i>.
ask-seed = 🎲 <b>Which seed?</b> Write a whole number from { $first } to { $last }. The same request with the same number gives much the same video again.
key-somebody-speaks = 🗣 Let somebody speak
key-speak-otherwise = 🗣 Another voice
key-unspeak = ✖️ Nobody speaks
