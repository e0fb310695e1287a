### Effects. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

effects-hot = 🔥 <b>Hot effects</b>
effects-new = 🆕 <b>New effects</b>
effects-all = ✨ <b>All effects</b>
effects-favourites = ⭐ <b>Your favourites</b>
effects-recent = 🕘 <b>Used lately</b>
effects-found = 🔎 <b>Effects for “{ $words }”</b>
effects-page = Page { $page } of { $pages }. Tap one to see it move.
effects-tap = Tap one to see it move.
effects-several = 👥 wants several photos.
effects-none = Nothing here yet.
effects-no-favourites = No favourites yet. Open an effect and tap ⭐ to keep it here.
effects-no-recent = You have used no effect yet. Those that you make a video with stand here.
effects-not-found = I found no effect for “{ $words }”. Try another word?
effects-loading = I'm still fetching the list of effects. Please try again in a minute.
effects-ask-words = 🔎 Which effect are you looking for? Write a word or two, like <i>hug</i> or <i>dance</i>.
key-hot = 🔥 Hot
key-new-effects = 🆕 New
key-all = ✨ All
key-favourites = ⭐ Mine
key-recent = 🕘 Recent
key-search = 🔎 Search
key-previous = ◀️
key-next = ▶️
key-effect-row = { $name } · 💎 { $credits }
key-effect-row-two = 👥 { $name } · 💎 { $credits }
effect = ✨ <b>{ $name }</b>
effect-facts = { $pictures ->
    [one] 🖼 one photo
   *[other] 🖼 { $pictures } photos
} · ⏱ { $seconds } s · 💎 { $credits }
effect-facts-image = { $pictures ->
    [one] 🖼 one photo
   *[other] 🖼 { $pictures } photos
} · makes a picture · 💎 { $credits }
key-use-effect = 🎬 Use this effect
key-close = ⬅️ Back to the list
key-star = ☆ Favourite
key-unstar = ⭐ Favourite
key-share-effect = 📤 Share
toast-starred = ⭐ It's among your favourites now.
toast-unstarred = It's no favourite any more.
key-wished = ✨ The effect you came for
