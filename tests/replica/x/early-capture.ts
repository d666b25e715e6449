// For `?hostile=early-capture`: stands inline in <head>, catches the send before React does, and sends by itself.

const SEND = '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]'
const EDITOR = '[data-testid^="tweetTextarea_"][contenteditable="true"]'

window.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>(SEND) : null
  if (button === null || button.disabled) return
  send(event, button.closest('[role="dialog"]') ?? document.body)
}, true)

window.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const editor = event.target instanceof Element ? event.target.closest(EDITOR) : null
  if (editor !== null) send(event, editor.closest('[role="dialog"]') ?? document.body)
}, true)

function send(event: Event, scope: Element): void {
  event.preventDefault()
  event.stopImmediatePropagation()
  const text = [...scope.querySelectorAll(`${EDITOR} [data-block="true"]`)].map(readBlock).join('\n')
  void fetch('/i/api/graphql/r3pl1caQu3ryId-0000A/CreateTweet', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ variables: { tweet_text: text } }),
  })
}

function readBlock(block: Element): string {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let text = ''
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) text += node.data
    else if (node instanceof HTMLImageElement) text += node.alt
  }
  return text
}
