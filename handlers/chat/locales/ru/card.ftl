### Тексты на русском: card.

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
card-pictures = 🖼 { $n } фото
card-pictures-frames = 🖼 2 фото: от первого к последнему
card-pictures-effect = 🖼 { $have } из { $need } фото
card-pictures-named = 🖼 { $n } фото: { $names }
card-heard = 🎧 { $words }
card-said = 🗣 { $name }: «{ $words }»
card-left-out = 🚫 { $words }
card-hint = 💡 { $hint }
card-price = 💎 <b>{ $price }</b> · у вас { $left }
card-price-about = 💎 <b>примерно { $price }</b> · у вас { $left }
card-short = ⚠️ Это больше, чем у вас осталось. /quota покажет, когда будет ещё.
card-ask-prompt = ✍️ <b>Что должно происходить?</b> Просто напишите или пришлите фото.
card-ask-first-picture = 🖼 <b>Пришлите фото</b> для этого эффекта.
card-ask-dancer = 🖼 <b>Пришлите фото</b> того, кто должен так двигаться. Лучше всего — в полный рост.
card-ask-newcomer = 🖼 <b>Пришлите фото</b> того, кто или что должно быть на этом месте.
card-ask-picture-first = 🖼 <b>Пришлите первое фото.</b> Всего для этого эффекта нужно фото: { $need }.
card-ask-picture = 🖼 <b>Теперь фото { $number } из { $need }.</b>
card-welcome-picture = 🖼 Можно добавить фото { $number } из { $need } или начать с тем, что есть.
card-ask-scene = ✍️ <b>Что происходит в сцене?</b> Напишите и назовите в тексте свои фото: { $n ->
    [one] <i>@pic1 едет на велосипеде</i>
    [few] <i>@pic1 едет на велосипеде с @pic2</i>
    [many] <i>@pic1 едет на велосипеде с @pic2</i>
   *[other] <i>@pic1 едет на велосипеде с @pic2</i>
}.
card-ask-named = ⚠️ В тексте названо { $named }, но { $n ->
    [one] фото всего { $n }, последнее — @pic{ $n }.
    [few] фото всего { $n }: от @pic1 до @pic{ $n }.
    [many] фото всего { $n }: от @pic1 до @pic{ $n }.
   *[other] фото всего { $n }: от @pic1 до @pic{ $n }.
} Пришлите ещё одно или напишите иначе.
card-ask-more-words = ✍️ «{ $words }» <b>Что дальше?</b> Следующие слова добавятся к этим.
card-ask-still = ✍️ <b>Что должно быть на картинке?</b> Просто напишите. Присланные фото послужат образцом.
card-ask-still-by = ✍️ <b>Что должно быть на новой картинке?</b> Напишите: фото, которые уже здесь, послужат образцом.
card-not-in-plan = 🚫 Этот способ сделать видео вам сейчас недоступен.
card-words-welcome = ✍️ Можно добавить и слова: просто напишите, что должно происходить.
card-in-group = ↩️ Ответьте на это сообщение — тогда я пойму, что это мне.
card-options = ⚙️ { $options }
card-preview = быстрое превью
card-off_peak = в тихие часы
card-names-unheard = ℹ️ В тексте фото названы по номерам: это работает только в «{ $way }», и фото там не больше { $most }.
card-comes-later = 🌙 Придёт в течение суток.
card-multi_shot = несколько планов
card-keep_sound = со своим звуком
card-sound-on = со звуком
card-sound-off = без звука
card-sound-auto = звук эффекта
card-choose-several = Сколько сразу? Четыре встанут рядом — выберете лучшее.
card-choose-model = Какая модель? Новые красивее.
card-choose-quality = Какое качество? Чем больше пикселей, тем дороже.
card-choose-duration = Какой длины?
card-choose-ratio = Какой формат? 9:16 — на весь экран телефона.
card-choose-style = Какой стиль?
card-choose-camera = Как двигать камеру?
card-choose-motion = Насколько живо?
card-prices = 💎 Число рядом — цена.
card-choose-way = Что мне из этого сделать?
card-choose-sound = 🔊 <b>Что со звуком?</b> PixVerse подберёт подходящий, или опишите его сами.
card-choose-sound-own = 🔊 <b>Что со звуком?</b> Оставьте звук эффекта, дайте PixVerse подобрать подходящий или опишите его сами.
card-dropped = 🗑 Убрано. Присылайте новое, когда захотите.
card-replaced = Вместо него теперь более новый черновик.
key-several = 🎞 { $value }
key-field = { $field }: { $value }
key-each-part = Отрезок: { $length }
key-sound-on = 🔊 Звук: вкл.
key-sound-off = 🔇 Звук: выкл.
key-sound-auto = 🎵 Звук: свой
key-preview-on = ⚡ Превью: вкл.
key-preview-off = ⚡ Превью: выкл.
key-off-peak-on = 🌙 Тихие часы: вкл.
key-off-peak-off = 🌙 Тихие часы: выкл.
key-keep-sound-on = 🎙 Свой звук: вкл.
key-keep-sound-off = 🎙 Свой звук: выкл.
key-multi-shot-on = 🎥 Несколько планов: вкл.
key-multi-shot-off = 🎥 Несколько планов: выкл.
key-effect = ✨ Добавить эффект
key-effect-change = ✨ Другой эффект
key-effect-drop = ✖️ Без эффекта
key-still = 🖼 Как картинку
key-video-instead = 🎬 Как видео
key-swap = 🔁 Поменять фото
toast-swapped = Готово: теперь первым идёт другое фото.
key-drop-picture = 🗑 Убрать фото
key-generate = 🎬 Создать · { $credits }
key-generate-about = 🎬 Создать · примерно { $credits }
key-cancel = ✖️ Отмена
key-more = ⚙️ Ещё
key-off-peak-saves = 🌙 Тихие часы: минус 💎 { $credits }
key-leave-out = 🚫 Чего не показывать
key-leave-nothing-out = ✖️ Показывать всё
more-preview = ⚡ <b>Превью</b>: сначала быстрая черновая версия. Понравится — получите видео в полном качестве.
more-off_peak = 🌙 <b>Тихие часы</b>: дешевле, делается, когда PixVerse свободен; придёт в течение суток.
more-multi_shot = 🎥 <b>Несколько планов</b>: камера меняет ракурс, как в кино.
more-takes = ✌️ <b>Дубли</b>: сразу несколько видео об одном и том же, каждое чуть иное.
key-back = ⬅️ Назад
key-chosen = ✅ { $value }
card-seed = 🎲 Число { $seed }: с ним же выйдет почти такое же видео
key-seed = 🎲 Задать число случая
key-seed-other = 🎲 Другое число
key-seed-drop = 🎲 Пусть решит случай
key-takes = ✌️ Дублей: { $n } · 💎 { $credits }
key-takes-about = ✌️ Дублей: { $n } · 💎 примерно { $credits }
