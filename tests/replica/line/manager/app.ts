// manager.line.biz: the list of broadcasts, and the form of a new one.
import { defineComponent, h, ref } from 'vue'
import { navigate } from '../../shared/history.ts'
import { account } from '../account.ts'
import { usePath } from '../address.ts'
import { BroadcastForm } from './broadcast.ts'

const LIST = `/account/${account.basicId}/broadcast/`
const CREATE = `${LIST}create`

export const ManagerApp = defineComponent({
  setup() {
    const path = usePath()
    const notice = ref('')
    const link = (to: string, name: string, className = '') =>
      h(
        'a',
        {
          class: className,
          attrs: { href: to },
          on: {
            click: (event: Event) => {
              event.preventDefault()
              notice.value = ''
              navigate(to)
            },
          },
        },
        name,
      )
    const done = (text: string) => {
      notice.value = text
      navigate(LIST)
    }
    return () =>
      h('div', { class: 'manager', attrs: { id: 'app' } }, [
        h('header', { class: 'topbar' }, [
          h('span', { class: 'brand' }, 'LINE Official Account Manager'),
          h('div', { class: 'account' }, [
            h('span', { class: 'account-name' }, account.name),
            h('span', { class: 'text-muted' }, account.basicId),
          ]),
        ]),
        h('nav', { class: 'sidebar' }, [link(LIST, 'メッセージ配信'), h('span', 'あいさつメッセージ'), h('span', '応答メッセージ'), h('span', 'LINE VOOM')]),
        path.value.startsWith(CREATE)
          ? h(BroadcastForm, { on: { done } })
          : h('main', [
              h('h1', 'メッセージリスト'),
              notice.value === '' ? null : h('div', { class: 'alert', attrs: { role: 'alert' } }, notice.value),
              link(CREATE, 'メッセージを作成', 'btn btn-primary'),
            ]),
      ])
  },
})
