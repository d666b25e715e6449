// メッセージ配信: writing a broadcast. The words are the page's own; its DOM is unverified.
import { computed, defineComponent, h, ref } from 'vue'
import { restoredDraft } from '../../shared/query.ts'
import { saveDraft, sendBroadcast, sendTest, type Balloon, type Broadcast } from './api.ts'
import { BalloonForm, LONGEST } from './balloon.ts'
import { button, modal } from './modal.ts'

const MOST_BALLOONS = 3
let nextKey = 1

function newBalloon(text = ''): Balloon {
  return { key: nextKey++, text, picture: '' }
}

export const BroadcastForm = defineComponent({
  emits: ['done'],
  setup(_, { emit }) {
    const balloons = ref<Balloon[]>([newBalloon(restoredDraft)])
    const targeting = ref<'ALL' | 'FILTERED'>('ALL')
    const later = ref(false)
    const when = ref('')
    const voom = ref(true)
    const asking = ref<'' | 'send' | 'test' | 'preview'>('')
    const sending = ref(false)
    const notice = ref('')

    const broadcast = computed<Broadcast>(() => ({
      balloons: balloons.value,
      scheduled: later.value ? Date.parse(when.value) / 1000 : undefined,
      withTimeline: voom.value,
      targeting: targeting.value,
    }))
    const isWhole = computed(
      () =>
        balloons.value.every(({ text, picture }) => picture !== '' || (text.trim() !== '' && text.length <= LONGEST)) &&
        !(later.value && when.value === ''),
    )
    const ask = (request: Promise<unknown>, done: () => void) => {
      sending.value = true
      request
        .then(done, () => { notice.value = '処理できませんでした。もう一度お試しください。' })
        .finally(() => {
          sending.value = false
          asking.value = ''
        })
    }
    const radio = (group: string, name: string, checked: boolean, choose: () => void) =>
      h('label', { class: 'form-check' }, [
        h('input', { attrs: { type: 'radio', name: group }, domProps: { checked }, on: { change: choose } }),
        name,
      ])

    const settings = () =>
      h('fieldset', { class: 'card' }, [
        h('div', { class: 'row' }, [
          h('span', { class: 'label' }, '配信先'),
          radio('target', 'すべての友だち', targeting.value === 'ALL', () => { targeting.value = 'ALL' }),
          radio('target', '絞り込み', targeting.value === 'FILTERED', () => { targeting.value = 'FILTERED' }),
        ]),
        h('div', { class: 'row' }, [
          h('span', { class: 'label' }, '配信日時'),
          radio('when', '今すぐ配信', !later.value, () => { later.value = false }),
          radio('when', '日時を指定', later.value, () => { later.value = true }),
          later.value
            ? h('input', {
                attrs: { type: 'datetime-local', 'aria-label': '配信日時' },
                domProps: { value: when.value },
                on: { input: (event: Event) => { when.value = (event.target as HTMLInputElement).value } },
              })
            : null,
        ]),
        h('div', { class: 'row' }, [
          h('span', { class: 'label' }, '詳細設定'),
          h('label', { class: 'form-check' }, [
            h('input', {
              attrs: { type: 'checkbox' },
              domProps: { checked: voom.value },
              on: { change: (event: Event) => { voom.value = (event.target as HTMLInputElement).checked } },
            }),
            'LINE VOOMに投稿',
          ]),
        ]),
      ])

    const dialogs = () => {
      const cancel = button('キャンセル', () => { asking.value = '' })
      switch (asking.value) {
        case 'send':
          return modal('メッセージを配信しますか？', '配信したメッセージは取り消せません。', [
            cancel,
            button('配信', () => { ask(sendBroadcast(broadcast.value), () => { emit('done', later.value ? '配信を予約しました。' : '配信しました。') }) }, {
              look: 'primary',
              disabled: sending.value,
            }),
          ])
        case 'test': {
          const test = (target: 'SELF' | 'ALL') => () => {
            ask(sendTest(target, broadcast.value), () => { notice.value = 'テスト配信しました。' })
          }
          return modal('テスト配信', [button('自分のみ', test('SELF')), button('すべての管理者と運用担当者', test('ALL'))], [cancel])
        }
        case 'preview':
          return modal(
            'プレビュー',
            balloons.value.map(({ key, text, picture }) => h('div', { key, class: 'bubble' }, text === '' ? picture : text)),
            [button('閉じる', () => { asking.value = '' })],
          )
        default:
          return null
      }
    }

    return () =>
      h('main', { class: 'broadcast' }, [
        h('h1', 'メッセージを作成'),
        notice.value === '' ? null : h('div', { class: 'alert', attrs: { role: 'alert' } }, notice.value),
        settings(),
        ...balloons.value.map((balloon, index) =>
          h(BalloonForm, {
            key: balloon.key,
            props: { balloon, index, removable: balloons.value.length > 1 },
            on: { remove: () => { balloons.value = balloons.value.filter((one) => one !== balloon) } },
          }),
        ),
        button('＋追加', () => { balloons.value.push(newBalloon()) }, { disabled: balloons.value.length >= MOST_BALLOONS }),
        h('div', { class: 'footer' }, [
          button('プレビュー', () => { asking.value = 'preview' }),
          button('下書き保存', () => { ask(saveDraft(broadcast.value), () => { notice.value = '下書きを保存しました。' }) }, { disabled: sending.value }),
          button('テスト配信', () => { asking.value = 'test' }, { disabled: !isWhole.value }),
          button('配信', () => { asking.value = 'send' }, { look: 'primary', disabled: !isWhole.value }),
        ]),
        dialogs(),
      ])
  },
})
