### Тексты на русском: commands.

command-start = Поздороваться
command-new = Новое видео
command-effects = Эффекты
command-jobs = Ваши видео
command-quota = Сколько осталось
command-history = Все изменения кредитов
command-buy = Купить кредиты за Stars
command-paysupport = Помощь с оплатой
command-forgetme = Стереть всё, что я о вас знаю
command-settings = С чего начинаются новые видео
command-terms = На что вы соглашаетесь
command-help = Как это работает
command-cancel = Убрать черновик
command-refer = Привести друга
about = Превращаю слова и картинки в видео с PixVerse, продлеваю видео, меняю их и даю им голос. Пришлите фразу, фото или видео.
about-short = Превращает слова и фото в видео.
language = 🇷🇺 Русский
