### The numbers, for admins. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

panel-numbers = 📊 Numbers
command-stats = How it goes
numbers = 📊 <b>{ $days ->
    [1] Today
   *[other] The last { $days } days
}</b>
numbers-usage = <code>/stats</code> is about today, <code>/stats 7</code> and <code>/stats 30</code> about so many days; <code>/stats 30 picture</code> draws them.
numbers-people = 👥 New people: { $newcomers }, active: { $active }
numbers-jobs = 🎬 Videos: { $jobs } ({ $made } made, { $failed } failed)
numbers-success = ✅ { $percent }% worked out
numbers-mode = • { $mode }: { $n }
numbers-waiting = ⏳ Waiting: usually { $middle }, 95 of 100 within { $high }
numbers-rendering = 🎞 Making: usually { $middle }, 95 of 100 within { $high }
numbers-credits = 💎 Credits spent by people: { $spent }
numbers-taken = 🏦 Taken by PixVerse: { $taken }
numbers-left = 🏦 Left at PixVerse: { $left }
numbers-stars = ⭐ Stars: { $stars }
key-numbers-1 = Today
key-numbers-7 = 7 days
key-numbers-30 = 30 days
key-numbers-chart = 📈 As a picture
chart-title = { $days ->
    [1] Today
   *[other] { $days } days
}
chart-videos = Videos
chart-made = { $n } made
chart-failed = { $n } failed
chart-credits = Credits
chart-spent = { $n } by people
chart-waiting = Waiting
chart-rendering = Making
chart-usual = half of them: { $time }
chart-longest = 95 of 100: { $time }
chart-hours = { $n } h
chart-days = { $n } d
chart-nothing = Nothing yet
chart-newcomers = new people
chart-active = active
chart-stars = Stars
chart-taken = credits taken by PixVerse
chart-left = left there
chart-more-modes = others
