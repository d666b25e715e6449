// The list of accounts that X offers after "@".
import { useEffect, useRef } from 'react'
import type { EditorState } from 'draft-js'
import { Avatar, UserLine } from './avatar.tsx'
import { users, type User } from './data.ts'
import { replaceInBlock } from './text.ts'

/** What stands before the caret: a started mention. `start` and `end` are UTF-16 offsets in the block. */
export interface Mention {
  blockKey: string
  start: number
  end: number
  prefix: string
}

export function mentionAtCaret(state: EditorState): Mention | null {
  const selection = state.getSelection()
  if (!selection.isCollapsed() || !selection.getHasFocus() || state.isInCompositionMode()) return null
  const blockKey = selection.getStartKey()
  const end = selection.getStartOffset()
  const before = state.getCurrentContent().getBlockForKey(blockKey).getText().slice(0, end)
  const prefix = /(?:^|[^A-Za-z0-9_])[@＠]([A-Za-z0-9_]{1,15})$/.exec(before)?.[1]
  return prefix === undefined ? null : { blockKey, start: end - prefix.length - 1, end, prefix: prefix.toLowerCase() }
}

export function matching(mention: Mention): User[] {
  return users.filter((user) => user.handle.startsWith(mention.prefix))
}

export function complete(state: EditorState, mention: Mention, user: User): EditorState {
  return replaceInBlock(state, mention.blockKey, mention.start, mention.end, `@${user.handle} `)
}

/** How long X's answer takes here, in milliseconds: long enough for the next key to come first. */
const ANSWER_MS = 120

/** Calls back with the accounts to offer, somewhat later, as X does when the server has answered. */
export function useSuggestions(state: EditorState, offer: (mention: Mention | null, found: User[]) => void): void {
  const mention = mentionAtCaret(state)
  const asked = mention === null ? '' : `${mention.blockKey}:${mention.start}:${mention.prefix}`
  const latest = useRef({ mention, offer })
  latest.current = { mention, offer }
  useEffect(() => {
    const timer = setTimeout(() => {
      const { mention: current, offer: tell } = latest.current
      tell(current, current === null ? [] : matching(current))
    }, ANSWER_MS)
    return () => { clearTimeout(timer) }
  }, [asked])
}

interface ListProps {
  id: string
  found: User[]
  chosen: number
  onChoose: (user: User) => void
}

export function TypeaheadList({ id, found, chosen, onChoose }: ListProps) {
  return (
    <div className="typeahead" id={id} role="listbox">
      {found.map((user, index) => (
        <div
          key={user.handle}
          id={`${id}-item-${index}`}
          role="option"
          aria-selected={index === chosen}
          data-testid="typeaheadResult"
          className="typeahead-result"
          // The editor must keep the focus.
          onMouseDown={(event) => { event.preventDefault() }}
          onClick={() => { onChoose(user) }}
        >
          <Avatar user={user} />
          <UserLine user={user} />
        </div>
      ))}
    </div>
  )
}
