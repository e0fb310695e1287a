### نصوص عربية: names.

credits = { $n ->
    [zero] { $n } نقطة
    [one] { $n } نقطة
    [two] { $n } نقطة
    [few] { $n } نقاط
    [many] { $n } نقطة
   *[other] { $n } نقطة
}
seconds = { $n } ث
minutes = { $n } د
hours = { $n ->
    [zero] { $n } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
days = { $n ->
    [zero] { $n } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
moment = { $day }/{ $month } { $clock }
sentence = { $words }
field-model = النموذج
field-quality = الجودة
field-duration = المدة
field-ratio = الشكل
field-sound = الصوت
field-style = الأسلوب
field-camera = الكاميرا
field-motion = الحركة
field-keep_sound = الصوت الأصلي
field-multi_shot = عدة لقطات
field-preview = معاينة
field-off_peak = خارج الذروة
value-on = نعم
value-off = لا
value-auto = صوت التأثير
mode-text = نص إلى فيديو
mode-image = صورة إلى فيديو
mode-frames = من أول صورة إلى آخرها
mode-transition = من صورة إلى صورة
mode-fusion = صور في مشهد واحد
mode-still = صورة جديدة
mode-effect = تأثير
mode-extend = فيديو أطول
mode-modify = فيديو معدّل
mode-lipsync = مزامنة الشفاه
mode-upscale = تكبير إلى 4K
mode-motion = حركة مثل فيديو
mode-restyle = أسلوب جديد
mode-sound = صوت جديد
mode-swap = تبديل
mode-follow_up = متابعة
mode-parts = ما يمكن تبديله
way-image = 🎞 حرّكها
way-frames = ➡️ من الأولى إلى الأخيرة
way-transition = 🔀 من صورة إلى صورة
way-fusion = 🧩 في مشهد واحد
way-still = 🖼 صورة جديدة
way-extend = ⏩ أطِله
way-modify = 🪄 غيّر شيئًا فيه
way-lipsync = 👄 دعه يتكلم
way-upscale = 🔍 تكبير إلى 4K
way-motion = 🕺 حرّك صورة مثله
way-restyle = 🎨 أسلوب آخر
way-sound = 🎧 صوت آخر
way-swap = 🔄 بدّل شخصًا أو شيئًا
