### Names of things. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

credits = { $n ->
    [one] { $n } credit
   *[other] { $n } credits
}
seconds = { $n } s
minutes = { $n } min
hours = { $n } hours
days = { $n } days
moment = { $month ->
    [1] { $day } Jan
    [2] { $day } Feb
    [3] { $day } Mar
    [4] { $day } Apr
    [5] { $day } May
    [6] { $day } Jun
    [7] { $day } Jul
    [8] { $day } Aug
    [9] { $day } Sep
    [10] { $day } Oct
    [11] { $day } Nov
   *[12] { $day } Dec
} { $clock }
sentence = { $words }
field-model = Model
field-quality = Quality
field-duration = Length
field-ratio = Shape
field-sound = Sound
field-style = Style
field-camera = Camera
field-motion = Movement
field-keep_sound = Own sound
field-multi_shot = Several shots
field-preview = Preview
field-off_peak = Off-peak
value-on = on
value-off = off
value-auto = the effect's own
mode-text = Text to video
mode-image = Picture to video
mode-frames = First to last picture
mode-transition = Picture to picture
mode-fusion = Pictures in one scene
mode-still = New picture
mode-effect = Effect
mode-extend = Longer video
mode-modify = Changed video
mode-lipsync = Lip sync
mode-upscale = Upscaled to 4K
mode-motion = Moving like a video
mode-restyle = New style
mode-sound = New sound
mode-swap = Swap
mode-follow_up = Follow-up
mode-parts = What can be swapped
way-image = 🎞 Make it move
way-frames = ➡️ First to last
way-transition = 🔀 Picture to picture
way-fusion = 🧩 Into one scene
way-still = 🖼 A new picture
way-extend = ⏩ Make it longer
way-modify = 🪄 Change something in it
way-lipsync = 👄 Let it speak
way-upscale = 🔍 Upscale to 4K
way-motion = 🕺 Let a picture move like it
way-restyle = 🎨 Another style
way-sound = 🎧 Another sound
way-swap = 🔄 Swap somebody or something
