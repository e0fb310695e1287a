### Effects. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

effects-hot = 🔥 <b>Hot effects</b>
effects-new = 🆕 <b>New effects</b>
effects-all = ✨ <b>All effects</b>
effects-found = 🔎 <b>Effects for “{ $words }”</b>
effects-page = Page { $page } of { $pages }. Tap one to see it move.
effects-none = Nothing here yet.
effects-not-found = I found no effect for “{ $words }”. Try another word?
effects-loading = I'm still fetching the list of effects. Please try again in a minute.
effects-ask-words = 🔎 Which effect are you looking for? Write a word or two, like <i>hug</i> or <i>dance</i>.
key-hot = 🔥 Hot
key-new-effects = 🆕 New
key-all = ✨ All
key-search = 🔎 Search
key-previous = ◀️
key-next = ▶️
key-effect-row = { $name } · { $credits }
key-effect-row-two = 👥 { $name } · { $credits }
effect = ✨ <b>{ $name }</b>
effect-facts = { $pictures ->
    [one] 🖼 needs one photo
   *[other] 🖼 needs { $pictures } photos
} · ⏱ { $seconds } s · 💎 { $credits }
effect-facts-image = { $pictures ->
    [one] 🖼 needs one photo
   *[other] 🖼 needs { $pictures } photos
} · makes a picture · 💎 { $credits }
key-use-effect = 🎬 Use this effect
key-close = ⬅️ Back to the list
