"""The methods of the Bot API by name."""

from collections.abc import Awaitable, Callable
from typing import Any

from simulator.telegram.call import Call
from simulator.telegram.methods import (
    chats,
    copying,
    edits,
    files,
    inline,
    intake,
    media,
    payments,
    profile,
    text,
    topics,
)
from simulator.telegram.world import World

Method = Callable[[World, Call], Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "logOut": profile.log_out,
    "close": profile.log_out,
    "getUpdates": intake.get_updates,
    "setWebhook": intake.set_webhook,
    "deleteWebhook": intake.delete_webhook,
    "getWebhookInfo": intake.get_webhook_info,
    "answerCallbackQuery": intake.answer_callback_query,
    "sendMessage": text.send_message,
    "sendChatAction": text.send_chat_action,
    "sendLocation": text.send_location,
    "sendContact": text.send_contact,
    "sendDice": text.send_dice,
    "sendPhoto": media.sender("photo"),
    "sendVideo": media.sender("video"),
    "sendAnimation": media.sender("animation"),
    "sendDocument": media.sender("document"),
    "sendAudio": media.sender("audio"),
    "sendVoice": media.sender("voice"),
    "sendVideoNote": media.sender("video_note"),
    "sendSticker": media.sender("sticker"),
    "sendMediaGroup": media.send_media_group,
    "sendPoll": text.send_poll,
    "sendInvoice": payments.send_invoice,
    "answerPreCheckoutQuery": payments.answer_pre_checkout_query,
    "createInvoiceLink": payments.create_invoice_link,
    "refundStarPayment": payments.refund_star_payment,
    "editUserStarSubscription": payments.edit_user_star_subscription,
    "getMyStarBalance": payments.get_my_star_balance,
    "getStarTransactions": payments.get_star_transactions,
    "answerInlineQuery": inline.answer_inline_query,
    "getUserProfilePhotos": chats.get_user_profile_photos,
    "copyMessage": copying.copy_message,
    "copyMessages": copying.copy_messages,
    "forwardMessage": copying.forward_message,
    "forwardMessages": copying.forward_messages,
    "editMessageText": edits.edit_message_text,
    "editMessageCaption": edits.edit_message_caption,
    "editMessageMedia": edits.edit_message_media,
    "editMessageReplyMarkup": edits.edit_message_reply_markup,
    "deleteMessage": edits.delete_message,
    "deleteMessages": edits.delete_messages,
    "getFile": files.get_file,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatMemberCount": chats.get_chat_member_count,
    "getChatAdministrators": chats.get_chat_administrators,
    "leaveChat": chats.leave_chat,
    "pinChatMessage": chats.pin_chat_message,
    "unpinChatMessage": chats.unpin_chat_message,
    "unpinAllChatMessages": chats.unpin_all_chat_messages,
    "setMessageReaction": chats.set_message_reaction,
    "createForumTopic": topics.create_forum_topic,
    "editForumTopic": topics.edit_forum_topic,
    "closeForumTopic": topics.close_forum_topic,
    "reopenForumTopic": topics.reopen_forum_topic,
    "deleteForumTopic": topics.delete_forum_topic,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.text_setter("name", 64),
    "getMyName": profile.text_getter("name"),
    "setMyDescription": profile.text_setter("description", 512),
    "getMyDescription": profile.text_getter("description"),
    "setMyShortDescription": profile.text_setter("short_description", 120),
    "getMyShortDescription": profile.text_getter("short_description"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}

_BY_LOWER_CASE = {name.lower(): name for name in METHODS}


def canonical(name: str) -> str | None:
    """The method's proper name: Telegram does not mind upper and lower case."""
    return _BY_LOWER_CASE.get(name.lower())
