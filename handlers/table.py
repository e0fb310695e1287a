"""START HERE: the one table of everything that the bot reacts to, in the order in which it is tried."""

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    InlineQueryHandler,
    MessageHandler,
    PreCheckoutQueryHandler,
    TypeHandler,
    filters,
)

from handlers.account import Account
from handlers.addressed import ABOUT_A_PHOTO, ADDRESSED
from handlers.admin import table as admin_table
from handlers.admin.frame import Panel
from handlers.admin.table import Admin, Command
from handlers.answers import Answers
from handlers.button_handler import ButtonHandler
from handlers.chat import buttons
from handlers.clips import Clips
from handlers.commands import FOR_ROLES
from handlers.consent import Consent
from handlers.create import Create
from handlers.credit import Credit
from handlers.door import Doorkeeper
from handlers.effects import Effects
from handlers.errors import Errors
from handlers.footage import ANSWERS_VIDEO, SOUND, VIDEO
from handlers.history import History
from handlers.in_private import in_private
from handlers.inline import InlineMode
from handlers.jobs import Jobs
from handlers.links import Links
from handlers.payments import Payments
from handlers.pictures import Pictures
from handlers.positions import Position
from handlers.privacy import Privacy
from handlers.sounds import Sounds
from handlers.strangers import Strangers
from handlers.turn import Desk, Turn
from handlers.voices import Voices
from jobs.roles import Right

Handler = BaseHandler[Update, Turn, object]

NEW_MESSAGE = filters.UpdateType.MESSAGE & ADDRESSED
WORDS = NEW_MESSAGE & filters.TEXT & ~filters.COMMAND
EDITED = (
    filters.UpdateType.EDITED_MESSAGE & filters.ChatType.PRIVATE & (filters.TEXT | filters.CAPTION)
)
ANSWER_TO_VIDEO = NEW_MESSAGE & ANSWERS_VIDEO & (filters.TEXT & ~filters.COMMAND | VIDEO | SOUND)
GIF = filters.ANIMATION | filters.Document.MimeType("image/gif")


