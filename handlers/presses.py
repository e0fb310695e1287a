"""Which button goes to whom, by the screens that they are on. Admins' buttons: `handlers/admin/table.py`."""

from collections.abc import Mapping

from handlers.admin import table as admin_table
from handlers.chat import buttons
from handlers.parts import Parts

Presses = Mapping[type[buttons.Button], object]


def presses(parts: Parts) -> Presses:
    """All of them."""
    return {
        buttons.AcceptTerms: parts.consent.accept,
        **_card(parts),
        **_pictures(parts),
        **_sounds(parts),
        **_clips(parts),
        **_effects(parts),
        **_jobs(parts),
        **_history(parts),
        **_account(parts),
        **_credit(parts),
        **admin_table.presses(parts.admin, parts.panel),
    }


def _card(parts: Parts) -> Presses:
    card = parts.card
    return {
        buttons.NewDraft: card.new_pressed,
        buttons.NewStill: card.new_still_pressed,
        buttons.OpenField: card.open_field,
        buttons.Choose: card.choose,
        buttons.OpenWays: card.open_ways,
        buttons.ChooseWay: card.choose_way,
        buttons.ShowCard: card.show_card,
        buttons.DropSeed: card.drop_seed,
        buttons.SwapPictures: card.swap,
        buttons.DropPictures: card.drop_pictures,
        buttons.DropEffect: card.drop_effect,
        buttons.DropDraft: card.drop,
        buttons.Generate: card.generate,
        buttons.GenerateTakes: card.generate_takes,
    }


def _pictures(parts: Parts) -> Presses:
    pictures = parts.pictures
    return {
        buttons.AddLastFrame: pictures.add_last_frame,
        buttons.OpenPictures: pictures.open,
        buttons.OpenPicture: pictures.open_picture,
        buttons.MovePicture: pictures.move,
        buttons.ReplacePicture: pictures.replace,
        buttons.RemovePicture: pictures.remove,
        buttons.ShowPictures: pictures.show_all,
        buttons.NamePicture: pictures.name,
        buttons.OpenSegment: pictures.open_segment,
        buttons.SetSegment: pictures.set_segment,
        buttons.AskSegment: pictures.ask_segment,
        buttons.HushSegment: pictures.hush_segment,
    }


def _sounds(parts: Parts) -> Presses:
    sounds, voices = parts.sounds, parts.voices
    return {
        buttons.OpenMore: sounds.open_more,
        buttons.OpenSound: sounds.open_sound,
        buttons.AskWords: sounds.ask,
        buttons.ForgetWords: sounds.forget,
        buttons.OpenSpeakers: voices.open,
        buttons.ChooseSpeaker: voices.choose,
        buttons.HearSpeaker: voices.hear,
    }


def _clips(parts: Parts) -> Presses:
    clips, looks = parts.clips, parts.looks
    return {
        buttons.WorkOn: clips.work_on,
        buttons.FollowUpOn: clips.follow_up,
        buttons.OpenClipModes: clips.open_modes,
        buttons.ChooseClipMode: clips.choose_mode,
        buttons.LetSpeak: clips.let_speak,
        buttons.DropVoice: clips.drop_voice,
        buttons.SwapPart: clips.swap_part,
        buttons.OpenLooks: looks.open,
        buttons.ChooseLook: looks.choose,
    }


def _effects(parts: Parts) -> Presses:
    effects = parts.effects
    return {
        buttons.Browse: effects.browse_pressed,
        buttons.AskEffectWords: effects.ask_words,
        buttons.ShowEffect: effects.preview,
        buttons.StarEffect: effects.star,
        buttons.ClosePreview: effects.close_preview,
        buttons.UseEffect: effects.use,
    }


def _jobs(parts: Parts) -> Presses:
    jobs = parts.jobs
    return {
        buttons.CancelJob: jobs.cancel,
        buttons.Again: jobs.again,
        buttons.ChangeJob: jobs.change,
        buttons.ReuseSeed: jobs.reuse_seed,
        buttons.FullQuality: jobs.full_quality,
        buttons.Resend: jobs.resend,
        buttons.ReportJob: jobs.report,
    }


def _history(parts: Parts) -> Presses:
    history = parts.history
    return {
        buttons.ShowJobs: history.page_unfiltered,
        buttons.ShowHistory: history.page,
        buttons.OpenKinds: history.kinds,
        buttons.ShowJob: history.open,
        buttons.SendOriginal: history.original,
        buttons.DeleteJob: history.ask_delete,
        buttons.SureToDelete: history.delete,
    }


def _account(parts: Parts) -> Presses:
    account, privacy = parts.account, parts.privacy
    return {
        buttons.ShowHelp: account.help_pressed,
        buttons.ShowSettings: account.settings_pressed,
        buttons.OpenDefault: account.open_default,
        buttons.ChooseDefault: account.choose_default,
        buttons.OpenLanguages: account.open_languages,
        buttons.ChooseLanguage: account.choose_language,
        buttons.ForgetHabits: account.forget_habits,
        buttons.ExportData: privacy.export,
        buttons.ForgetMe: privacy.forget,
        buttons.KeepMe: privacy.keep,
    }


def _credit(parts: Parts) -> Presses:
    credit, payments = parts.credit, parts.payments
    return {
        buttons.ShowQuota: credit.quota_pressed,
        buttons.ShowLedger: credit.history_pressed,
        buttons.OpenZones: credit.zones,
        buttons.ChooseZone: credit.choose_zone,
        buttons.AskZone: credit.ask_zone,
        buttons.OpenShop: payments.shop,
        buttons.BuyPack: payments.order,
        buttons.AskStop: payments.ask_stop,
        buttons.StopRenewal: payments.stop,
    }
