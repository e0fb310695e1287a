### Names of things. Arguments that come from people are escaped before they get here; markup is Telegram's HTML.

credits = { $n ->
    [one] { $n } credit
   *[other] { $n } credits
}
seconds = { $n } s
minutes = { $n } min
hours = { $n } hours
days = { $n } days
sentence = { $words }
field-model = Model
field-quality = Quality
field-duration = Length
field-ratio = Shape
field-sound = Sound
field-preview = Preview
field-off_peak = Off-peak
value-on = on
value-off = off
value-auto = the effect's own
mode-text = Text to video
mode-image = Picture to video
mode-frames = First to last picture
mode-transition = Picture to picture
mode-effect = { $effect }
