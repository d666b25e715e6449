// Text boxes as Vue components, one for each kind that LINE's pages may have. Each tells its text through `input`.
import { defineComponent, h, onBeforeUnmount, onMounted, ref, type PropType } from 'vue'
import { isImeKey } from '../shared/ime.ts'
import { showModel } from '../shared/window.ts'
import { caretIn, readEditable } from './editable.ts'
import type { TextareaEx } from './textarea-ex.ts'

const props = {
  name: { type: String, required: true },
  value: { type: String, required: true },
  placeholder: { type: String, default: '' },
  rows: { type: Number, default: 6 },
  disabled: { type: Boolean, default: false },
} as const

/** A <textarea> under v-model, which doesn't take over what an IME has not confirmed. */
export const PlainBox = defineComponent({
  props,
  emits: ['input'],
  setup(given, { emit }) {
    const area = ref<HTMLTextAreaElement>()
    show(given.name, () => area.value, () => ({
      text: given.value,
      selection: { start: area.value?.selectionStart ?? 0, end: area.value?.selectionEnd ?? 0 },
    }))
    return () =>
      h('textarea', {
        ref: area as never,
        class: 'form-control',
        attrs: { rows: given.rows, placeholder: given.placeholder, disabled: given.disabled },
        directives: [{ name: 'model', value: given.value, expression: 'value' }],
        domProps: { value: given.value },
        on: {
          input: (event: InputEvent) => {
            const target = event.target as HTMLTextAreaElement & { composing?: boolean }
            if (target.composing !== true) emit('input', target.value)
          },
        },
      })
  },
})

export const ExtendedBox = defineComponent({
  props: { ...props, id: { type: String as PropType<string | null>, default: null } },
  emits: ['input', 'keydown'],
  setup(given, { emit }) {
    const host = ref<TextareaEx>()
    show(given.name, () => host.value, () => ({
      text: given.value,
      selection: host.value?.selection ?? { start: 0, end: 0 },
    }))
    return () =>
      h('textarea-ex', {
        ref: host as never,
        class: 'form-control',
        attrs: { id: given.id, placeholder: given.placeholder, disabled: given.disabled ? '' : null, rows: given.rows },
        domProps: { value: given.value },
        on: {
          input: () => { emit('input', host.value?.___rawValue ?? '') },
          keydown: (event: KeyboardEvent) => { emit('keydown', event) },
        },
      })
  },
})

export const EditableBox = defineComponent({
  props,
  emits: ['input'],
  setup(given, { emit }) {
    const root = ref<HTMLElement>()
    show(given.name, () => root.value, () => ({
      text: given.value,
      selection: root.value === undefined ? { start: 0, end: 0 } : caretIn(root.value),
    }))
    onMounted(() => {
      if (root.value !== undefined) root.value.textContent = given.value
    })
    return () =>
      h('div', {
        ref: root as never,
        class: 'form-control text-editor',
        attrs: { contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'data-placeholder': given.placeholder },
        on: {
          input: () => { emit('input', root.value === undefined ? '' : readEditable(root.value)) },
          keydown: (event: KeyboardEvent) => {
            if (event.key !== 'Enter' || isImeKey(event)) return
            event.preventDefault()
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- the way editors of this kind make a line
            document.execCommand('insertLineBreak')
          },
        },
      })
  },
})

export const boxes = { textarea: PlainBox, 'textarea-ex': ExtendedBox, contenteditable: EditableBox }

function show(name: string, holder: () => Element | undefined, read: Parameters<typeof showModel>[0]['read']): void {
  let end: () => void = () => undefined
  onMounted(() => { end = showModel({ name, holder: () => holder() ?? null, read }) })
  onBeforeUnmount(() => { end() })
}