def fill(
    application: Application,  # type: ignore[type-arg]
    desk: Desk,
    *,
    account: Account,
    admin: Admin,
    clips: Clips,
    consent: Consent,
    create: Create,
    credit: Credit,
    effects: Effects,
    doorkeeper: Doorkeeper,
    errors: Errors,
    history: History,
    jobs: Jobs,
    payments: Payments,
    privacy: Privacy,
) -> None:
    """Put every handler where it belongs."""
    strangers = Strangers(desk)
    pictures, sounds, voices = Pictures(desk), Sounds(desk), Voices(desk)
    panel = Panel(desk, admin_table.pages(admin))

    def on(kind: type[buttons.Button], callback: object) -> ButtonHandler[Any]:
        return ButtonHandler(desk, kind, callback)  # type: ignore[arg-type]

    own = {
        "jobs": history.show,
        "quota": credit.quota,
        "history": credit.history,
        "settings": account.settings,
        "refer": account.refer,
        "buy": payments.buy,
        "paysupport": payments.support,
        "forgetme": privacy.ask_forget,
    }
    commands: list[Handler] = [
        CommandHandler("start", Links(desk, account, effects, own).start),
        *(CommandHandler(name, command) for name, command in in_private(desk, own).items()),
        CommandHandler("new", create.new),
        CommandHandler("effects", effects.browse),
        CommandHandler("help", account.help),
        CommandHandler("terms", consent.terms),
        CommandHandler("cancel", account.cancel),
        *(
            CommandHandler(name, _guarded(FOR_ROLES[name], command))
            for name, command in admin_table.commands(admin, panel).items()
        ),
    ]
    material: list[Handler] = [
        MessageHandler(EDITED, create.edited),
        MessageHandler(WORDS & ABOUT_A_PHOTO, create.about_photo),
        MessageHandler(ANSWER_TO_VIDEO, clips.replied),
        MessageHandler(NEW_MESSAGE & filters.PHOTO, create.photo),
        MessageHandler(NEW_MESSAGE & VIDEO, clips.video),
        MessageHandler(NEW_MESSAGE & SOUND, clips.sound),
        MessageHandler(NEW_MESSAGE & filters.Document.ALL & ~GIF, create.document),
        MessageHandler(WORDS, create.words),
    ]
    presses: list[ButtonHandler[Any]] = [
        on(buttons.AcceptTerms, consent.accept),
        on(buttons.Choose, create.choose),
        on(buttons.OpenField, create.open_field),
        on(buttons.OpenWays, create.open_ways),
        on(buttons.ChooseWay, create.choose_way),
        on(buttons.ShowCard, create.show_card),
        on(buttons.Generate, create.generate),
        on(buttons.GenerateTakes, create.generate_takes),
        on(buttons.DropSeed, create.drop_seed),
        on(buttons.DropDraft, create.drop),
        on(buttons.OpenMore, sounds.open_more),
        on(buttons.OpenSound, sounds.open_sound),
        on(buttons.AskWords, sounds.ask),
        on(buttons.ForgetWords, sounds.forget),
        on(buttons.WorkOn, clips.work_on),
        on(buttons.OpenClipModes, clips.open_modes),
        on(buttons.ChooseClipMode, clips.choose_mode),
        on(buttons.LetSpeak, clips.let_speak),
        on(buttons.DropVoice, clips.drop_voice),
        on(buttons.OpenSpeakers, voices.open),
        on(buttons.ChooseSpeaker, voices.choose),
        on(buttons.HearSpeaker, voices.hear),
        on(buttons.AddLastFrame, pictures.add_last_frame),
        on(buttons.OpenPictures, pictures.open),
        on(buttons.OpenPicture, pictures.open_picture),
        on(buttons.MovePicture, pictures.move),
        on(buttons.ReplacePicture, pictures.replace),
        on(buttons.RemovePicture, pictures.remove),
        on(buttons.ShowPictures, pictures.show_all),
        on(buttons.NamePicture, pictures.name),
        on(buttons.OpenSegment, pictures.open_segment),
        on(buttons.SetSegment, pictures.set_segment),
        on(buttons.AskSegment, pictures.ask_segment),
        on(buttons.HushSegment, pictures.hush_segment),
        on(buttons.SwapPictures, create.swap),
        on(buttons.DropPictures, create.drop_pictures),
        on(buttons.DropEffect, create.drop_effect),
        on(buttons.NewDraft, create.new_pressed),
        on(buttons.Browse, effects.browse_pressed),
        on(buttons.AskEffectWords, effects.ask_words),
        on(buttons.ShowEffect, effects.preview),
        on(buttons.StarEffect, effects.star),
        on(buttons.ClosePreview, effects.close_preview),
        on(buttons.UseEffect, effects.use),
        on(buttons.CancelJob, jobs.cancel),
        on(buttons.Again, jobs.again),
        on(buttons.ChangeJob, jobs.change),
        on(buttons.ReuseSeed, jobs.reuse_seed),
        on(buttons.FullQuality, jobs.full_quality),
        on(buttons.Resend, jobs.resend),
        on(buttons.ReportJob, jobs.report),
        on(buttons.ShowJobs, history.page_unfiltered),
        on(buttons.ShowHistory, history.page),
        on(buttons.OpenKinds, history.kinds),
        on(buttons.ShowJob, history.open),
        on(buttons.SendOriginal, history.original),
        on(buttons.DeleteJob, history.ask_delete),
        on(buttons.SureToDelete, history.delete),
        on(buttons.ShowHelp, account.help_pressed),
        on(buttons.ShowSettings, account.settings_pressed),
        on(buttons.OpenDefault, account.open_default),
        on(buttons.ChooseDefault, account.choose_default),
        on(buttons.OpenLanguages, account.open_languages),
        on(buttons.ForgetHabits, account.forget_habits),
        on(buttons.ChooseLanguage, account.choose_language),
        on(buttons.ShowQuota, credit.quota_pressed),
        on(buttons.ShowLedger, credit.history_pressed),
        on(buttons.OpenZones, credit.zones),
        on(buttons.ChooseZone, credit.choose_zone),
        on(buttons.AskZone, credit.ask_zone),
        on(buttons.OpenShop, payments.shop),
        on(buttons.BuyPack, payments.order),
        on(buttons.AskStop, payments.ask_stop),
        on(buttons.StopRenewal, payments.stop),
        on(buttons.ExportData, privacy.export),
        on(buttons.ForgetMe, privacy.forget),
        on(buttons.KeepMe, privacy.keep),
        *(on(kind, press) for kind, press in admin_table.presses(admin, panel).items()),
    ]
    consent.goes_on_with(presses)
    leftovers: list[Handler] = [
        CallbackQueryHandler(strangers.press),
        MessageHandler(NEW_MESSAGE & ~filters.StatusUpdate.ALL, strangers.message),
    ]
    everywhere = [*commands, *presses, *material]
    answers = Answers(
        desk,
        create=create,
        credit=credit,
        effects=effects,
        pictures=pictures,
        sounds=sounds,
        voices=voices,
    )
    dialogue: Handler = ConversationHandler(
        name="dialogue",
        persistent=True,
        entry_points=everywhere,
        states={
            Position.ASKED: [
                MessageHandler(ANSWER_TO_VIDEO, clips.replied),
                MessageHandler(WORDS, answers.words),
            ]
        },
        fallbacks=everywhere,
    )
    admin.errands.answered_by(admin_table.answers(admin))
    money: list[Handler] = [
        PreCheckoutQueryHandler(payments.checkout),
        MessageHandler(filters.SUCCESSFUL_PAYMENT, payments.paid),
        MessageHandler(filters.StatusUpdate.REFUNDED_PAYMENT, payments.returned),
    ]
    application.add_handlers(money, group=-4)
    application.add_handler(TypeHandler(Update, doorkeeper.check), group=-3)
    application.add_handler(TypeHandler(Update, admin.passwords.check), group=-2)
    application.add_handler(TypeHandler(Update, admin.errands.check), group=-1)
    application.add_handlers([dialogue, InlineQueryHandler(InlineMode(desk).find), *leftovers])
    application.add_error_handler(errors.on_error)


def _guarded(right: Right, command: Command) -> Command:
    """A command for those who have the right, in their private chat."""

    async def run(update: Update, turn: Turn) -> object:
        turn.require(right)
        return await command(update, turn)

    return run
