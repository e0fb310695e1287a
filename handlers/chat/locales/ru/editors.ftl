### Тексты на русском: editors.

key-last-frame = ➕ Последний кадр
ask-last-frame = 🖼 <b>Пришлите фото, которым всё закончится.</b>
key-pictures = 🖼 Порядок фото
key-name = ➕ { $name }

pictures = 🖼 <b>Ваши фото по порядку.</b> Нажмите на фото, чтобы передвинуть, заменить или убрать его, или пришлите ещё.
pictures-transition = 🖼 <b>Ваш фильм слева направо.</b> Нажмите на фото, чтобы передвинуть, заменить или убрать его, на длину — чтобы изменить, что там происходит, или пришлите ещё фото.
pictures-segment = { $number } → { $next }: { $words }
key-drop-all = 🗑 Убрать все
pictures-one = 🖼 <b>Фото { $number } из { $n }</b>
pictures-lost = Не все эти фото ещё есть в Telegram. Замените те, которых не видно.
picture-number = Фото { $number }
key-picture = 🖼 { $number }
key-segment = → { $seconds } с →
key-show-pictures = 👀 Где какое?
key-done = ✅ Готово
key-earlier = ⬅️ Левее
key-later = Правее ➡️
key-replace = 🔄 Заменить
key-remove = 🗑 Убрать
ask-replace = 🔄 <b>Пришлите фото вместо фото { $number }.</b>

segment = ⏱ <b>От фото { $number } к фото { $next }</b>: как долго и что происходит?
segment-words = ✍️ { $words }
key-segment-words = ✍️ Слова к этой части
key-segment-hush = ✖️ Без своих слов
ask-segment = ✍️ <b>Что происходит между фото { $number } и фото { $next }?</b> Просто напишите.

key-describe = 🎧 Описать звук
key-describe-again = 🎧 Описать иначе
key-undescribe = ✖️ Без описания
ask-sound = 🎧 <b>Что должно быть слышно?</b> Напишите, не больше { $limit } знаков, например <i>дождь по листьям, далёкий гром</i>.
ask-negative = 🚫 <b>Чего не должно быть видно?</b> Напишите, например <i>текст, люди на фоне</i>.
ask-seed = 🎲 <b>Какое число?</b> Напишите целое от { $first } до { $last }: от него зависит, как ляжет случай. Тот же запрос с тем же числом даст почти такое же видео.
key-somebody-speaks = 🗣 Пусть кто-то говорит
key-speak-otherwise = 🗣 Другой голос
key-unspeak = ✖️ Никто не говорит
