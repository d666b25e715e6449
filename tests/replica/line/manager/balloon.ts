// One balloon of a broadcast: text or a picture.
import { defineComponent, h, ref, type PropType } from 'vue'
import { boxes } from '../boxes.ts'
import { broadcastEditor } from '../options.ts'
import type { Balloon } from './api.ts'

export const LONGEST = 500

export const BalloonForm = defineComponent({
  props: {
    balloon: { type: Object as PropType<Balloon>, required: true },
    index: { type: Number, required: true },
    removable: { type: Boolean, required: true },
  },
  emits: ['remove'],
  setup(props, { emit }) {
    const kind = ref<'text' | 'picture'>('text')
    const tab = (name: string, one: 'text' | 'picture') =>
      h(
        'button',
        {
          class: ['btn', 'btn-tab', { active: kind.value === one }],
          attrs: { type: 'button', role: 'tab', 'aria-selected': String(kind.value === one) },
          on: { click: () => { kind.value = one } },
        },
        name,
      )
    return () => {
      const { balloon, index } = props
      return h('section', { class: 'balloon', attrs: { 'aria-label': `吹き出し${index + 1}` } }, [
        h('div', { class: 'balloon-head', attrs: { role: 'tablist' } }, [
          tab('テキスト', 'text'),
          tab('写真', 'picture'),
          props.removable
            ? h('button', { class: 'btn', attrs: { type: 'button', 'aria-label': '削除' }, on: { click: () => { emit('remove') } } }, '×')
            : null,
        ]),
        kind.value === 'text'
          ? h(boxes[broadcastEditor], {
              props: { name: `balloon:${index}`, value: balloon.text, placeholder: 'テキストを入力' },
              on: { input: (text: string) => { balloon.text = text } },
            })
          : h('input', {
              attrs: { type: 'file', accept: 'image/jpeg,image/png' },
              on: {
                change: (event: Event) => { balloon.picture = (event.target as HTMLInputElement).files?.[0]?.name ?? '' },
              },
            }),
        kind.value === 'text'
          ? h('div', { class: ['counter', { 'text-danger': balloon.text.length > LONGEST }] }, `${balloon.text.length}/${LONGEST}`)
          : null,
      ])
    }
  },
})
