// chat.line.biz: the list of conversations, one of them, and the box.
import { computed, defineComponent, h, ref } from 'vue'
import { navigate } from '../../shared/history.ts'
import { account } from '../account.ts'
import { usePath } from '../address.ts'
import { startsLocked, switchAfter } from '../options.ts'
import { scheduleText, sendFile, sendText } from './api.ts'
import { Composer } from './composer.ts'
import { chats, type Chat } from './data.ts'

function open(chat: Chat): void {
  navigate(`/${account.bot}/chat/${chat.id}`)
}

export const ChatApp = defineComponent({
  setup() {
    const path = usePath()
    const locked = ref(startsLocked)
    const notice = ref('')
    const current = computed(() => chats.value.find(({ id }) => path.value.endsWith(`/${id}`)) ?? chats.value[0])

    const fail = (error: unknown) => {
      notice.value = String(error).includes('429') ? '送信回数の上限に達しました。しばらくしてからお試しください。' : '送信できませんでした。'
    }
    const add = (chat: Chat, text: string) => {
      chat.messages.push({ own: true, text, time: '今' })
    }
    const send = (text: string) => {
      const chat = current.value
      if (chat === undefined) return
      sendText(chat.id, text).then(() => { add(chat, text) }, fail)
    }
    const schedule = (text: string, when: number) => {
      const chat = current.value
      if (chat === undefined) return
      scheduleText(chat.id, text, when).then(() => { notice.value = '送信を予約しました。' }, fail)
    }
    const attach = (file: File) => {
      const chat = current.value
      if (chat === undefined) return
      sendFile(chat.id, file).then(() => { add(chat, file.name) }, fail)
    }
    /** The real page may show another conversation by itself, e.g. when a message comes in. */
    const switchLater = () => {
      if (switchAfter === 0) return
      setTimeout(() => {
        const other = chats.value.find((chat) => chat !== current.value)
        if (other !== undefined) open(other)
      }, switchAfter)
    }

    return () =>
      h('div', { class: 'chat-page', attrs: { id: 'app' } }, [
        h('div', { class: 'topbar' }, [
          h('span', { class: 'brand' }, 'LINE Chat'),
          h('div', { class: 'account-name' }, account.name),
        ]),
        h('div', { class: 'chat-list list-group' }, chats.value.map((chat) => listItem(chat, chat === current.value))),
        current.value === undefined ? null : conversation(current.value),
        h('div', { class: 'chat-bottom' }, [
          notice.value === '' ? null : h('div', { class: 'alert', attrs: { role: 'alert' } }, notice.value),
          locked.value
            ? h('button', { class: 'btn btn-primary', attrs: { type: 'button' }, on: { click: () => { locked.value = false } } }, '手動チャットに切り替え')
            : null,
          h(Composer, {
            props: { locked: locked.value },
            on: { send, schedule, file: attach, 'first-input': switchLater },
          }),
        ]),
      ])
  },
})

function listItem(chat: Chat, here: boolean) {
  const click = (event: Event) => {
    event.preventDefault()
    open(chat)
  }
  return h('div', { key: chat.id, class: ['list-group-item', 'list-group-item-chat', { active: here }] }, [
    h('a', { class: 'd-flex', attrs: { href: `/${account.bot}/chat/${chat.id}` }, on: { click } }, [
      h('h6', chat.name),
      h('span', { class: 'text-muted small' }, chat.messages.at(-1)?.text),
      chat.unread > 0 ? h('span', { class: 'badge badge-pin' }, String(chat.unread)) : null,
    ]),
  ])
}

function conversation(chat: Chat) {
  return h('div', { class: 'chat-content' }, [
    h('h5', { class: 'chat-head' }, chat.name),
    ...chat.messages.map(({ own, text, time }, index) =>
      h('div', { key: index, class: own ? 'chat chat-reverse' : 'chat' }, [
        h('div', { class: 'chat-body' }, text),
        h('div', { class: 'text-muted small' }, time),
      ]),
    ),
  ])
}
