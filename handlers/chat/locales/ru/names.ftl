### Тексты на русском: names.

credits = { $n ->
    [one] { $n } кредит
    [few] { $n } кредита
    [many] { $n } кредитов
   *[other] { $n } кредита
}
seconds = { $n } с
minutes = { $n } мин
hours = { $n } ч
days = { $n ->
    [one] { $n } день
    [few] { $n } дня
    [many] { $n } дней
   *[other] { $n } дня
}
moment = { $month ->
    [1] { $day } янв
    [2] { $day } фев
    [3] { $day } мар
    [4] { $day } апр
    [5] { $day } мая
    [6] { $day } июн
    [7] { $day } июл
    [8] { $day } авг
    [9] { $day } сен
    [10] { $day } окт
    [11] { $day } ноя
   *[12] { $day } дек
}, { $clock }
sentence = { $words }
field-model = Модель
field-quality = Качество
field-duration = Длина
field-ratio = Формат
field-sound = Звук
field-style = Стиль
field-camera = Камера
field-motion = Движение
field-keep_sound = Свой звук
field-multi_shot = Несколько планов
field-preview = Превью
field-off_peak = Тихие часы
value-on = вкл.
value-off = выкл.
value-auto = как у эффекта
mode-text = Текст в видео
mode-image = Фото в видео
mode-frames = От первого фото к последнему
mode-transition = От фото к фото
mode-fusion = Фото в одной сцене
mode-still = Новая картинка
mode-effect = Эффект
mode-extend = Продлённое видео
mode-modify = Изменённое видео
mode-lipsync = Синхронизация губ
mode-upscale = Увеличение до 4K
mode-motion = Движение как в видео
mode-restyle = Новый стиль
mode-sound = Новый звук
mode-swap = Замена
mode-follow_up = Продолжение
mode-parts = Что можно заменить
way-image = 🎞 Оживить
way-frames = ➡️ От первого к последнему
way-transition = 🔀 От фото к фото
way-fusion = 🧩 В одну сцену
way-still = 🖼 Новая картинка
way-extend = ⏩ Продлить
way-modify = 🪄 Что-то изменить
way-lipsync = 👄 Пусть заговорит
way-upscale = 🔍 Увеличить до 4K
way-motion = 🕺 Пусть фото движется так же
way-restyle = 🎨 Другой стиль
way-sound = 🎧 Другой звук
way-swap = 🔄 Заменить кого-то или что-то
