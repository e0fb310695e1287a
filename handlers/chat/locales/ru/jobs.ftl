### Тексты на русском: jobs.

status-queued = ⏳ <b>В очереди</b>: номер { $place }.
    { $what }
status-queued-paused = ⏸ <b>В очереди</b>: номер { $place }. Очередь на паузе и продолжится сама.
    { $what }
status-preparing = 📤 <b>Начинаем…</b>
    { $what }
status-rendering = 🎬 <b>PixVerse работает.</b> Прошло { $elapsed }{ $usual }.
    { $what }
status-begun = 🎬 <b>PixVerse работает.</b> Пришлю результат сюда.
    { $what }
status-begun-usual = 🎬 <b>PixVerse работает.</b> Обычно это занимает около { $time }.
    { $what }
status-usual = , обычно около { $time }
status-off-peak = 🌙 <b>PixVerse делает это в тихие часы.</b> Может уйти до суток; пришлю сюда.
    { $what }
status-unconfirmed = 🔍 <b>Проверяю, дошло ли это до PixVerse.</b> Ваши кредиты пока в сохранности.
    { $what }
status-ready = ✅ <b>Готово</b> за { $time }.
    { $what }
status-failed = ❌ <b>Не получилось.</b> Вернулось: { $credits }.
    { $what }
status-cancelled = ✖️ <b>Отменено.</b> Вернулось: { $credits }.
    { $what }
status-left = ✖️ <b>Остановлено.</b> PixVerse уже начал, поэтому не вернётся: { $credits }.
    { $what }
key-cancel-queued = ✖️ Отменить, кредиты вернутся
key-cancel-rendering = ✖️ Остановить (кредиты не вернутся)
toast-look-again = Здесь тем временем кое-что изменилось. Взгляните и нажмите «Создать» ещё раз.
toast-started = Поехали!
toast-already-started = Уже в работе.
toast-cancelled = Отменено. Кредиты вернулись.
toast-left = Остановлено. PixVerse уже начал, поэтому кредиты не вернутся.
toast-again = Ещё раз!
toast-sending = Отправляю ещё раз.
toast-nothing-to-send = Здесь нечего отправить.
toast-changed = Вот оно снова — меняйте, как хотите.

result-caption = { $prompt }
result-facts = <i>{ $facts }</i>
key-again = 🔁 Ещё раз 💎 { $credits }
key-change = ✏️ Настроить
result-link = 🎬 <b>Готово</b>, но Telegram это не принимает. Скачать можно здесь:
    { $url }
result-kept = 🎬 <b>Готово</b>, но Telegram не принимает этот файл. Напишите тем, кто ведёт этого бота: у них файл под номером { $job }.

failure = 😕 <b>{ $why }</b>
    Вернулось: { $credits }. Ничего не списано.
failure-moderated = Модерация PixVerse это не пропустила. Другие слова или другое фото могут пройти.
failure-invalid = PixVerse не принял это в таком виде. Попробуйте другие настройки или другое фото.
failure-no_credits = На аккаунте бота в PixVerse закончились кредиты. Админы уже знают.
failure-unauthorized = Бот не может войти в свой аккаунт PixVerse. Админы уже знают.
failure-account_locked = Аккаунт бота в PixVerse требует внимания. Админы уже знают.
failure-subscription_expired = Подписка бота на PixVerse закончилась. Админы уже знают.
failure-busy = PixVerse сейчас слишком занят. Попробуйте через несколько минут.
failure-bad_picture = Не удалось открыть фото: похоже, оно повреждено. Пришлите его ещё раз или другое.
failure-picture_gone = У Telegram больше нет этого фото. Пришлите его ещё раз.
failure-bad_sound = Здесь ничего не слышно: звука нет или файл повреждён. Пришлите его ещё раз или другой.
failure-bad_video = Не удалось открыть видео: похоже, оно повреждено или такой формат я не читаю. Пришлите его ещё раз или другое.
failure-file_gone = У Telegram больше нет того, что вы прислали. Пришлите ещё раз.
failure-too_long = Это длиннее, чем принимает PixVerse. Пришлите покороче.
failure-too_large = Файл слишком большой. Пришлите поменьше.
failure-not_activated = Этот эффект здесь пока недоступен. Админы бота уже знают; другие эффекты работают.
failure-unreachable = Не удалось связаться с PixVerse, хотя попыток было несколько. Попробуйте позже.
failure-render_failed = У PixVerse это не получилось. Часто помогает ещё одна попытка.
failure-lost = PixVerse потерял это видео по дороге.
failure-given_up = Не удалось узнать, что стало с этим видео.
failure-called_off = Это видео отменил админ бота.

jobs-title = 🗂 <b>Ваши видео</b>
jobs-none = У вас пока нет видео. Пришлите фразу или фото — и сделаем!
jobs-row = { $icon } { $what }
    <i>{ $when } · { $state }</i>
jobs-entry = <b>{ $number }</b> { $row }
state-queued = в очереди
state-uploading = начинаем
state-submitting = начинаем
state-unconfirmed = проверяется
state-generating = делается
state-delivering = уже едет к вам
state-delivered = готово
state-undeliverable = готово, ждёт вас
state-failed = не получилось
state-cancelled = отменено
key-full-quality = ✨ Полное качество
key-same-seed = 🎲 Похожее
