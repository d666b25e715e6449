/** The keyCode of a key that an IME has taken. */
const IME_KEY_CODE = 229

/** Whether a key belongs to a conversion. Some IMEs send the Enter that confirms after compositionend. */
export function isImeKey(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- only keyCode tells that an IME has the key
  return event.isComposing || event.keyCode === IME_KEY_CODE
}
