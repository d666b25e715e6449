// The chat's box. It stays when the page shows another conversation, and so does what is in it.
import { defineComponent, h, ref } from 'vue'
import { isImeKey } from '../../shared/ime.ts'
import { restoredDraft } from '../../shared/query.ts'
import { ExtendedBox } from '../boxes.ts'
import { SEND_METHODS, sendMethod, type SendMethod } from '../options.ts'
import type { TextareaEx } from '../textarea-ex.ts'
import { savedReplies } from './data.ts'

const METHOD_NAMES: Record<SendMethod, string> = {
  enter: 'Enterで送信',
  'shift-enter': 'Shift + Enterで送信',
  'ctrl-enter': 'Ctrl + Enterで送信',
}

export const Composer = defineComponent({
  props: { locked: { type: Boolean, required: true } },
  emits: ['send', 'schedule', 'file', 'first-input'],
  setup(props, { emit }) {
    const text = ref(restoredDraft)
    const method = ref<SendMethod>(sendMethod)
    const replies = ref(false)
    const scheduling = ref(false)
    const when = ref('')
    const files = ref<HTMLInputElement>()
    let told = false

    const send = () => {
      if (text.value.trim() === '' || props.locked) return
      emit('send', text.value)
      text.value = ''
    }
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || isImeKey(event)) return
      const wanted: Record<SendMethod, boolean> = {
        enter: !event.shiftKey && !event.altKey,
        'shift-enter': event.shiftKey,
        'ctrl-enter': event.ctrlKey || event.metaKey,
      }
      if (!wanted[method.value]) return
      event.preventDefault()
      send()
    }
    const insert = (reply: string) => {
      replies.value = false
      document.querySelector<TextareaEx>('#editor')?.insertValue([reply])
    }
    const tool = (label: string, click: () => void) =>
      h('button', { class: 'btn btn-tool', attrs: { type: 'button', disabled: props.locked }, on: { click } }, label)

    return () =>
      h('form', { class: 'chat-editor', on: { submit: (event: Event) => { event.preventDefault(); send() } } }, [
        h('div', { class: 'chat-tools' }, [
          tool('定型文', () => { replies.value = !replies.value }),
          tool('ファイル', () => { files.value?.click() }),
          tool('送信予約', () => { scheduling.value = !scheduling.value }),
          h('input', {
            ref: files as never,
            attrs: { type: 'file', hidden: true },
            on: {
              change: () => {
                const file = files.value?.files?.[0]
                if (file !== undefined) emit('file', file)
              },
            },
          }),
          h(
            'select',
            {
              class: 'send-method',
              attrs: { 'aria-label': '送信方法' },
              domProps: { value: method.value },
              on: { change: (event: Event) => { method.value = (event.target as HTMLSelectElement).value as SendMethod } },
            },
            SEND_METHODS.map((one) => h('option', { key: one, attrs: { value: one, selected: one === method.value } }, METHOD_NAMES[one])),
          ),
        ]),
        replies.value
          ? h(
              'ul',
              { class: 'saved-replies' },
              savedReplies.map((reply) => h('li', { key: reply }, [tool(reply, () => { insert(reply) })])),
            )
          : null,
        scheduling.value
          ? h('div', { class: 'schedule' }, [
              h('input', {
                attrs: { type: 'datetime-local', step: 300, 'aria-label': '送信日時' },
                domProps: { value: when.value },
                on: { input: (event: Event) => { when.value = (event.target as HTMLInputElement).value } },
              }),
              tool('予約', () => {
                if (text.value.trim() === '' || when.value === '') return
                emit('schedule', text.value, Date.parse(when.value))
                text.value = ''
                scheduling.value = false
              }),
            ])
          : null,
        h(ExtendedBox, {
          props: {
            id: 'editor',
            name: 'chat',
            value: text.value,
            rows: 4,
            disabled: props.locked,
            placeholder: props.locked ? '応答メッセージで対応中です' : 'メッセージを入力',
          },
          on: {
            keydown: press,
            input: (next: string) => {
              text.value = next
              if (!told) emit('first-input')
              told = true
            },
          },
        }),
        // An <input>, not a <button>. That its value is 送信 in Japanese is unverified.
        h('input', {
          class: 'btn btn-primary',
          attrs: { type: 'submit', value: '送信', disabled: props.locked || text.value.trim() === '' },
        }),
      ])
  },
})
