### نصوص عربية: card.

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
card-title-parts = 🎬 <b>{ mode-swap }</b>
card-title-effect = ‏✨ <b>{ $effect }</b>
card-title-follow_up = 🎬 <b>{ mode-follow_up }</b>
card-prompt = <blockquote expandable>{ $prompt }</blockquote>
card-pictures = 🖼 الصور: { $n }
card-pictures-frames = 🖼 صورتان: من الأولى إلى الأخيرة
card-pictures-effect = 🖼 الصور: { $have } من { $need }
card-pictures-named = 🖼 الصور: { $n } ({ $names })
card-heard = 🎧 { $words }
card-said = 🗣 { $name }: «{ $words }»
card-left-out = 🚫 { $words }
card-hint = 💡 { $hint }
card-price = 💎 <b>{ $price }</b> · لديك { $left }
card-price-about = 💎 <b>نحو { $price }</b> · لديك { $left }
card-short = ⚠️ هذا أكثر مما تبقى لك. ‏/quota يبيّن متى تحصل على المزيد.
card-ask-prompt = ✍️ <b>ماذا ينبغي أن يحدث في الفيديو؟</b> اكتب ذلك أو أرسل صورة.
card-ask-first-picture = 🖼 <b>أرسل لي الصورة</b> لهذا التأثير.
card-ask-dancer = 🖼 <b>أرسل لي صورة</b> من ينبغي أن يتحرك هكذا. الأفضل أن يظهر الجسم كاملًا.
card-ask-newcomer = 🖼 <b>أرسل لي صورة</b> من أو ما ينبغي أن يحلّ مكانه.
card-ask-picture-first = 🖼 <b>أرسل لي الصورة الأولى.</b> عدد صور هذا التأثير: { $need }.
card-ask-picture = 🖼 <b>الآن الصورة { $number } من { $need }.</b>
card-welcome-picture = 🖼 يمكنك إرسال الصورة { $number } من { $need }، أو البدء بما لديك.
card-ask-scene = ✍️ <b>ماذا يحدث في المشهد؟</b> اكتبه واذكر صورك فيه: { $n ->
    [zero] <i>⁨@pic1⁩ على دراجة</i>
    [one] <i>⁨@pic1⁩ على دراجة</i>
    [two] <i>⁨@pic1⁩ على دراجة مع ⁨@pic2⁩</i>
    [few] <i>⁨@pic1⁩ على دراجة مع ⁨@pic2⁩</i>
    [many] <i>⁨@pic1⁩ على دراجة مع ⁨@pic2⁩</i>
   *[other] <i>⁨@pic1⁩ على دراجة مع ⁨@pic2⁩</i>
}.
card-ask-named = ⚠️ ذكرت { $named }، لكن { $n ->
    [zero] لا توجد صور.
    [one] توجد صورة واحدة، ⁨@pic1⁩.
    [two] توجد صورتان، ⁨@pic1⁩ و ⁨@pic2⁩.
    [few] توجد { $n } صور، من ⁨@pic1⁩ إلى @pic{ $n }.
    [many] توجد { $n } صورة، من ⁨@pic1⁩ إلى @pic{ $n }.
   *[other] توجد { $n } صورة، من ⁨@pic1⁩ إلى @pic{ $n }.
} أرسل صورة أخرى أو غيّر كلماتك.
card-ask-more-words = ✍️ «{ $words }» <b>وماذا بعد؟</b> سيُضاف ما تكتبه الآن.
card-ask-still = ✍️ <b>ماذا ينبغي أن تُظهر الصورة؟</b> اكتب ذلك. الصور التي ترسلها تكون مرجعًا لها.
card-ask-still-by = ✍️ <b>ماذا ينبغي أن تُظهر الصورة الجديدة؟</b> اكتب ذلك؛ والصور الموجودة هنا مرجع لها.
card-not-in-plan = 🚫 هذه الطريقة لصنع الفيديو غير متاحة لك حاليًا.
card-words-welcome = ✍️ يمكنك أيضًا إضافة كلمات: اكتب ما ينبغي أن يحدث.
card-in-group = ↩️ ردّ على هذه الرسالة لأعرف أن الكلام لي.
card-options = ⚙️ { $options }
card-preview = معاينة سريعة
card-off_peak = خارج الذروة
card-names-unheard = ℹ️ كلماتك تسمّي صورًا: لا ينفع ذلك إلا في «{ $way }»، وأقصاها { $most }.
card-comes-later = 🌙 يصل خلال يوم.
card-multi_shot = عدة لقطات
card-keep_sound = مع صوته الأصلي
card-sound-on = بصوت
card-sound-off = بلا صوت
card-sound-auto = صوت التأثير نفسه
card-choose-several = كم فيديو دفعة واحدة؟ تظهر الأربعة جنبًا إلى جنب لتختار.
card-choose-model = أي نموذج؟ الأحدث أجمل.
card-choose-quality = أي جودة؟ كلما زادت الدقة زاد السعر.
card-choose-duration = ما المدة؟
card-choose-ratio = أي شكل؟ 9:16 يملأ الهاتف.
card-choose-style = أي أسلوب؟
card-choose-camera = كيف تتحرك الكاميرا؟
card-choose-motion = ما قدر الحركة؟
card-prices = 💎 الرقم المجاور هو السعر.
card-choose-way = ماذا أصنع من هذا؟
card-choose-sound = 🔊 <b>والصوت؟</b> يختار PixVerse صوتًا مناسبًا، أو صِفه أنت.
card-choose-sound-own = 🔊 <b>والصوت؟</b> أبقِ صوت التأثير، أو دع PixVerse يختار صوتًا مناسبًا، أو صِفه أنت.
card-dropped = 🗑 أُلغيت المسودة. أرسل شيئًا جديدًا متى شئت.
card-replaced = حلّت محلها مسودة أحدث.
key-several = 🎞 { $value }
key-field = { $field }: { $value }
key-each-part = كل جزء: { $length }
key-sound-on = 🔊 الصوت: نعم
key-sound-off = 🔇 الصوت: لا
key-sound-auto = 🎵 الصوت: الأصلي
key-preview-on = ⚡ معاينة: نعم
key-preview-off = ⚡ معاينة: لا
key-off-peak-on = 🌙 خارج الذروة: نعم
key-off-peak-off = 🌙 خارج الذروة: لا
key-keep-sound-on = 🎙 الصوت الأصلي: نعم
key-keep-sound-off = 🎙 الصوت الأصلي: لا
key-multi-shot-on = 🎥 عدة لقطات: نعم
key-multi-shot-off = 🎥 عدة لقطات: لا
key-effect = ✨ إضافة تأثير
key-effect-change = ✨ تأثير آخر
key-effect-drop = ✖️ بلا تأثير
key-still = 🖼 كصورة
key-video-instead = 🎬 كفيديو
key-swap = 🔁 تبديل الصور
toast-swapped = تم التبديل: الصورة الأخرى هي الأولى الآن.
key-drop-picture = 🗑 إزالة الصورة
key-generate = 🎬 إنشاء · { $credits }
key-generate-about = 🎬 إنشاء · نحو { $credits }
key-cancel = ✖️ إلغاء
key-more = ⚙️ المزيد
key-off-peak-saves = 🌙 خارج الذروة: يوفّر 💎 { $credits }
key-leave-out = 🚫 استبعاد شيء
key-leave-nothing-out = ✖️ عدم استبعاد شيء
more-preview = ⚡ <b>معاينة</b>: نسخة سريعة وأولية. إن أعجبتك فخذها بالجودة الكاملة.
more-off_peak = 🌙 <b>خارج الذروة</b>: أرخص، يُصنع حين يتفرغ PixVerse ويصل خلال يوم.
more-multi_shot = 🎥 <b>عدة لقطات</b>: تغيّر الكاميرا زاويتها كما في السينما.
more-takes = ✌️ <b>نسخ</b>: عدة فيديوهات للشيء نفسه دفعة واحدة، لكل منها اختلاف بسيط.
key-back = ⬅️ رجوع
key-chosen = ✅ { $value }
card-seed = 🎲 البذرة { $seed }: الرقم نفسه يعطي فيديو شبه مطابق
key-seed = 🎲 اختر البذرة
key-seed-other = 🎲 بذرة أخرى
key-seed-drop = 🎲 دع الحظ يقرر
key-takes = ✌️ النسخ: { $n } · 💎 { $credits }
key-takes-about = ✌️ النسخ: { $n } · 💎 نحو { $credits }
