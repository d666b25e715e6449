// voom-studio.line.biz. Nothing is known of it but that one posts there: all of this is unverified, and stands for a
// page on which only a box and a button with a known word are to be found.
import { defineComponent, h, ref } from 'vue'
import { postJson } from '../../shared/request.ts'
import { account } from '../account.ts'
import { PlainBox } from '../boxes.ts'

export const VoomStudio = defineComponent({
  setup() {
    const text = ref('')
    const notice = ref('')
    const send = () => {
      postJson(`/api/accounts/${account.basicId}/posts`, { text: text.value }, { 'x-xsrf-token': 'replica' }).then(
        () => {
          text.value = ''
          notice.value = '投稿しました。'
        },
        () => { notice.value = '投稿できませんでした。' },
      )
    }
    return () =>
      h('div', { class: 'manager', attrs: { id: 'app' } }, [
        h('header', { class: 'topbar' }, [
          h('span', { class: 'brand' }, 'LINE VOOM Studio'),
          h('div', { class: 'account' }, [h('span', { class: 'account-name' }, account.name)]),
        ]),
        h('nav', { class: 'sidebar' }, [h('span', '投稿')]),
        h('main', [
          h('h1', '投稿を作成'),
          notice.value === '' ? null : h('div', { class: 'alert', attrs: { role: 'alert' } }, notice.value),
          h(PlainBox, {
            props: { name: 'voom', value: text.value, placeholder: '投稿内容を入力', rows: 10 },
            on: { input: (next: string) => { text.value = next } },
          }),
          h('button', { class: 'btn btn-primary', attrs: { type: 'button', disabled: text.value.trim() === '' }, on: { click: send } }, '投稿'),
        ]),
      ])
  },
})
