### Тексты на русском: history.

jobs-none-of-these = Таких нет. Кнопки выше покажут остальные.
jobs-choose-kind = 🗂 <b>Какого вида?</b>
job-price = 💎 { $credits }
kind-any = все
key-kind = 🎞 Вид: { $kind }
key-with-pictures = 🖼 С фото
outcome-all = Все
outcome-running = В работе
outcome-done = Готовы
outcome-failed = Не вышли
state-deleted = удалено
key-back-to-list = ⬅️ К списку
key-original = 📎 Исходный файл
key-delete = 🗑 Удалить
key-delete-sure = 🗑 Да, удалить навсегда
key-keep-video = ⬅️ Нет, оставить
toast-original = Исходный файл уже в пути.
original-gone = У PixVerse больше нет исходного файла. Осталось только то, что есть в этом чате.
delete-sure = 🗑 <b>Удалить навсегда?</b>
    { $what }

    Оно исчезнет и здесь, и в PixVerse, вернуть его никто не сможет. Потраченные кредиты не вернутся.
delete-sure-kept = 🗑 <b>Удалить навсегда?</b>
    { $what }

    Здесь оно исчезнет, и вернуть его никто не сможет. В PixVerse видео останется: там его нельзя удалить. Потраченные кредиты не вернутся.
delete-sure-no-video = 🗑 <b>Удалить?</b>
    { $what }

    В списке останется отметка «удалено», без ваших слов и фото.
job-deleted = 🗑 Удалено. Ваших слов и фото здесь больше нет, и PixVerse тоже удалит результат.
job-deleted-kept = 🗑 Удалено. Ваших слов и фото здесь больше нет, и ссылки на видео тоже. В PixVerse видео остаётся: там его нельзя удалить.
job-deleted-no-video = 🗑 Удалено. Ваших слов и фото здесь больше нет.
error-under-report = На него пожаловались. Удалить можно будет, когда админы посмотрят.
key-resend = ▶️ { $what }
key-forget-habits = 🧹 Забыть мои привычки
toast-habits-forgotten = Забыто. Когда возможно несколько вариантов, я снова спрошу.
