import { h, type VNode } from 'vue'

export function modal(title: string, body: string | VNode[], buttons: VNode[]) {
  return h('div', { class: 'modal show', attrs: { role: 'dialog', 'aria-modal': 'true', 'aria-label': title } }, [
    h('div', { class: 'modal-dialog' }, [
      h('div', { class: 'modal-content' }, [
        h('div', { class: 'modal-header' }, [h('h5', { class: 'modal-title' }, title)]),
        h('div', { class: 'modal-body' }, body),
        h('div', { class: 'modal-footer' }, buttons),
      ]),
    ]),
  ])
}

interface Looks {
  look?: 'primary' | 'secondary'
  disabled?: boolean
}

export function button(name: string, click: () => void, { look = 'secondary', disabled = false }: Looks = {}) {
  return h('button', { class: `btn btn-${look}`, attrs: { type: 'button', disabled }, on: { click } }, name)
}
