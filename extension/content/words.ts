import en from '../_locales/en/messages.json'
import ja from '../_locales/ja/messages.json'

/**
 * What the content script itself has to say, in the panel's language. Read at once: a script that outlives an update of
 * its extension can't ask the browser any more.
 */
const messages = chrome.i18n.getUILanguage().startsWith('en') ? en : ja

export const WORDS = {
  panelTitle: messages.panelTitle.message,
  checking: messages.checking.message,
  engineFailed: messages.engineFailed.message,
  unreadable: messages.unreadable.message,
  pressAgain: messages.pressAgain.message,
  cancelled: messages.cancelled.message,
}
